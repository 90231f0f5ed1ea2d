import type { FindingCode, FindingDetails, TooMuchText } from '../../study';
import { listed } from '../listed';

/** What is wrong or doubtful, and what to do about it. Where it stands is added by `describeFinding`. */
export interface FindingText {
  readonly problem: string;
  readonly remedy: string;
}

export type FindingTexts = {
  readonly [Code in FindingCode]: (details: FindingDetails[Code]) => FindingText;
};

const groupNames = { intervention: 'intervention', control: 'control' } as const;
const tableNames = {
  counts: 'the table of evictions',
  programmes: 'the programmes table',
  tenancies: 'the table of tenancies',
  yearlyTenancies: 'the table of tenancies per year',
  costs: 'the table of costs',
  'report-block': 'the block of counts',
} as const;

/** The header that stands for a field. */
const columnLabels: Readonly<Record<string, string>> = {
  area: 'area',
  group: 'group',
  measure: 'measure',
  organisation: 'organisation',
  year: 'year',
  evictions: 'evictions',
  tenancies: 'tenancies',
  controlTenancies: 'control_tenancies',
  firstFullYear: 'first_full_year',
  weeklyHours: 'prevention_hours_per_week',
  eventYear: 'event_year',
  source: 'source',
  amount: 'dkk_per_eviction',
};
export const columnLabel = (field: string): string => columnLabels[field] ?? field;
const column = (field: string): string => `“${columnLabel(field)}”`;
const holdsName = (field: string): boolean => ['area', 'group', 'organisation', 'source'].includes(field);
const more = (number: number): string => `and ${number} more`;
const about = ({ area, year }: { area?: string; year?: number }): string =>
  [area, year].filter((each) => each !== undefined && each !== '').join(' ');
const prefix = (details: { area?: string; year?: number }): string =>
  about(details) ? `${about(details)}: ` : '';

const tenanciesOf = (d: FindingDetails['tenancies-not-positive']): string =>
  [
    d.area,
    d.group && groupNames[d.group],
    d.year ?? (d.eventYear === undefined ? undefined : `event year ${d.eventYear}`),
  ]
    .filter(Boolean)
    .join(', ');

const tooMuchText: Readonly<Record<TooMuchText, string>> = {
  'too-many-lines': 'text files may have 250,000 lines in all',
  'too-many-cells': 'text files may have a million cells in all',
  'too-many-characters': 'text files may have 20 million characters in all',
  'line-too-long': 'a line may have 16,384 cells, as in Excel',
  'cell-too-long': 'a cell may have 32,767 characters, as in Excel',
};

