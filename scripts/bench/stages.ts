import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { planReport, type WorkbookPlan } from '../../src/report';
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
  let yardsticks: Yardsticks | undefined;
  let planAsText: Yardstick | undefined;
  for (const size of sizes) {
    const files = filesOf(largeStudy(size));
    const runs = size > 500 ? 5 : 15;
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
      milliseconds(() => evaluateRobustness(study, evaluateStudy(study).aligned)),
    );
    const simulate = () => runToEnd(simulateFigures(study));
    stages.simulating.set(size, milliseconds(simulate));
    const simulation = { figures: simulate()!, at: '' };
    const settings = { suffix: '', date: '', version: '', simulation };
    let plan: WorkbookPlan | undefined;
    stages.planning.set(
      size,
      milliseconds(() => (plan = planReport(study, findings, settings))),
    );
    planAsText = { name: 'writing the plan as JSON', value: milliseconds(() => void JSON.stringify(plan)) };
    if (size === sizes.at(-1)) yardsticks = besides(files);
  }
  const { copy, read, align, evaluate, simulate } = yardsticks!;
  const growth = (name: string, values: ReadonlyMap<number, number>, beside?: Yardstick): Growth => ({
    ...{ name, unit: 'ms', values },
    ...(beside && { beside }),
  });
  return [
    growth('Reading and checking .csv files', stages.reading, read ?? copy),
    growth('  the same bytes copied on the disk', new Map([[sizes.at(-1)!, copy.value]])),
    growth('Aligning to event years', stages.aligning, align),
    growth('Effects, intervals, robustness', stages.evaluating, evaluate),
    growth('Simulating 10,000 draws', stages.simulating, simulate),
    growth('Planning the workbook', stages.planning, planAsText),
  ];
}

type Yardsticks = { readonly copy: Yardstick } & Partial<
  Readonly<Record<'read' | 'align' | 'evaluate' | 'simulate', Yardstick>>
>;

/** What R needs for the same, where there is R; and a plain copy of the files. */
function besides(files: ReturnType<typeof filesOf>): Yardsticks {
  const folder = mkdtempSync(join(tmpdir(), 'sv-bench-'));
  try {
    for (const { name, bytes } of files) writeFileSync(join(folder, name), bytes);
    const copy = seconds(7, () => {
      for (const { name } of files)
        writeFileSync(join(folder, `${name}.copy`), readFileSync(join(folder, name)));
    });
    const names = {
      read: 'read.csv2 of R',
      align: 'R (match, rowsum, unique)',
      evaluate: 'R (sums, exact limits, each area left out)',
      simulate: 'R (the same sums, draws of Gamma, quantiles)',
    };
    const times = fromR('yardsticks.R', join(projectRoot, 'scripts', 'bench'), folder);
    const ofR = Object.entries(names).flatMap(([key, name], index) =>
      times[index] === undefined ? [] : [[key, { name, value: times[index] }]],
    );
    return {
      copy: { name: 'copying them', value: 1000 * copy },
      ...(Object.fromEntries(ofR) as Partial<Yardsticks>),
    };
  } finally {
    rmSync(folder, { recursive: true });
  }
}
