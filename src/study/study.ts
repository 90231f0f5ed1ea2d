import type { Trend } from '../stats';
import type { Place } from './grid';

export type Language = 'da' | 'en';
export type Group = 'intervention' | 'control';
export const groups: readonly Group[] = ['intervention', 'control'];

/** Evictions in one area's intervention or control group in one calendar year. */
export interface EvictionCount {
  readonly area: string;
  readonly group: Group;
  /** The housing organisation that was counted. The same control may be counted for several areas. */
  readonly organisation: string;
  readonly year: number;
  readonly evictions: number;
  /** Tenancies in that year, where the table gives them; otherwise null. */
  readonly tenancies: number | null;
  readonly place: Place;
  /** Where the tenancies stand; absent where the table has none. */
  readonly tenanciesPlace?: Place;
}

/** Tenancies of an area's group in a calendar year, from a table of their own. */
export interface YearlyTenancies {
  readonly area: string;
  readonly group: Group;
  /** Absent where the table names none: then they are of the only organisation that was counted. */
  readonly organisation?: string;
  readonly year: number;
  readonly tenancies: number;
  readonly place: Place;
}

/** Tenancies of all areas together in one event year, as the report prints them. */
export interface PooledTenancies {
  readonly eventYear: number;
  readonly group: Group;
  readonly tenancies: number;
  readonly place: Place;
}

export interface Programme {
  readonly area: string;
  /** The first calendar year in which the programme ran from January to December: event year 1. */
  readonly firstFullYear: number;
  readonly tenancies: number | null;
  /** Tenancies of the control organisations, where they are taken as the same every year. */
  readonly controlTenancies: number | null;
  /** Hours a week that the caretakers spend on preventing evictions, all caretakers together. */
  readonly weeklyHours: number | null;
  readonly place: Place;
  /** Where numbers come from that a person typed beside the table. */
  readonly typed?: Place;
}

/** One published estimate of what an eviction costs a housing organisation, in DKK. */
export interface CostEstimate {
  readonly source: string;
  readonly amount: number;
  readonly place: Place;
  /** What the library of published estimates knows of it; absent where a table or a person gave it. */
  readonly published?: Publication;
}

/** When an estimate was published, whose cost it is, and how well founded it is. */
export interface Publication {
  /** Null where the source does not say. */
  readonly year: number | null;
  readonly payer: Payer;
  readonly grade: Grade;
}

export type Payer = 'housing-organisation' | 'municipality';

/**
 * How well founded an estimate is, by who stands behind it and whether it can be looked up: A, a research
 * institution; B, an evaluator from outside; C, an organisation on its own work, or an anthology; D, an
 * unpublished note, or an upper limit rather than a mean.
 */
export type Grade = 'A' | 'B' | 'C' | 'D';

/** What has been read, before anything is chosen; where it is only shown, its counts are summed up. */
export interface StudyTables<Counts = readonly EvictionCount[]> {
  readonly counts: Counts;
  readonly pooledTenancies: readonly PooledTenancies[];
  readonly programmes: readonly Programme[];
  readonly costs: readonly CostEstimate[];
}

/** What the consultant chooses. Money in DKK. */
export interface StudyOptions {
  readonly language: Language;
  /** First and last event year: -2 to 2 is two years before year 0 and two after. */
  readonly from: number;
  readonly to: number;
  readonly trend: Trend;
  readonly confidence: number;
  readonly draws: number;
  readonly seed: number;
  /** Yearly cost of a full-time caretaker per 1,000 tenancies, overhead included. */
  readonly annualCostPer1000: number;
  readonly fullTimeHours: number;
  /** What one prevented eviction saves the municipality; null when it is not known. */
  readonly municipalSaving: number | null;
  /** Areas that are left out. */
  readonly exclude: readonly string[];
  /** Whether intervals are widened by the overdispersion that the counts show. */
  readonly overdispersion: boolean;
  /** Names that stay themselves although they are written almost like another. */
  readonly keepApart: readonly string[];
  /** Years that the programme is reckoned over, the start-up years included. */
  readonly horizonYears: number;
  /** Years at the beginning that cost as the others and prevent nothing yet. */
  readonly startUpYears: number;
  /** A year's interest, as a share: 0.035. */
  readonly discountRate: number;
  /** How far the programme's cost may lie from what was reckoned, as a share on either side: 0.1 is ±10 %. */
  readonly programmeCostRange: number;
}

export const defaultOptions: StudyOptions = {
  language: 'da',
  from: -2,
  to: 2,
  trend: 'compound',
  confidence: 0.95,
  draws: 10000,
  seed: 1,
  annualCostPer1000: 660000,
  fullTimeHours: 37,
  municipalSaving: null,
  exclude: [],
  overdispersion: false,
  keepApart: [],
  horizonYears: 5,
  startUpYears: 1,
  discountRate: 0.035,
  programmeCostRange: 0,
};

/** A complete, checked study: whatever is still missing was found by `checkStudy` first. */
export interface Study<Counts = readonly EvictionCount[]> {
  readonly tables: StudyTables<Counts>;
  readonly options: StudyOptions;
  /** Figures printed elsewhere to hold the recomputed ones against; only the built-in example has them. */
  readonly published: readonly PublishedFigure[];
}

/** A figure as a publication prints it, and where in the workbook the recomputed one stands. */
export interface PublishedFigure {
  readonly id: string;
  readonly printed: number;
  /** The unit in which it is printed. */
  readonly unit: 'per1000' | 'perYear' | 'percent' | 'points' | 'dkk' | 'hours';
  /** Printed to this digit: 0.1, 1 or 1000. */
  readonly printedTo: number;
  /** Why it cannot be reproduced; absent where it can. */
  readonly contradiction?: ContradictionCode;
}

export type ContradictionCode =
  | 'misprint'
  | 'sum-of-rounded'
  | 'difference-of-rounded'
  | 'hours-as-printed'
  | 'cost-of-rounded-hours'
  | 'cost-of-printed-hours';

export function includedProgrammes(study: Pick<Study<unknown>, 'tables' | 'options'>): readonly Programme[] {
  const left = new Set(study.options.exclude);
  return study.tables.programmes.filter((programme) => !left.has(programme.area));
}

/** First to last event year, in order. */
export function eventYears(options: Pick<StudyOptions, 'from' | 'to'>): readonly number[] {
  return Array.from({ length: options.to - options.from + 1 }, (_, index) => options.from + index);
}
