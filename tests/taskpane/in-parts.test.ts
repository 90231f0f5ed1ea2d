import fc from 'fast-check';
import { inParts, together, type Part } from '../../src/taskpane/in-parts';

/** As a value arrives on the other side: every message is copied for itself. */
function sent(value: unknown): { readonly arrived: unknown; readonly parts: readonly Part[] } {
  const sending = inParts(value);
  const parts: Part[] = [];
  for (;;) {
    const step = sending.next();
    const transfer = step.value.handedOver;
    if (step.done)
      return { arrived: together(parts, structuredClone(step.value.content, { transfer })), parts };
    parts.push(structuredClone(step.value.content, { transfer }));
  }
}

test('whatever is sent arrives as it was, and stays as it was', () => {
  const long = fc
    .array(fc.anything({ maxDepth: 1 }), { maxLength: 3 })
    .chain((few) => fc.constant(Array.from({ length: 2500 }, (_, index) => few[index % 3] ?? { index })));
  const value = fc.oneof(fc.anything({ withTypedArray: true }), long);
  fc.assert(
    fc.property(fc.record({ a: value, b: fc.record({ c: long, d: value }) }), (whole) => {
      const before = structuredClone(whole);
      expect(sent(whole).arrived).toEqual(before);
      expect(whole).toEqual(before);
    }),
    { numRuns: 50 },
  );
});

test('no message carries more than a thousand items of a long list', () => {
  const rows = Array.from({ length: 4001 }, (_, index) => [index]);
  const { arrived, parts } = sent({ sheets: [{ rows }, { rows: rows.slice(0, 10) }] });
  expect(parts.map(({ items }) => items.length)).toEqual([1000, 1000, 1000, 1000, 1]);
  expect(arrived).toEqual({ sheets: [{ rows }, { rows: rows.slice(0, 10) }] });
});

test('of wide rows fewer go into one message', () => {
  const rows = Array.from({ length: 900 }, () => Array.from({ length: 20 }, () => 1));
  const { arrived, parts } = sent({ rows });
  expect(parts.map(({ items }) => items.length)).toEqual([200, 200, 200, 200, 100]);
  expect(arrived).toEqual({ rows });
});

test('long texts go one by one, alone or as fields of items', () => {
  const texts = ['a'.repeat(300_000), 'b'.repeat(300_000), 'c', 'd'];
  const value = { texts, blocks: texts.map((text, row) => ({ row, text })) };
  const { arrived, parts } = sent(value);
  expect(parts.map(({ items }) => items.length)).toEqual([1, 3, 1, 3]);
  expect(arrived).toEqual(value);
});

test('the content of a long file goes in pieces, and its sender keeps its own', () => {
  const bytes = Uint8Array.from({ length: 1_000_000 }, (_, index) => index % 251);
  const { arrived, parts } = sent({ files: [{ name: 'a', bytes }] });
  expect(parts.map(({ items }) => items.length)).toEqual([400_000, 400_000, 200_000]);
  expect(Buffer.from((arrived as { files: { bytes: Uint8Array }[] }).files[0]!.bytes)).toEqual(
    Buffer.from(bytes),
  );
  expect(bytes).toHaveLength(1_000_000);
});

test('what is seen of a file’s memory goes, and no more', () => {
  const bytes = new Uint8Array([1, 2, 3]);
  const { arrived } = sent({
    files: [
      { name: 'a', bytes },
      { name: 'b', bytes: bytes.subarray(1) },
    ],
  });
  expect(arrived).toEqual({
    files: [
      { name: 'a', bytes: new Uint8Array([1, 2, 3]) },
      { name: 'b', bytes: new Uint8Array([2, 3]) },
    ],
  });
  expect(bytes).toHaveLength(3);
});
