import type { Group } from '../../study';

/** A list of event years: `-1, 0 and 2`. */
type Years = string;

/** The words of a copy that is given away. */
export const shareTexts = {
  /** Stands in a cell whose number is masked. */
  masked: 'masked',
  sheet: 'About the copy',
  titleValues: 'About the copy: values only',
  titleMasked: 'About the copy: small counts are masked',
  made: (date: string) =>
    `Made on ${date} from a report by the add-in Social caretakers. The numbers are those that stood in the report then.`,
  valuesOnly:
    'All formulas have been replaced by their results, so nothing is recalculated, and the copy opens in any Excel without the add-in. Yellow cells were the input of the report: typing in them changes nothing here. Whoever wants to follow the calculation needs the report itself.',
  onlyReport:
    'Only the sheets of the report are in the copy: no other sheets, no comments and no saved answers.',
  whatHeading: 'What is masked',
  nothingMasked: 'Nothing: no count of evictions in the report lies between 1 and 4.',
  counts: (small: number, others: number) =>
    `${small.toLocaleString('en')} ${small === 1 ? 'count' : 'counts'} of 1 to 4 evictions in an area and year, and ${others.toLocaleString('en')} other ${others === 1 ? 'count that would give one' : 'counts that would give some'} of them away. Such a cell says “masked”.`,
  how: 'When one area has a small count in an event year, the counts of all areas of that group and event year are masked: otherwise it could be found as the total less the others. A control organisation that stands for several areas is masked wherever it stands.',
  follows:
    'Everything that is reckoned from masked counts is masked too, on every sheet, in sentences and in charts: the result without each area, overdispersion, simulated figures, and the order of what moves the result most. Remarks that quote numbers are masked on the sheet Method.',
  sumsShown:
    'Sums over all areas are shown where they give no small count away; so are rates, effects, savings and intervals that follow from these sums alone.',
  sumsMaskedHeading: 'Sums that could not be shown',
  sumsMasked: (group: Group, years: Years) =>
    `${group === 'intervention' ? 'Intervention areas' : 'Control areas'}, event year ${years}: the sum is below 5 itself, or it would give a count away. All that is reckoned from it is masked.`,
  widened:
    'The intervals are widened by how much the areas’ counts vary, and that would give counts away. The results are therefore masked. They can be shown when the sheet Effect says no to widened intervals before the copy is made.',
  resultShown: 'The effect and its interval are shown.',
  resultMasked:
    'The effect is masked, because it could not be shown without giving a small count away. An evaluation of more areas or of a shorter window may be shown.',
  readItThrough:
    'What somebody typed on the sheets in words is not masked. Read the copy through before you pass it on.',
};

export type ShareTexts = typeof shareTexts;
