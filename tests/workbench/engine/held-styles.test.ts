import fc from 'fast-check';
import type { CellStyle, Rect } from '../../../src/workbench/book';
import { startNodeEngine } from '../../../src/workbench/engine/boot-node';
import type { Engine, StyleChange } from '../../../src/workbench/engine/engine';

/** Looks that are changed together end as those that are changed one by one, and are read so in between. */
let engine: Engine;
beforeAll(() => {
  engine = startNodeEngine();
});
afterAll(() => engine.close());

const line = fc.option(
  fc.record({ style: fc.constantFrom('thin' as const, 'double' as const), color: fc.constant('#112233') }),
);
const change = fc.record(
  {
    bold: fc.option(fc.boolean()),
    italic: fc.option(fc.boolean()),
    underline: fc.option(fc.boolean()),
    fontColor: fc.option(fc.constantFrom('#FF0000', '#00FF00')),
    fill: fc.option(fc.constantFrom('#FFFFFF', '#0000FF')),
    horizontal: fc.option(fc.constantFrom('left' as const, 'right' as const)),
    wrap: fc.option(fc.boolean()),
    indent: fc.option(fc.nat(2)),
    numberFormat: fc.constantFrom('General', '0.0', '0 %'),
    unlocked: fc.constantFrom(true as const, null),
    borders: fc.option(fc.record({ top: line, left: line }, { requiredKeys: [] })),
  },
  { requiredKeys: [] },
);
const rect = fc.record({
  row: fc.nat(2),
  column: fc.nat(2),
  rows: fc.integer({ min: 1, max: 3 }),
  columns: fc.integer({ min: 1, max: 2 }),
});
const all: Rect = { row: 0, column: 0, rows: 6, columns: 5 };
type Told = readonly { readonly rect: Rect; readonly change: StyleChange }[];

function withoutLooks(sheet: string): void {
  engine.cells.clear(sheet, all, 'formats');
}

test('changed together or one by one, the looks are the same', async () => {
  const apart = engine.sheets.active();
  const together = engine.sheets.add('Together');
  const told = fc.array(fc.record({ rect, change }), { minLength: 1, maxLength: 6 });
  await fc.assert(
    fc.asyncProperty(told, told, async (before, after) => {
      const tell = (sheet: string, changes: Told): void => {
        for (const each of changes) engine.styles.change(sheet, each.rect, each.change);
      };
      for (const sheet of [apart, together]) {
        withoutLooks(sheet);
        tell(sheet, before);
      }
      tell(apart, after);
      const expected = engine.styles.read(apart, all);
      const between = await engine.styles.together(() => {
        tell(together, after);
        return Promise.resolve(engine.styles.read(together, all));
      });
      expect(between).toEqual(expected);
      expect(engine.styles.read(together, all)).toEqual(expected);
    }),
    { numRuns: 60, seed: 1 },
  );
});

test('what is done in between finds the looks as they were told: a sheet, what is used, a write', async () => {
  const sheet = engine.sheets.add('Between');
  const cell = { row: 4, column: 3, rows: 1, columns: 1 };
  const look: CellStyle = { bold: true };
  await engine.styles.together(() => {
    engine.styles.change(sheet, cell, look);
    expect(engine.cells.used(sheet, false)).toEqual(cell);
    const other = { ...cell, row: 8 };
    engine.styles.change(sheet, other, { italic: true });
    engine.cells.clear(sheet, { ...cell, rows: 9 }, 'formats');
    expect(engine.styles.read(sheet, { ...cell, rows: 5 }).flat()).toEqual([{}, {}, {}, {}, {}]);
    engine.styles.change(sheet, cell, { underline: true });
    engine.cells.write(sheet, cell, [['text']]);
    engine.sheets.remove(engine.sheets.add('Gone'));
    return Promise.resolve();
  });
  expect(engine.styles.read(sheet, cell)).toEqual([[{ underline: true }]]);
});
