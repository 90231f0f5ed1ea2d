import type { Severity } from '../../study';
import type { Trend } from '../../stats';

const whole = { maximumFractionDigits: 0 } as const;

/** How tenancies are given in the tables that were read. */
export type TenanciesKind = 'pooled' | 'yearly' | 'constant' | 'mixed' | 'none';

/** What `describeResult` fills into the sentence about the effect; figures are written in the reader's own way. */
export interface EffectSentence {
  readonly year: number;
  readonly points: string;
  readonly direction: 'more' | 'less' | 'same';
  readonly low: string;
  readonly high: string;
  readonly confidence: string;
}

export interface MoneySentence {
  /** Without its sign. */
  readonly savings: string;
  readonly savingsLow: string;
  readonly savingsHigh: string;
  /** More evictions than expected: the saving is an extra cost. */
  readonly isLoss: boolean;
  readonly cost: string;
  readonly net: string;
  readonly isSurplus: boolean;
  /** Null while the municipality's saving is not known. */
  readonly municipal: string | null;
}

const effect = (e: EffectSentence): string => {
  const interval = `(${e.confidence} % interval: ${e.low} to ${e.high})`;
  const beginning = `In year ${e.year}, evictions in the intervention areas had fallen`;
  return e.direction === 'same'
    ? `${beginning} just as much as the trend and the control areas would lead one to expect ${interval}.`
    : `${beginning} ${e.points} percentage points ${e.direction} than the trend and the control areas would lead one to expect ${interval}.`;
};

const money = (m: MoneySentence): string => {
  const interval = `(saving: ${m.savingsLow} to ${m.savingsHigh})`;
  const saved = m.isLoss
    ? `That costs the housing organisation ${m.savings} DKK more ${interval}`
    : `That saves the housing organisation ${m.savings} DKK (${m.savingsLow} to ${m.savingsHigh})`;
  const who =
    m.municipal === null
      ? 'The housing organisation alone has'
      : `With a municipal saving of ${m.municipal} DKK per prevented eviction there is`;
  return `${saved}, and prevention costs ${m.cost} DKK. ${who} a ${m.isSurplus ? 'surplus' : 'deficit'} of ${m.net} DKK (per 1,000 tenancies and year).`;
};

