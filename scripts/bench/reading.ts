import { spawnSync } from 'node:child_process';
import { join } from 'node:path';
import Papa from 'papaparse';
import { alignStudy, assembleFiles, hasErrors } from '../../src/study';
import { projectRoot } from '../../src/workbench/project-root';
import { filesOf, largeStudy } from './large-study';
import { seconds, type Measurement } from './measurement';

/** 5,000 areas, ten years, two groups. */
const largest = 5000;

/** What a large organisation's files take: read, checked and aligned, in seconds and in memory. */
export function measureReading(): Measurement[] {
  const files = filesOf(largeStudy(largest));
  const text = files.map(({ bytes }) => new TextDecoder().decode(bytes));
  const whole = seconds(3, () => readAndAlign(files));
  const parsed = seconds(3, () => {
    for (const each of text) Papa.parse(each, { delimiter: ';' });
  });
  return [
    {
      ...{ name: '100,000 rows of .csv read, checked and aligned', value: whole, unit: 's', limit: 3 },
      beside: { name: 'papaparse parting the same text alone', value: parsed },
    },
    { name: 'The most memory that it takes', value: memoryOfItsOwn(), unit: 'MB', limit: 500 },
  ];
}

function readAndAlign(files: ReturnType<typeof filesOf>): void {
  const { study, findings } = assembleFiles(files);
  if (hasErrors(findings)) throw new Error('The large study has errors.');
  alignStudy(study);
}

/** In a process of its own, so that nothing else that the bench has loaded is counted. */
function memoryOfItsOwn(): number {
  const script = join(projectRoot, 'build', 'node', 'reading.cjs');
  const { status, stdout, stderr } = spawnSync(
    process.execPath,
    ['-e', `require(${JSON.stringify(script)}).readAlone()`],
    {
      encoding: 'utf8',
    },
  );
  if (status !== 0) throw new Error(stderr);
  return Number(stdout);
}

/** What the child process does: reads once and prints its peak, in megabytes. */
export function readAlone(): void {
  readAndAlign(filesOf(largeStudy(largest)));
  console.log(process.resourceUsage().maxRSS / 1024);
}