export const findingTexts: FindingTexts = {
  'file-unreadable': ({ file, reason }) =>
    ({
      damaged: {
        problem: `${file} is damaged and cannot be read.`,
        remedy: 'Open it in the program that it comes from, save it again and try once more.',
      },
      'too-large': {
        problem: `${file} is too large: at most 64 MB is read, 512 MB unpacked.`,
        remedy: 'Save the tables of evictions in a file of their own.',
      },
      password: {
        problem: `${file} is protected by a password.`,
        remedy: 'Open it in Excel and save it without one.',
      },
      'not-a-workbook': {
        problem: `${file} is not an .xlsx workbook.`,
        remedy: 'Open it in Excel and save it as .xlsx or .csv.',
      },
    })[reason],
  'file-ignored': ({ file }) => ({
    problem: `${file} was left out: only .csv, .tsv and .txt files and study.json are read.`,
    remedy: 'If it holds tables, save them as .csv, or give the workbook by itself.',
  }),
  'sheet-not-read': ({ sheet, reason }) => {
    if (reason === 'hidden')
      return {
        problem: `The sheet “${sheet}” is hidden and was not read.`,
        remedy: 'Show it if it holds tables that belong to the study.',
      };
    if (reason === 'too-large')
      return {
        problem: `The sheet “${sheet}” reaches over too many cells and was not read.`,
        remedy: 'Select its table and read the selection, or delete what stands far outside it.',
      };
    return {
      problem: `${sheet} was not read: ${tooMuchText[reason]}.`,
      remedy:
        'Save the table with the evictions in a file of its own. If it is, the line ends or quotation marks of the file were probably lost: fetch it again.',
    };
  },
  'no-tables': ({ source, known = [] }) => ({
    problem: `No table was recognised in ${source}${
      known.length === 0
        ? ''
        : `: of its headers only ${listed(
            known.map((header) => `“${header}”`),
            more,
          )} are known`
    }.`,
    remedy:
      'Tables need headers: area, group, organisation, year and evictions (or a column for each year); or area and first_full_year.',
  }),
  'no-counts': () => ({
    problem: 'No evictions were found.',
    remedy:
      'Give a table with the columns area, group, organisation, year and evictions, or blocks as reports print them.',
  }),
  'no-programmes': () => ({
    problem: 'No programmes were found.',
    remedy:
      'Type the first full year of each area in the add-in’s pane in Excel, or give a table with the columns area and first_full_year; tenancies and prevention_hours_per_week for the costs.',
  }),
  'unknown-column': (d) => ({
    problem: `The column “${d.column}” is not known and was not read.`,
    remedy: `If it belongs to the study, name it one of: ${d.known.map(columnLabel).join(', ')}.`,
  }),
  'missing-column': (d) => ({
    problem: `The column ${column(d.column)} is missing in ${tableNames[d.table]}.`,
    remedy: 'Add it, or correct the header that should be it.',
  }),
  'column-not-used': (d) => ({
    problem: `The column “${d.column}” was left unread: the study does not use it.`,
    remedy: 'Nothing needs to be done.',
  }),
  'column-without-header': () => ({
    problem: 'A column inside the table has no header and was not read.',
    remedy: 'If it belongs to the study, type its header.',
  }),
  'column-twice': (d) => ({ problem: `The column “${d.column}” stands twice.`, remedy: 'Keep one of them.' }),
  'row-too-long': (d) => ({
    problem: `The row has more cells than its header: “${d.found}” stands under none.`,
    remedy:
      'Put text and numbers that hold the separator in quotation marks, or write numbers without separators.',
  }),
  'quotes-broken': (d) => ({
    problem: `The quotation marks in line ${d.line} do not pair.`,
    remedy: 'Close or delete the mark; a mark inside a quoted text is written twice.',
  }),
  'rows-after-blank': () => ({
    problem: 'Below a blank row the table seems to go on.',
    remedy:
      'Delete the blank rows, or leave more than three between the table and what does not belong to it.',
  }),
  'blank-cell': (d) => ({
    problem: `${prefix(d)}Column ${column(d.column)} is blank.`,
    remedy: holdsName(d.column)
      ? 'Type what should stand there, or delete the row.'
      : 'A blank is not taken for 0: type the number, or delete the row.',
  }),
  'not-a-number': (d) => ({
    problem: `${prefix(d)}“${d.found}” in ${column(d.column)} is not a number.`,
    remedy: 'Type the number with digits only.',
  }),
  'not-a-year': (d) => ({
    problem: `${prefix({ ...(d.area === undefined ? {} : { area: d.area }) })}“${d.found}” is not a calendar year.`,
    remedy: 'Type it with four digits, such as 2014.',
  }),
  'no-number-given': (d) => ({
    problem: `${prefix(d)}“${d.found}” in ${column(d.column)} gives no number; it was taken as missing, not as 0.`,
    remedy: 'Type the number, 0 where there were none; ask for it where it was withheld.',
  }),
  'unknown-group': (d) => ({
    problem: `${prefix({ area: d.area })}the group “${d.found}” is not known.`,
    remedy: 'Write intervention or control.',
  }),
  'number-doubtful': (d) => ({
    problem: `“${d.found}” was read as ${d.read.toLocaleString('en', { useGrouping: false })}.`,
    remedy: 'If that is wrong, type the number without a separator.',
  }),
  'row-left-out': (d) =>
    d.reason === 'total'
      ? {
          problem: `“${d.text}” was left out: it repeats the other rows.`,
          remedy: 'If it is an area of its own, give it another name.',
        }
      : d.reason === 'remark'
        ? {
            problem: `“${d.text}” was left out: it is a remark below the table.`,
            remedy: 'If it is a row of the table, fill in its cells.',
          }
        : {
            problem: `The further row “${d.text}” cannot be read: a block has one row of each group.`,
            remedy:
              'Give the organisations in a table with the columns area, group, organisation, year and evictions.',
          },
  'unknown-measure': (d) => ({
    problem: `${d.area}: “${d.found}” says neither evictions nor tenancies.`,
    remedy: 'Write evictions or tenancies.',
  }),
  'name-from-above': (d) => ({
    problem: `In ${d.rows} ${d.rows === 1 ? 'row' : 'rows'} a blank ${column(d.column)} was read as the name above it, as in merged cells.`,
    remedy: 'If that is wrong, type the names.',
  }),
  'named-by-sheet': (d) => ({
    problem: `The block has no title; the area was named as its sheet: ${d.area}.`,
    remedy: 'If that is wrong, type the area’s name in the cell above the block.',
  }),
  'cell-error': (d) => ({
    problem: `${d.found} in column ${column(d.column)}: the formula there has no result.`,
    remedy: 'Correct the formula, or type the name.',
  }),
  'names-alike': (d) => ({
    problem: `${listed(
      d.names.map((name) => `“${name}”`),
      more,
      ' and ',
    )} were read as one name: ${d.read}.`,
    remedy: 'If they are different, keep them apart; in study.json with the key keep_apart.',
  }),
  'more-of-a-kind': ({ number }) => ({
    problem: `… and ${number.toLocaleString('en')} more of the same kind.`,
    remedy: 'Look at the first ones: often all have the same cause.',
  }),
  'too-many-names': ({ most }) => ({
    problem: `The tables name more than ${most.toLocaleString('en')} areas and organisations.`,
    remedy:
      'Check that the columns headed as area and organisation hold their names, and no numbers or dates.',
  }),
  'names-kept-apart': (d) => ({
    problem: `${listed(
      d.names.map((name) => `“${name}”`),
      more,
      ' and ',
    )} are written almost alike and were kept apart.`,
    remedy: 'If they are the same, read them as one name, or write them alike.',
  }),
  'text-garbled': (d) => ({
    problem: `Letters of “${d.found}” were lost: the file was saved in another encoding than it was read in.`,
    remedy: 'Save it as “CSV UTF-8” or as .xlsx and read it again.',
  }),
  'subtitle-left-out': (d) => ({
    problem: `“${d.text}” was taken for a caption, and “${d.area}” for the area’s name.`,
    remedy: 'If that is wrong, delete the line that is not the name.',
  }),
  'tenancies-without-counts': (d) => ({
    problem: `${d.area}, ${groupNames[d.group]}, ${d.year}: tenancies are given, but no evictions.`,
    remedy: 'Add the evictions of that year if they belong to the study.',
  }),
  'date-as-year': (d) => ({
    problem: `The date with the number ${d.found} was read as the year ${d.year}.`,
    remedy: 'If that is wrong, type the year with four digits.',
  }),
  'count-negative': (d) => ({
    problem: `${d.area}, ${groupNames[d.group]}, ${d.year}: ${d.found} evictions is below 0.`,
    remedy: 'Correct the count.',
  }),
  'count-fractional': (d) => ({
    problem: `${d.area}, ${groupNames[d.group]}, ${d.year}: ${d.found} evictions is not a whole number.`,
    remedy: 'Counts are whole: type the number of evictions, not a rate or an average.',
  }),
  'more-evictions-than-tenancies': (d) => ({
    problem: `${d.area}, ${groupNames[d.group]}, ${d.year}: ${d.evictions} evictions from ${d.tenancies} tenancies cannot be.`,
    remedy: 'Correct one of the numbers.',
  }),
  'year-twice': (d) => ({
    problem: `${d.area}, ${groupNames[d.group]}: the year ${d.year} stands twice.`,
    remedy: 'Keep one of the rows, or give the organisations different names.',
  }),
  'name-too-long': (d) => ({
    problem: `The name “${d.name}…” has ${d.length} characters. Excel cannot look up names longer than ${d.most} characters.`,
    remedy: 'Give the area or the organisation a shorter name.',
  }),
  'control-differs': (d) => ({
    problem: `${d.organisation} has two counts in ${d.year}: ${d.first} and ${d.other}.`,
    remedy: 'One organisation has one count a year. Correct it, or give them names that tell them apart.',
  }),
  'control-shared': (d) => ({
    problem: `${d.organisation} is the control of several areas (${listed(d.areas, more)}); its counts are reckoned once when chance is reckoned.`,
    remedy: 'If they are different organisations, give them different names.',
  }),
  'control-unnamed': (d) => ({
    problem: `It is not said which housing organisation is the control of ${listed(d.areas, more)}.`,
    remedy:
      'Give its name in the column organisation, so that a control that several areas share is counted once.',
  }),
  'no-control': (d) => ({
    problem: `${d.area} has no control area.`,
    remedy:
      "Add rows with the area's name and the group control, or leave the area out. A control that serves several areas must stand under each of them.",
  }),
  'no-intervention': (d) => ({
    problem: `${d.area} has no counts of its own.`,
    remedy: 'Add rows with the group intervention, or leave the area out.',
  }),
  hole: (d) => ({
    problem: `${d.area}, ${groupNames[d.group]}: evictions of ${d.years.join(', ')} are missing.`,
    remedy: 'Add them, choose a shorter window of event years, or leave the area out.',
  }),
  'years-of-one-group': (d) => ({
    problem: `${d.area}: only the ${groupNames[d.group]} group has evictions of ${d.years.join(', ')}; they are not used.`,
    remedy: 'If a year is typed wrong, correct it; otherwise nothing needs to be done.',
  }),
  'tenancies-not-positive': (d) => ({
    problem: `${tenanciesOf(d)}: ${d.found} tenancies is not above 0.`,
    remedy: 'Correct the number of tenancies.',
  }),
  'tenancies-fractional': (d) => ({
    problem: `${tenanciesOf(d)}: ${d.found} tenancies is not a whole number.`,
    remedy: 'Tenancies are whole: type the number without a fraction.',
  }),
  'tenancies-per-organisation': (d) => ({
    problem: `${d.area}, ${groupNames[d.group]}: one number of tenancies is given for several organisations.`,
    remedy: 'Give tenancies in the rows of evictions, organisation by organisation.',
  }),
  'tenancies-missing': (d) => ({
    problem: `${[d.area, groupNames[d.group], d.year ?? (d.eventYear === undefined ? undefined : `event year ${d.eventYear}`)].filter(Boolean).join(', ')}: the number of tenancies is missing.`,
    remedy:
      'Give tenancies per year, per event year and group, or one number per area and its control; or choose fewer event years.',
  }),
  'tenancies-constant': (d) => ({
    problem: `One number of tenancies was used for every year: ${listed(d.areas, more)}.`,
    remedy: 'That is an assumption. Give tenancies per year where they are known.',
  }),
  'tenancies-jump': (d) => ({
    problem: `${d.area}, ${groupNames[d.group]}: tenancies change by ${d.percent}% in ${d.year}.`,
    remedy: 'Check that the same estates were counted in both years.',
  }),
  'tenancies-twice': (d) => ({
    problem: `Tenancies of event year ${d.eventYear}, ${groupNames[d.group]}, stand twice.`,
    remedy: 'Keep one of the numbers.',
  }),
  'pooled-cannot-exclude': (d) => ({
    problem: `${d.area} cannot be left out: tenancies are given for all areas together.`,
    remedy: 'Give tenancies per area, or keep the area.',
  }),
  'area-without-programme': (d) => ({
    problem: `${d.area} has evictions but no first full programme year.`,
    remedy: 'Add it to the programmes table, or delete its rows.',
  }),
  'programme-without-counts': (d) => ({
    problem: `${d.area} has a programme but no evictions.`,
    remedy: 'Add its evictions, check the spelling of the name, or leave the area out.',
  }),
  'programme-twice': (d) => ({
    problem: `${d.area} stands twice in the programmes table.`,
    remedy: 'Keep one of the rows.',
  }),
  'programme-tenancies-missing': (d) => ({
    problem: `${d.area}: the programmes table has no number of tenancies, so the programme's cost per 1,000 tenancies cannot be reckoned.`,
    remedy: 'Type the number of tenancies.',
  }),
  'hours-missing': (d) => ({
    problem: `${d.area}: weekly prevention hours are not given, so the programme's cost cannot be reckoned.`,
    remedy: 'Type the hours that the caretakers spend on preventing evictions.',
  }),
  'hours-negative': (d) => ({
    problem: `${d.area}: ${d.found} prevention hours a week is below 0.`,
    remedy: 'Correct the number of hours.',
  }),
  'no-costs': () => ({
    problem: 'No cost per eviction was given, so savings cannot be reckoned.',
    remedy:
      'Choose published estimates or type a figure in the add-in’s pane in Excel, or give a table with the columns source and dkk_per_eviction.',
  }),
  'cost-not-positive': (d) => ({
    problem: `${d.source}: ${d.found} DKK per eviction is not above 0.`,
    remedy: 'Correct the amount, or delete the row.',
  }),
  'cost-twice': (d) => ({
    problem: `${d.source}: ${d.amount.toLocaleString('en')} DKK per eviction stands twice and counts twice in the average.`,
    remedy: 'Delete one of the rows if they are the same estimate.',
  }),
  'option-unknown': (d) => ({
    problem: `The key “${d.option}” is not known.`,
    remedy: `Known keys: ${d.known}.`,
  }),
  'option-invalid': (d) => ({
    problem: `${d.option}: expected ${d.expected}, found ${d.found}.`,
    remedy: 'Correct the value.',
  }),
  'option-unknown-area': (d) => ({
    problem: `${d.option}: there is no area “${d.area}”.`,
    remedy: 'Write the name as in the programmes table.',
  }),
  'window-without-before': (d) => ({
    problem: `The window begins in event year ${d.from}: the trend needs a year before year 0.`,
    remedy: 'Begin at -1 or earlier.',
  }),
  'window-without-after': (d) => ({
    problem: `The window ends in event year ${d.to}: an effect needs a year after the start.`,
    remedy: 'End at 1 or later.',
  }),
  'all-excluded': () => ({ problem: 'Every area is left out.', remedy: 'Keep at least one.' }),
  'first-year-zero': (d) => ({
    problem: `The ${groupNames[d.group]} areas had no evictions in the first event year, so a yearly percentage cannot be reckoned.`,
    remedy: 'Choose the linear trend or none, or begin the window in another year.',
  }),
  'no-events-year-0': (d) => ({
    problem: `The ${groupNames[d.group]} areas had no evictions in year 0, so no share of that level can be reckoned.`,
    remedy: 'Use the Poisson estimate, which pools all years.',
  }),
  'linear-below-zero': (d) => ({
    problem: `The straight line of the ${groupNames[d.group]} areas leads below 0 in event year ${d.eventYear}; 0 was used from there on.`,
    remedy: 'Choose the compound trend or none if that is not plausible.',
  }),
};
