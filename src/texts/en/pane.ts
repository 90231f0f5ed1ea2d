import type { AreaField, ChangedCount, CostsFrom, Field, Group, Severity, TypedOption } from '../../study';
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
  readonly netLow: string;
  readonly netHigh: string;
  readonly isSurplus: boolean;
  /** Null while the municipality's saving is not known. */
  readonly municipal: string | null;
}

/** What is said where the effect cannot be reckoned; interval and percentage are of fewer, or of more. */
export interface PoissonSentence {
  readonly isFewer: boolean;
  readonly percent: string;
  readonly low: string;
  readonly high: string;
  readonly confidence: string;
}

const poisson = (p: PoissonSentence): string =>
  `The Poisson estimate on the sheet Effect, which pools the years before and after, finds ${p.percent}% ${p.isFewer ? 'fewer' : 'more'} evictions than the control areas would lead one to expect (${p.confidence}% interval: ${p.low} to ${p.high}).`;

const effect = (e: EffectSentence): string => {
  const signed = e.direction === 'less' ? `effect: −${e.points}, ` : '';
  const interval = `(${signed}${e.confidence}% interval: ${e.low} to ${e.high})`;
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
  return `${saved}, and prevention costs ${m.cost} DKK. ${who} a ${m.isSurplus ? 'surplus' : 'deficit'} of ${m.net} DKK (net result: ${m.netLow} to ${m.netHigh}). All per 1,000 tenancies and year.`;
};

/** What is said of a field whose text is no answer. */
export type Wrong = Readonly<
  Record<Exclude<Field, `${string} ${string}`>, string> & Record<AreaField, (area: string) => string>
>;