/** The words of the task pane. */
export const paneTexts = {
  title: 'Social caretakers',
  otherLanguage: 'Dansk',
  step: (number: number, of: number) => `Step ${number} of ${of}`,
  back: 'Back',
  cancel: 'Cancel',
  tryAgain: 'Try again',
  source: {
    heading: 'Do social caretakers prevent evictions, and do they pay for themselves?',
    lead: 'From tables of evictions to a workbook that you can defend: the effect against control areas, the savings, when it breaks even, and how sure it is.',
    workbook: 'Use the tables in this workbook',
    workbookHelp: 'Evictions per area and year, also of control areas, and a table of programmes.',
    example: 'Use the example',
    exampleHelp: 'The four areas of a published evaluation.',
    privacy: 'Nothing leaves this computer.',
    reading: 'Reading the tables …',
  },
  check: {
    heading: 'What was read',
    found: (areas: number, counts: number) =>
      `${areas} ${areas === 1 ? 'area' : 'areas'}, ${counts.toLocaleString('en')} yearly counts of evictions`,
    area: 'Area',
    areaDetails: (years: string, counts: number) =>
      counts === 0 ? 'no counts' : `${years} · ${counts} counts`,
    firstFullYear: 'First full year',
    included: 'Included',
    include: (area: string) => `Include ${area}`,
    sources: 'Read from',
    tenancies: 'Tenancies',
    tenancyKinds: {
      pooled: 'all areas together, per event year',
      yearly: 'per area and year',
      constant: 'one number per area for every year',
      mixed: 'per area and year, otherwise one number per area',
      none: 'none found',
    } satisfies Record<TenanciesKind, string>,
    hours: 'Prevention hours',
    hoursPerWeek: (hours: number) => `${hours.toLocaleString('en')} a week in all`,
    costs: 'Cost per eviction',
    costsMean: (mean: number, estimates: number) =>
      estimates === 1
        ? `${mean.toLocaleString('en', whole)} DKK`
        : `${mean.toLocaleString('en', whole)} DKK, the mean of ${estimates} estimates`,
    findings: 'Worth knowing',
    noFindings: 'Nothing to remark.',
    severity: { error: 'Error', warning: 'Warning', note: 'Note' } satisfies Record<Severity, string>,
    errorsHeading: (count: number) =>
      count === 1 ? 'One thing stops the evaluation' : `${count} things stop the evaluation`,
    moreFindings: (count: number) => `and ${count} more`,
    goTo: (place: string) => `Show ${place}`,
    choices: 'Choices',
    trend: 'Trend before the programme',
    trendNames: {
      compound: 'Compound: a constant yearly percentage',
      linear: 'Linear: a straight line',
      none: 'None: the level of the year before',
    } satisfies Record<Trend, string>,
    window: 'Event years',
    windowHelp: '0 is the last year before the programme.',
    from: 'From',
    to: 'To',
    confidence: 'Confidence of the intervals',
    municipalSaving: "Municipality's saving per prevented eviction (DKK)",
    municipalSavingHelp: 'Leave empty when it is not known.',
    municipalSavingWrong: 'Type an amount from 0, such as 20,000, or leave the field empty.',
    write: 'Write the sheets',
    readAgain: 'Read the tables again',
  },
  write: {
    working: 'Writing the sheets …',
    exists: (names: string) =>
      `There is a report already, or sheets of the same names (${names}). Nothing of it will be changed.`,
    beside: (suffix: string) => `Write a new one beside it, marked ${suffix}`,
  },
  result: {
    heading: 'The result',
    effect,
    chance: 'The interval contains 0: the difference can have come about by chance.',
    noEffect: (year: number) =>
      `The effect in year ${year} cannot be reckoned as a share of the level in year 0: a rate that it needs is 0. The Poisson estimate on the sheet Effect can.`,
    prevented: (number: string, low: string, high: string) =>
      `The best estimate is ${number} evictions prevented per 1,000 tenancies (${low} to ${high}).`,
    money,
    noMoney: 'The net result cannot be reckoned: a cost per eviction or prevention hours are missing.',
    breakEven: (amount: string) =>
      `It breaks even if the municipality saves at least ${amount} DKK per prevented eviction.`,
    moreEvictions: (number: string, low: string, high: string) =>
      `The best estimate is ${number} more evictions per 1,000 tenancies than expected (prevented: ${low} to ${high}).`,
    noUpperLimit:
      'Since the interval reaches 0, what the municipality would have to save has no finite upper limit.',
    noBreakEven: 'With these figures no municipal saving makes it break even.',
    sheets: 'The sheets',
  },
  problems: {
    'cell-edit': () =>
      'Excel is waiting for you to finish typing in a cell. Press Enter or Esc in the sheet, then try again.',
    protected: () =>
      'The workbook or a sheet is protected. Remove the protection (Review, Protect Workbook), then try again.',
    'read-only': () =>
      'The workbook is open for reading only. Choose Edit Workbook, or save a copy, then try again.',
    'no-permission': () =>
      'You have no permission to change this workbook. Save a copy of your own, then try again.',
    'too-large': () =>
      'The workbook is too large to be read in one go. Choose a single sheet or table, then try again.',
    'file-too-old': () =>
      'This Excel cannot open another workbook for the add-in. Open the file in Excel and copy its sheet into this workbook.',
    'several-selected': () => 'Several ranges are selected. Select one range, then try again.',
    'sheets-exist': (names: string) => `Sheets or names of the report are there already: ${names}.`,
    cancelled: () => 'Cancelled.',
    'too-old': (detail: string) =>
      `This Excel is too old for the add-in. Update Office, then try again. (${detail})`,
    connection: () => 'The connection to Excel was lost. Check that the workbook is open, then try again.',
    refused: (detail: string) =>
      `Excel refused: ${detail}. Save the workbook, open it again and try once more.`,
  },
  asItWas: 'The workbook is as it was.',
  leftOver: 'Some new sheets may be left over: delete them by hand.',
  unexpected: (detail: string) =>
    `Something unexpected went wrong in the add-in. Nothing was written. (${detail})`,
};

export type PaneTexts = typeof paneTexts;
