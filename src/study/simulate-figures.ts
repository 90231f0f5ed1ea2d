import {
  simulateStudy,
  StatsError,
  yearsAfterStart,
  type GroupSeries,
  type Trend,
  type YearSimulation,
} from '../stats';
import { alignStudy, type AlignedStudy } from './align';
import { evaluateStudy, type StudyResults } from './evaluate';
import type { Study } from './study';

/** What simulated figures were made from, so that anybody can see whether it still stands. */
export interface SimulatedInputs {
  readonly trend: Trend;
  readonly confidence: number;
  readonly intervention: GroupSeries;
  readonly control: GroupSeries;
  /** Sum of the squares of all counts: changes when two counts change and their sum does not. */
  readonly countsSquared: number;
  readonly costsSquared: number;
  readonly costPerEviction: number | null;
  readonly programmeCost: number | null;
  readonly programmeCostRange: number;
  readonly municipalSaving: number | null;
}

/** A study's simulated figures, with the draws and the seed that give them again. */
export interface SimulatedFigures {
  readonly draws: number;
  readonly seed: number;
  readonly years: readonly YearSimulation[];
  /** DKK per prevented eviction, for the curve of the probability that the programme pays. */
  readonly municipalSavings: readonly number[];
  readonly inputs: SimulatedInputs;
}

const municipalSavings: readonly number[] = Array.from({ length: 11 }, (_, index) => 10_000 * index);

/**
 * Simulates a study in which `checkStudy` found no error. A generator, so that a page can pause: it yields the
 * share that is done. Null where the data do not allow an effect: a rate of 0 in a year that it needs.
 */
export function* simulateFigures(study: Study): Generator<number, SimulatedFigures | null, void> {
  const aligned = alignStudy(study);
  const results = evaluateStudy(study);
  const { trend, confidence, draws, seed, municipalSaving, programmeCostRange } = study.options;
  const { programmeCost } = results;
  const costEstimates = study.tables.costs.map(({ amount }) => amount);
  const hasMoney = programmeCost !== null && costEstimates.length > 0;
  const simulation = simulateStudy({
    counts: aligned,
    years: yearsAfterStart(aligned.eventYears),
    trend,
    draws,
    seed,
    confidence,
    municipalSavings,
    ...(hasMoney && {
      money: {
        costEstimates,
        programmeCost,
        programmeCostRange: {
          lower: programmeCost * (1 - programmeCostRange),
          upper: programmeCost * (1 + programmeCostRange),
        },
        ...(municipalSaving !== null && { municipalSavingPerEviction: municipalSaving }),
      },
    }),
  });
  try {
    for (;;) {
      const step = simulation.next();
      if (step.done) {
        const inputs = inputsOf(study, aligned, results);
        return { draws, seed, years: step.value, municipalSavings, inputs };
      }
      yield step.value / draws;
    }
  } catch (error) {
    if (error instanceof StatsError) return null;
    throw error;
  }
}

function inputsOf(study: Study, aligned: AlignedStudy, results: StudyResults): SimulatedInputs {
  const { trend, confidence, programmeCostRange, municipalSaving } = study.options;
  const squares = (values: readonly number[]): number => values.reduce((sum, value) => sum + value ** 2, 0);
  return {
    trend,
    confidence,
    intervention: aligned.intervention,
    control: aligned.control,
    countsSquared: squares(study.tables.counts.map(({ evictions }) => evictions)),
    costsSquared: squares(study.tables.costs.map(({ amount }) => amount)),
    costPerEviction: results.costPerEviction,
    programmeCost: results.programmeCost,
    programmeCostRange,
    municipalSaving,
  };
}