/** The words of the task pane. */
export const paneTexts = {
  title: 'Social caretakers',
  otherLanguage: 'Dansk',
  step: (number: number, of: number) => `Step ${number} of ${of}`,
  back: 'Back',
  next: 'Continue',
  cancel: 'Cancel',
  tryAgain: 'Try again',
  /** Where a typed figure stands, and what the own cost of an eviction is called, on the sheets. */
  typedHere: 'typed in the pane',
  ownCost: 'Own figure',
  steps: {
    areas: 'Areas',
    timing: 'Timing',
    method: 'Method',
    costs: 'Costs',
    write: 'Check and write',
  },
  source: {
    heading: 'Do social caretakers prevent evictions, and do they pay for themselves?',
    lead: 'From tables of evictions to a workbook that you can defend: the effect against control areas, the savings, when it breaks even, and how sure it is.',
    workbook: 'Use the tables in this workbook',
    workbookHelp: 'Evictions per area and year, also of control areas, and a table of programmes.',
    example: 'Use the example',
    exampleHelp: 'The four areas of a published evaluation.',
    file: 'Use files from this computer',
    fileHelp: 'Tables as .csv or .xlsx; choose several at once, or drop them here.',
    parts: 'Choose sheets, tables or the selection',
    partsHelp: 'Where the workbook holds other things too.',
    listed: 'Sheets and tables',
    size: (rows: number, columns: number) => `${rows.toLocaleString('en')} × ${columns} cells`,
    tableOn: (name: string, sheet: string) => `Table ${name} on ${sheet}`,
    readListed: 'Read the chosen ones',
    nothingListed: 'The workbook is empty.',
    noneChosen: 'Choose at least one sheet or table.',
    selection: 'What is selected',
    selectionHelp: 'Select the tables in the sheet; the address here follows.',
    wholeSheet: (sheet: string) => `All of the sheet ${sheet} (one cell is selected)`,
    readSelection: 'Read the selection',
    privacy: 'Nothing leaves this computer.',
    reading: 'Reading the tables …',
    resume: 'Continue with what was read',
  },
  saved: {
    heading: 'Continue where you left off',
    study: (areas: readonly string[], sheets: readonly string[] | null, step: number) =>
      `${areas.join(', ')}${areas.length === 3 ? ' …' : ''}: ${sheets ? `the report is written (${sheets[0]} …)` : `step ${step} of 5`}.`,
    at: (time: Date) => `Saved ${time.toLocaleString('en', { dateStyle: 'long', timeStyle: 'short' })}.`,
    resume: 'Continue',
    resumeOf: (areas: readonly string[]) => `Continue the evaluation of ${areas.join(', ')}`,
    startOver: 'Or start over below. What is saved stays where it is.',
    newer:
      'The workbook holds an evaluation from a newer version of the add-in. It is left unchanged. Update the add-in to continue it, or start a new one below.',
    damaged:
      'The workbook holds a saved evaluation that is damaged and cannot be opened. It is left untouched. Start a new one below; the sheets of the workbook are as they were.',
  },
  changed: {
    heading: (count: number) =>
      count === 1 ? '1 count changed since' : `${count.toLocaleString('en')} counts changed since`,
    change: ({ area, group, year, what, before, now }: ChangedCount) => {
      const number = (value: number | null): string => (value === null ? 'none' : value.toLocaleString('en'));
      const who = group === 'control' ? `${area}, control` : area;
      return `${who} ${year}, ${what}: ${number(before)} → ${number(now)}.`;
    },
    take: 'Read the tables again',
    kept: 'What you have typed and chosen is kept.',
  },
  findings: {
    severity: { error: 'Error', warning: 'Warning', note: 'Note' } satisfies Record<Severity, string>,
    errorsHeading: (count: number) =>
      count === 1
        ? 'One thing stops the evaluation'
        : `${count.toLocaleString('en')} things stop the evaluation`,
    moreFindings: (count: number) => `Show ${count.toLocaleString('en')} more`,
    moreErrors: (count: number) => `and ${count.toLocaleString('en')} more`,
    goTo: (place: string) => `Show ${place}`,
    keepApart: 'Keep them apart',
    takeAsOne: 'Read them as one name',
  },
  areas: {
    heading: 'What was recognised',
    found: (areas: number, counts: number) =>
      `${areas.toLocaleString('en')} ${areas === 1 ? 'area' : 'areas'}, ${counts.toLocaleString('en')} yearly counts of evictions`,
    area: 'Area',
    search: 'Find an area',
    shown: (shown: number, all: number) =>
      `${shown.toLocaleString('en')} of ${all.toLocaleString('en')} areas are shown.`,
    years: 'Years',
    counts: 'Counts',
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
    later: 'To be settled in the next step',
    readAgain: 'Read the tables again',
    otherTables: 'Choose other tables',
  },
  timing: {
    heading: 'When did the programmes begin?',
    lead: 'Give the first calendar year in which each programme ran from January to December. The year before it is event year 0.',
    firstFullYear: 'First full year',
    firstFullYearOf: (area: string) => `First full year, ${area}`,
    included: 'Included',
    include: (area: string) => `Include ${area}`,
    pooled: 'The tenancies are those of all areas together: none can be left out.',
    tenancies: 'Tenancies that the tables lack',
    tenanciesHelp: 'One number for every year. Empty: not known.',
    tenanciesForCost: "Used only for the programme's cost per 1,000 tenancies. Empty: not known.",
    tenanciesOf: {
      intervention: (area: string) => `${area}, intervention`,
      control: (area: string) => `${area}, control`,
    } satisfies Record<Group, (area: string) => string>,
    window: 'Event years',
    windowHelp: '0 is the last year before the programme.',
    from: 'From',
    to: 'To',
  },
  method: {
    heading: 'How is the effect reckoned?',
    trend: 'Trend before the programme',
    trendNames: {
      compound: 'Compound: a constant yearly percentage',
      linear: 'Linear: a straight line',
      none: 'None: the level of the year before',
    } satisfies Record<Trend, string>,
    confidence: 'Confidence of the intervals',
    overdispersion: 'Widen the intervals by what the counts vary beyond chance',
    overdispersionHelp:
      'Overdispersion: evictions often vary more from year to year than chance alone would have it.',
  },
  costs: {
    heading: 'What does it cost, and what is saved?',
    programme: 'The programme',
    fields: {
      annualCostPer1000: 'Cost of a full-time caretaker per 1,000 tenancies and year (DKK)',
      fullTimeHours: 'Full-time hours a week',
      programmeCostRange: 'How far the cost may lie from that (±\u00a0%)',
      municipalSaving: "Municipality's saving per prevented eviction (DKK)",
      horizonYears: 'Horizon in years',
      startUpYears: 'Of these, start-up years without effect',
      discountRate: 'Discount rate (% a year)',
    } satisfies Record<TypedOption, string>,
    help: {
      annualCostPer1000: 'Overhead included.',
      municipalSaving: 'Leave empty when it is not known.',
      programmeCostRange: '0 when the cost is known.',
    } as Partial<Record<TypedOption, string>>,
    weeklyHours: 'Prevention hours a week that the tables lack',
    weeklyHoursHelp: 'All caretakers of the area together. Empty: not known.',
    eviction: 'Cost of an eviction to the housing organisation',
    from: {
      tables: 'From the tables',
      library: 'Published estimates',
      own: 'Own figure',
      none: 'Not known: no money is reckoned',
    } satisfies Record<CostsFrom, string>,
    ownCost: 'Cost per eviction (DKK)',
    future: 'Over the years',
    readAs: (number: string) => `Read as ${number}.`,
  },
  wrong: {
    annualCostPer1000: 'Cost of a caretaker: type an amount over 0, such as 660,000.',
    fullTimeHours: 'Full-time hours: type a number over 0, such as 37.',
    municipalSaving: "Municipality's saving: type an amount from 0, such as 20,000, or leave it empty.",
    horizonYears: 'Horizon: type a whole number from 1 to 30, such as 5.',
    startUpYears: 'Start-up years: type a whole number from 0 to 10, such as 1.',
    discountRate: 'Discount rate: type a percentage from 0 to 20, such as 3.5.',
    programmeCostRange: 'How far the cost may lie: type a percentage from 0 to 90, such as 10.',
    ownCost: 'Cost per eviction: type an amount over 0, such as 50,000.',
    libraryEstimates: 'Published estimates: choose one at least.',
    firstFullYear: (area: string) => `${area}: type the first full year with four digits, such as 2014.`,
    tenancies: (area: string) => `${area}, intervention: type the number of tenancies, such as 1,200.`,
    controlTenancies: (area: string) => `${area}, control: type the number of tenancies, such as 9,800.`,
    weeklyHours: (area: string) => `${area}: type the hours a week, such as 12.5, or leave it empty.`,
  } satisfies Wrong,
  write: {
    heading: 'Check the answers',
    change: 'Change',
    changeOf: (what: string) => `Change ${what}`,
    putRight: (step: string) => `Put it right under ${step}`,
    areas: (count: number, sources: string) => `${count} ${count === 1 ? 'area' : 'areas'} from ${sources}`,
    leftOut: (areas: string) => `without ${areas}`,
    moreAreas: (count: number) => `and ${count.toLocaleString('en')} more`,
    years: (from: string, to: string) => `event years ${from} to ${to}`,
    trend: { compound: 'compound trend', linear: 'linear trend', none: 'no trend' } satisfies Record<
      Trend,
      string
    >,
    confidence: (percent: string) => `${percent} intervals`,
    overdispersed: 'widened by overdispersion',
    caretaker: (amount: string, hours: string) => `${amount} DKK per caretaker of ${hours} hours a week`,
    eviction: (amount: string, estimates: number) =>
      estimates === 1
        ? `${amount} DKK per eviction`
        : `${amount} DKK per eviction (mean of ${estimates} estimates)`,
    noEviction: 'cost per eviction not known',
    municipal: (amount: string) => `municipal saving ${amount} DKK`,
    noMunicipal: 'municipal saving not known',
    horizon: (years: string, startUp: string, rate: string) =>
      `${years} years, ${startUp} of them start-up, discounted by ${rate}% a year`,
    warnings: 'Goes along to the sheet Method',
    where: 'What will be written',
    whereText:
      'Six new sheets at the end of this workbook: Area data, Event years, Effect, Cost savings, Robustness and Method. Nothing that is there is changed: where a report or one of the names is there already, you are asked first.',
    button: 'Write the sheets',
    working: 'Writing the sheets …',
    exists: (reports: number) =>
      reports === 1
        ? 'There is a report in the workbook already. What should happen?'
        : `There are ${reports} reports in the workbook already. What should happen?`,
    taken: (names: string) =>
      `There are sheets or names already that the report would have (${names}). None of it is changed.`,
    update: (sheet: string) => `Update the report that begins with ${sheet}`,
    suffix: 'Mark of a new report beside it',
    suffixHelp: 'Is added to the names of its sheets.',
    wrongSuffix: 'Type 1 to 8 letters or digits without blanks.',
    takenSuffix: 'A report has that mark already.',
    beside: (suffix: string) => `Write a new one beside it, marked ${suffix}`,
  },
  update: {
    heading: 'The report was changed since it was written. Its sheets are written anew.',
    headingUnchanged: 'The sheets of the report are written anew.',
    keep: (count: number) =>
      count === 1
        ? 'Keep the number or choice that was typed in the sheets:'
        : `Keep the ${count} numbers and choices that were typed in the sheets:`,
    notKept: (count: number) =>
      count === 1
        ? 'One entry cannot be carried over, because the new report has no such field:'
        : `${count} entries cannot be carried over, because the new report has no such fields:`,
    cells: (count: number) =>
      count === 1
        ? 'One other cell was changed or filled, and that will be lost:'
        : `${count} other cells seem to have been changed or filled, and that will be lost:`,
    charts: (sheets: string) => `Charts that were added (${sheets}) will be lost.`,
    usersCharts: (sheets: string) =>
      `There are charts on your own sheets (${sheets}). If they show figures of this report, they will lose them: choose their data again afterwards, or write a new report beside it.`,
    unknown:
      'It is not known whether anything else on the sheets was changed. If so, it will be lost: choose Cancel and write a new report beside it.',
    empty: 'empty',
    go: 'Update the report',
  },
  result: {
    typed: (count: number) =>
      `The sheets reckon with ${count === 1 ? 'an entry' : `${count} entries`} made directly in them. The figures here in the pane do not: see the result on the sheet.`,
    heading: 'The result',
    changes: 'What would change it',
    effect,
    chance: 'The interval contains 0: the difference can have come about by chance.',
    noEffect: (year: number) =>
      `The effect in year ${year} cannot be reckoned as a share of the level in year 0: a rate that it needs is 0.`,
    poisson,
    prevented: (number: string, low: string, high: string) =>
      `The best estimate is ${number} evictions prevented per 1,000 tenancies (${low} to ${high}).`,
    money,
    noMoney: {
      eviction: 'The net result cannot be reckoned: the cost per eviction is missing.',
      programme: 'The net result cannot be reckoned: prevention hours or tenancies of an area are missing.',
      both: "The net result cannot be reckoned: both the cost per eviction and the programme's hours or tenancies are missing.",
    },
    breakEven: (amount: string) =>
      `It breaks even if the municipality saves at least ${amount} DKK per prevented eviction.`,
    moreEvictions: (number: string, low: string, high: string) =>
      `The best estimate is ${number} more evictions per 1,000 tenancies than expected (prevented: ${low} to ${high}).`,
    noUpperLimit:
      'Since the interval reaches 0, what the municipality would have to save has no finite upper limit.',
    noBreakEven: 'With these figures no municipal saving makes it break even.',
    sheets: 'The sheets',
  },
  share: {
    open: 'Share a copy …',
    heading: 'Share a copy',
    lead: 'The copy opens as a new workbook. Save it there and pass it on. This workbook stays as it is.',
    which: 'Which report?',
    report: (suffix: string) => (suffix === '' ? 'The report without a mark' : `The report marked ${suffix}`),
    what: 'What should the copy show?',
    values: 'Values only',
    valuesHelp: 'Everything in the report, with results in place of formulas. Opens without the add-in.',
    masked: 'Small counts masked',
    maskedHelp:
      'Values only, and counts of 1 to 4 evictions are masked with all that would give them away. The copy’s first sheet says what.',
    button: 'Make the copy',
    working: 'Making the copy …',
    done: 'The copy is open as a new workbook. If you do not see it, it lies behind this window, or the browser has blocked a new one.',
    nothingMasked: 'Nothing had to be masked: no count lies between 1 and 4.',
    whatMasked: (small: number, others: number) =>
      `Masked: ${small.toLocaleString('en')} ${small === 1 ? 'count' : 'counts'} of 1 to 4, and ${others.toLocaleString('en')} that would give ${small === 1 ? 'it' : 'them'} away.`,
    resultShown: 'The effect is shown.',
    resultMasked: 'The effect had to be masked too: the sheet About the copy says why.',
    noReport: 'There is no report in this workbook yet. Write the sheets first.',
    unexpected: (detail: string) =>
      `Something unexpected went wrong in the add-in. No copy was made. (${detail})`,
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
    'file-features': () =>
      'Excel on the web cannot open a workbook with charts, comments, pivot tables or slicers for the add-in. Save the sheets with the evictions in a file of their own, or open the file in Excel and use the add-in there.',
    'file-refused': (file: string) =>
      `Excel could not open ${file}. Open it in Excel, save it again as .xlsx and try once more.`,
    'file-too-large': (file: string) =>
      `${file} is too large for Excel to open it for the add-in. Open it in Excel and use the add-in there.`,
    'copy-too-large': (megabytes: string) =>
      `The copy has ${megabytes} MB, which is more than this Excel opens for an add-in (about 5 MB on the web). Open the workbook in Excel for Windows or Mac and share it there, or evaluate fewer areas.`,
    'not-found': () => 'The sheet or table is no longer there. Read the tables again, or choose others.',
    'several-selected': () => 'Several ranges are selected. Select one range, then try again.',
    'sheets-exist': (names: string) => `Sheets or names of the report are there already: ${names}.`,
    'report-gone': () =>
      'The report that was to be updated is no longer in the workbook. Write the sheets again to make a new one.',
    cancelled: () => 'Cancelled.',
    'no-report': () => 'The report is no longer in this workbook. Write the sheets again, then share them.',
    'report-too-old': () =>
      'An earlier version of the add-in wrote this report. Write it again, then share it.',
    'file-unreadable': () =>
      'Excel hands out the file of this workbook in a form that cannot be read, for instance because it is encrypted. Copy the report’s sheets into a new workbook, then try again there.',
    'too-old': (detail: string) =>
      `This Excel is too old for the add-in. Update Office, then try again. (${detail})`,
    connection: () => 'The connection to Excel was lost. Check that the workbook is open, then try again.',
    refused: (detail: string) =>
      `Excel refused: ${detail}. Save the workbook, open it again and try once more.`,
  },
  asItWas: 'The workbook is as it was.',
  leftOver: 'Some new sheets may be left over: delete them by hand.',
  notLoaded:
    'A part of the add-in could not be loaded. Nothing was written. Check the connection to the internet and try again.',
  unexpected: (detail: string) =>
    `Something unexpected went wrong in the add-in. Nothing was written. (${detail})`,
};

export type PaneTexts = typeof paneTexts;
