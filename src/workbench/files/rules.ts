import type { ConditionalRule, DataValidation, Workbook } from 'hucre';
import type { ConditionalFormatSnapshot, Rect, ValidationSnapshot } from '../book';
import { formulaFromFile, formulaToFile } from './function-prefixes';
import { parseRange, rangeName } from './ranges';
import { moveFormula } from './shared-formula';
import { overlayToFile, styleFromFile, withoutAbsent } from './styles';

/** What a sheet says about cells beside their values: which input they take, and when they change their look. */

export function validationToFile(validation: ValidationSnapshot): DataValidation {
  const { kind, operator, first, second, prompt, alert } = validation;
  const isChoices = kind === 'list' && first !== undefined && !first.startsWith('=');
  return {
    type: kind,
    range: rangeName(validation.range),
    allowBlank: validation.allowBlank,
    ...(operator && { operator }),
    ...(isChoices && { values: first.split(',') }),
    ...(!isChoices && first !== undefined && { formula1: formulaToFile(first) }),
    ...(second !== undefined && { formula2: formulaToFile(second) }),
    // Without this mark Excel accepts what the rule forbids without a word.
    showErrorMessage: true,
    ...(prompt && { showInputMessage: true, inputTitle: prompt.title, inputMessage: prompt.message }),
    ...(alert && { errorTitle: alert.title, errorMessage: alert.message }),
  };
}

/** One rule per area; kinds that the workbench has no word for (dates, text lengths) are left out. */
export function validationsFromFile(validation: DataValidation): readonly ValidationSnapshot[] {
  const {
    type: kind,
    values,
    formula1,
    formula2,
    inputTitle,
    inputMessage,
    errorTitle,
    errorMessage,
  } = validation;
  if (kind !== 'list' && kind !== 'decimal' && kind !== 'whole' && kind !== 'custom') return [];
  const areas = areasOf(validation.range);
  return areas.map((range) => {
    const moved = (formula: string | undefined): string | undefined =>
      formula === undefined ? undefined : operand(moveTo(formula, areas[0]!, range));
    return withoutAbsent({
      range,
      kind,
      // A file that names no comparison means the first in Excel's list.
      operator: validation.operator ?? (kind === 'decimal' || kind === 'whole' ? 'between' : undefined),
      first: values ? values.join(',') : moved(formula1),
      second: moved(formula2),
      allowBlank: validation.allowBlank ?? false,
      prompt: textPair(inputTitle, inputMessage),
      alert: textPair(errorTitle, errorMessage),
    });
  });
}

export function conditionalFormatToFile(
  format: ConditionalFormatSnapshot,
  priority: number,
): ConditionalRule {
  return {
    type: 'expression',
    priority,
    range: rangeName(format.range),
    formula: formulaToFile(format.formula),
    style: overlayToFile(format.style),
  };
}

/** One rule per area; only rules by formula are kept. */
export function conditionalFormatsFromFile(
  rule: ConditionalRule,
  themeColors: Workbook['themeColors'],
): readonly ConditionalFormatSnapshot[] {
  const formula = Array.isArray(rule.formula) ? rule.formula[0] : rule.formula;
  if (rule.type !== 'expression' || formula === undefined) return [];
  const { fill, ...rest } = rule.style ?? {};
  // These fills are kept in the background colour, and the pattern is often left out: solid is meant.
  const background = fill?.type === 'pattern' ? (fill.bgColor ?? fill.fgColor) : undefined;
  const style = styleFromFile(
    { ...rest, ...(background && { fill: { type: 'pattern', pattern: 'solid', fgColor: background } }) },
    themeColors,
  );
  const areas = areasOf(rule.range);
  return areas.map((range) => ({
    range,
    formula: formulaFromFile(moveTo(formula, areas[0]!, range)),
    style,
  }));
}

function areasOf(range: string): readonly Rect[] {
  return range.split(/\s+/u).flatMap((part) => parseRange(part) ?? []);
}

function moveTo(formula: string, from: Rect, to: Rect): string {
  return moveFormula(formula, to.row - from.row, to.column - from.column);
}

function operand(formula: string): string {
  return formula.trim() !== '' && Number.isFinite(Number(formula)) ? formula : formulaFromFile(formula);
}

function textPair(title: string | undefined, message: string | undefined): ValidationSnapshot['prompt'] {
  return title === undefined && message === undefined
    ? undefined
    : { title: title ?? '', message: message ?? '' };
}
