import fc from 'fast-check';
import { assembleFiles } from '../../src/study';

test('any bytes end in a study or in findings, never in a crash', () => {
  const valid = new TextEncoder().encode(
    'area,group,organisation,year,evictions,tenancies\nNord,control,X,2010,5,100\nNord,intervention,Nord,2010,5,100\n',
  );
  const broken = fc
    .tuple(fc.array(fc.tuple(fc.nat(valid.length - 1), fc.nat(255)), { maxLength: 12 }), fc.nat(valid.length))
    .map(([edits, length]) => {
      const bytes = valid.slice();
      for (const [index, byte] of edits) bytes[index] = byte;
      return bytes.slice(0, length);
    });
  fc.assert(
    fc.property(fc.oneof(broken, fc.uint8Array({ maxLength: 300 })), broken, (evictions, programmes) => {
      const { findings } = assembleFiles([
        { name: 'evictions.csv', bytes: evictions },
        { name: 'programmes.csv', bytes: programmes },
        { name: 'study.json', bytes: evictions },
      ]);
      expect(findings.length).toBeGreaterThan(0);
    }),
    { numRuns: 1000, seed: 20161129 },
  );
});
