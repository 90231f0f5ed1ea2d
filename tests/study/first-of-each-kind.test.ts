import fc from 'fast-check';
import { finding, firstOfEachKind, kindsFirst, type Finding } from '../../src/study';

const any = fc
  .record({
    severity: fc.constantFrom('error' as const, 'warning' as const),
    code: fc.constantFrom('year-twice' as const, 'no-control' as const),
    number: fc.nat(9),
  })
  .map(({ severity, code, number }) =>
    code === 'no-control'
      ? finding(severity, code, { area: `${number}` })
      : finding(severity, code, { area: 'Nord', group: 'control', year: number }),
  );
const lists = fc.array(any, { maxLength: 30 });
const kind = ({ severity, code }: Finding): string => `${severity} ${code}`;

test('few findings stay as they are', () => {
  fc.assert(fc.property(lists, (list) => expect(firstOfEachKind(list, 30)).toEqual(list)));
});

test('of many, the first of each kind are left, each kind’s last followed by the number of the others', () => {
  fc.assert(
    fc.property(lists, fc.integer({ min: 1, max: 5 }), (list, most) => {
      const said = firstOfEachKind(list, most);
      for (const each of new Set(list.map(kind))) {
        const all = list.filter((one) => kind(one) === each);
        const first = all.slice(0, most);
        expect(said.filter((one) => kind(one) === each)).toEqual(first);
        if (all.length <= most) continue;
        expect(said[said.indexOf(first.at(-1)!) + 1]).toMatchObject({
          ...{ severity: first[0]!.severity, code: 'more-of-a-kind' },
          details: { code: first[0]!.code, number: all.length - most },
        });
      }
    }),
  );
});

test('what was counted once counts on', () => {
  fc.assert(
    fc.property(lists, fc.integer({ min: 1, max: 5 }), (list, most) => {
      expect(firstOfEachKind(firstOfEachKind(list, most + 2), most)).toEqual(firstOfEachKind(list, most));
    }),
  );
});

test('one of each kind comes first, and none is lost', () => {
  fc.assert(
    fc.property(lists, (list) => {
      const ordered = kindsFirst(list);
      const kinds = new Set(list.map(kind)).size;
      expect(new Set(ordered.slice(0, kinds).map(kind)).size).toBe(kinds);
      expect(new Set(ordered)).toEqual(new Set(list));
      expect(ordered).toHaveLength(list.length);
    }),
  );
});
