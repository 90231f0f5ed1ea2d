import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { planReport } from '../../src/report';
import {
  alignStudy,
  assembleFiles,
  evaluateRobustness,
  evaluateStudy,
  simulateFigures,
  type Assembled,
} from '../../src/study';
import { runToEnd } from '../../src/stats';
import { projectRoot } from '../../src/workbench/project-root';
import { filesOf, largeStudy } from './large-study';
import { fromR, seconds, sizes, type Growth, type Yardstick } from './measurement';

/** Every stage from the files' bytes to the plan of the workbook, in the core alone. */
export function measureStages(): Growth[] {
  const stages = {
    reading: new Map<number, number>(),
    aligning: new Map<number, number>(),
    evaluating: new Map<number, number>(),
    simulating: new Map<number, number>(),
    planning: new Map<number, number>(),
  };
  let yardsticks:
    { readonly copy: Yardstick; readonly read?: Yardstick; readonly align?: Yardstick } | undefined;
  for (const size of sizes) {
    const files = filesOf(largeStudy(size));
    const runs = size > 500 ? 3 : 7;
    let assembled: Assembled | undefined;
    const milliseconds = (work: () => void): number => 1000 * seconds(runs, work);
    stages.reading.set(
      size,
      milliseconds(() => (assembled = assembleFiles(files))),
    );
    const { study, findings } = assembled!;
    stages.aligning.set(
      size,
      milliseconds(() => void alignStudy(study)),
    );
    stages.evaluating.set(
      size,
      milliseconds(() => [evaluateStudy(study), evaluateRobustness(study)]),
    );
    const simulate = () => runToEnd(simulateFigures(study));
    stages.simulating.set(size, milliseconds(simulate));
    const simulation = { figures: simulate()!, at: '' };
    const settings = { suffix: '', date: '', version: '', simulation };
    stages.planning.set(
      size,
      milliseconds(() => void planReport(study, findings, settings)),
    );
    if (size === sizes.at(-1)) yardsticks = besides(files);
  }
  const growth = (name: string, values: ReadonlyMap<number, number>, beside?: Yardstick): Growth => ({
    ...{ name, unit: 'ms', values },
    ...(beside && { beside }),
  });
  return [
    growth('Reading and checking .csv files', stages.reading, yardsticks!.read ?? yardsticks!.copy),
    growth('  the same bytes copied on the disk', new Map([[5000, yardsticks!.copy.value]])),
    growth('Aligning to event years', stages.aligning, yardsticks!.align),
    growth('Effects, intervals, robustness', stages.evaluating),
    growth('Simulating 10,000 draws', stages.simulating),
    growth('Planning the workbook', stages.planning),
  ];
}

function besides(files: ReturnType<typeof filesOf>) {
  const folder = mkdtempSync(join(tmpdir(), 'sv-bench-'));
  try {
    for (const { name, bytes } of files) writeFileSync(join(folder, name), bytes);
    const copy =
      1000 *
      seconds(7, () => {
        for (const { name } of files)
          writeFileSync(join(folder, `${name}.copy`), readFileSync(join(folder, name)));
      });
    const [read, align] = fromR('yardsticks.R', join(projectRoot, 'scripts', 'bench'), folder);
    return {
      copy: { name: 'copying them', value: copy },
      ...(read !== undefined && { read: { name: 'read.csv2 of R', value: read } }),
      ...(align !== undefined && { align: { name: 'R (match, rowsum, unique)', value: align } }),
    };
  } finally {
    rmSync(folder, { recursive: true });
  }
}
