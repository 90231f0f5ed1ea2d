import { filesOf, largeStudy } from '../../scripts/bench/large-study';
import { assembleFiles, defaultOptions } from '../../src/study';

test('the progress of one large file goes on steadily', () => {
  const shares: number[] = [];
  assembleFiles(filesOf(largeStudy(1000)), defaultOptions, [], (share) => shares.push(share));
  const steps = [...shares, 1].map((share, index) => share - (shares[index - 1] ?? 0));
  expect(shares.length).toBeGreaterThan(20);
  expect(Math.min(...steps)).toBeGreaterThanOrEqual(0);
  expect(Math.max(...steps)).toBeLessThanOrEqual(0.3 + 1e-9);
});
