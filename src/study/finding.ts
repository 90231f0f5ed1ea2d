import type { FileProblem } from './file-problem';
import type { NotRead, Place } from './grid';
import type { Group } from './study';

/**
 * Everything that reading and checking can have to say, as data: the code and what fills its sentence. The
 * sentences stand in `texts/<language>/findings.ts`, one for every code.
 */
export interface FindingDetails {
  // Files and tables
  'file-unreadable': { readonly file: string; readonly reason: FileProblem };
  'file-ignored': { readonly file: string };
  'sheet-not-read': { readonly sheet: string; readonly reason: NotRead };
  /** The headers that are known, in the row that comes closest to a table's; absent where an earlier version read. */
  'no-tables': { readonly source: string; readonly known?: readonly string[] };
  'no-counts': Record<string, never>;
  'no-programmes': Record<string, never>;
  /** The known columns by their fields, such as `firstFullYear`: every language has its own names for them. */
  'unknown-column': { readonly column: string; readonly known: readonly string[] };
  /** The column by its field. */
  'missing-column': { readonly column: string; readonly table: TableKind };
  'column-not-used': { readonly column: string };
  /** A column inside a table holds something under no header. */
  'column-without-header': Record<string, never>;
  'column-twice': { readonly column: string };
  /** A row of a file has more cells than its header. */
  'row-too-long': { readonly found: string };
  /** Counts from 1. */
  'quotes-broken': { readonly line: number };
  'rows-after-blank': Record<string, never>;
  // Cells
  'blank-cell': { readonly column: string; readonly area?: string; readonly year?: number };
  'not-a-number': {
    readonly found: string;
    readonly column: string;
    readonly area?: string;
    readonly year?: number;
  };
  'not-a-year': { readonly found: string; readonly area?: string };
  /** What stands where a number is missing or withheld: `..`, `-`, `<5`. It is a hole, never 0. */
  'no-number-given': FindingDetails['not-a-number'];
  'unknown-group': { readonly found: string; readonly area: string };
  'number-doubtful': { readonly found: string; readonly read: number };
  'row-left-out': { readonly text: string; readonly reason: 'total' | 'further-row' | 'remark' };
  /** What the numbers of a wide table's row count, in words that are not known. */
  'unknown-measure': { readonly found: string; readonly area: string };
  /** Cells without a name under one with: merged cells say a name once. The column by its field. */
  'name-from-above': { readonly column: string; readonly rows: number };
  /** A block without a title, alone on its sheet, has the sheet's name. */
  'named-by-sheet': { readonly area: string };
  /** A cell that Excel could not compute, such as `#N/A`, where a text is needed. */
  'cell-error': { readonly found: string; readonly column: string };
  /** Names that differ only in case, blanks or hyphens were taken as one: the way it was read. */
  'names-alike': { readonly names: readonly string[]; readonly read: string };
  /** So many more findings of that code are not said one by one. */
  'more-of-a-kind': { readonly code: string; readonly number: number };
  /** More areas and organisations than there are. */
  'too-many-names': { readonly most: number };
  /** Such names that somebody wanted kept apart. */
  'names-kept-apart': { readonly names: readonly string[] };
  /** A name whose letters were lost on its way through a wrong encoding: `SÃ¦by`. */
  'text-garbled': { readonly found: string };
  /** A line between an area's name and its block. */
  'subtitle-left-out': { readonly area: string; readonly text: string };
  /** Tenancies of a year in which nothing was counted. */
  'tenancies-without-counts': CountDetails;
  /** A date was taken for the year in which it lies. */
  'date-as-year': { readonly found: number; readonly year: number };
  // Counts
  'count-negative': CountDetails & { readonly found: number };
  'count-fractional': CountDetails & { readonly found: number };
  'more-evictions-than-tenancies': CountDetails & {
    readonly evictions: number;
    readonly tenancies: number;
  };
  'year-twice': CountDetails;
  /** Excel looks up texts of at most 255 characters. `name` is its beginning. */
  'name-too-long': { readonly name: string; readonly length: number; readonly most: number };
  'control-differs': {
    readonly organisation: string;
    readonly year: number;
    readonly first: number;
    readonly other: number;
  };
  'control-shared': { readonly organisation: string; readonly areas: readonly string[] };
  /** No table names the organisation that was counted as control: the area's own name stands for it. */
  'control-unnamed': { readonly areas: readonly string[] };
  'no-control': { readonly area: string };
  'no-intervention': { readonly area: string };
  /** Calendar years. */
  hole: { readonly area: string; readonly group: Group; readonly years: readonly number[] };
  /** Calendar years outside the window that the other group does not have. */
  'years-of-one-group': { readonly area: string; readonly group: Group; readonly years: readonly number[] };
  // Tenancies
  'tenancies-not-positive': {
    readonly area?: string;
    readonly year?: number;
    readonly eventYear?: number;
    readonly group?: Group;
    readonly found: number;
  };
  'tenancies-fractional': FindingDetails['tenancies-not-positive'];
  'tenancies-per-organisation': { readonly area: string; readonly group: Group };
  'tenancies-missing': {
    readonly area?: string;
    readonly year?: number;
    readonly eventYear?: number;
    readonly group: Group;
    /** How many organisations were counted there: of a single one, one number can be typed for all years. */
    readonly organisations?: number;
  };
  'tenancies-constant': { readonly areas: readonly string[] };
  'tenancies-jump': {
    readonly area: string;
    readonly group: Group;
    readonly year: number;
    readonly percent: number;
  };
  'tenancies-twice': { readonly eventYear: number; readonly group: Group };
  'pooled-cannot-exclude': { readonly area: string };
  // Programmes, costs, options
  'area-without-programme': { readonly area: string };
  'programme-without-counts': { readonly area: string };
  'programme-twice': { readonly area: string };
  'programme-tenancies-missing': { readonly area: string };
  'hours-missing': { readonly area: string };
  'hours-negative': { readonly area: string; readonly found: number };
  'no-costs': Record<string, never>;
  'cost-not-positive': { readonly source: string; readonly found: number };
  'cost-twice': { readonly source: string; readonly amount: number };
  'option-unknown': { readonly option: string; readonly known: string };
  'option-invalid': { readonly option: string; readonly expected: string; readonly found: string };
  'option-unknown-area': { readonly option: string; readonly area: string };
  'window-without-before': { readonly from: number };
  'window-without-after': { readonly to: number };
  'all-excluded': Record<string, never>;
  // Results that a person should not take at face value
  'first-year-zero': { readonly group: Group };
  'no-events-year-0': { readonly group: Group };
  'linear-below-zero': { readonly group: Group; readonly eventYear: number };
}

export interface CountDetails {
  readonly area: string;
  readonly group: Group;
  readonly year: number;
}

export type TableKind = 'counts' | 'programmes' | 'yearlyTenancies' | 'tenancies' | 'costs' | 'report-block';
export type FindingCode = keyof FindingDetails;
/** An error stops the study; a warning travels to the Method sheet; a note says how something was read. */
export type Severity = 'error' | 'warning' | 'note';

export type Finding = {
  [Code in FindingCode]: {
    readonly code: Code;
    readonly severity: Severity;
    readonly details: FindingDetails[Code];
    readonly place?: Place;
  };
}[FindingCode];

export function finding<Code extends FindingCode>(
  severity: Severity,
  code: Code,
  details: FindingDetails[Code],
  place?: Place,
): Finding {
  return { code, severity, details, ...(place ? { place } : {}) } as Finding;
}

export function hasErrors(findings: readonly Finding[]): boolean {
  return findings.some((each) => each.severity === 'error');
}
