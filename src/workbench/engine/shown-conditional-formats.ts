/** Lets the grid show the conditional formats that the engine keeps as plain data. */
import type { FUniver } from '@univerjs/core/facade';
import type { ConditionalFormatSnapshot } from '../book';
import type { Engine, SheetId } from './engine';
import { toRange } from './workspace';

export function showConditionalFormats(engine: Engine, api: FUniver): void {
  const shown = new Map<SheetId, readonly ConditionalFormatSnapshot[]>();
  engine.on('objects', ({ sheet }) => {
    const formats = engine.rules.conditionalFormats(sheet);
    if (shown.get(sheet) === formats) return;
    shown.set(sheet, formats);
    show(sheet, formats);
  });

  const show = (sheet: SheetId, formats: readonly ConditionalFormatSnapshot[]): void => {
    const worksheet = api.getActiveWorkbook()?.getSheetBySheetId(sheet);
    if (worksheet == null) return;
    worksheet.clearConditionalFormatRules();
    for (const { range, formula, style } of formats) {
      const rule = worksheet
        .newConditionalFormattingRule()
        .whenFormulaSatisfied(formula)
        .setRanges([toRange(range)]);
      if (style.fill !== undefined) rule.setBackground(style.fill);
      if (style.fontColor !== undefined) rule.setFontColor(style.fontColor);
      if (style.bold !== undefined) rule.setBold(style.bold);
      if (style.italic !== undefined) rule.setItalic(style.italic);
      worksheet.addConditionalFormattingRule(rule.build());
    }
  };
}
