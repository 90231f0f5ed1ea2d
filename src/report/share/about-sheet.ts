import { groups } from '../../study';
import { shareTexts } from '../../texts/share';
import { linesOf } from '../row-heights';
import { cellXml, type Strings } from './cells-copy';
import type { Masking } from './masking';
import type { SourceReport } from './source-report';
import { element, type XmlElement } from './xml';

const width = 86;

/** The copy's first sheet: when and from what it was made, and what is masked in it and why. */
export function aboutSheet(
  report: SourceReport,
  masking: Masking | null,
  date: string,
): { readonly name: string; readonly xml: (strings: Strings) => XmlElement } {
  const t = shareTexts[report.language];
  const lines: readonly (readonly [string, 'title' | 'heading' | 'text'])[] = [
    [masking ? t.titleMasked : t.titleValues, 'title'],
    [t.made(date), 'text'],
    [t.valuesOnly, 'text'],
    [t.onlyReport, 'text'],
    ...(masking ? maskedLines(report, masking) : []),
  ];
  const styles = looks(report);
  const rows = (strings: Strings): XmlElement[] =>
    lines.map(([text, kind], index) => {
      const row = kind === 'title' ? 0 : index + 1;
      const height = kind === 'title' ? 26 : 15 * linesOf(text, width) + 6;
      const cell = { row, column: 0, style: styles[kind] };
      return element('row', { r: String(row + 1), ht: String(height), customHeight: '1' }, [
        cellXml(cell, text, strings),
      ]);
    });
  return {
    name: freeName(t.sheet, report),
    xml: (strings) =>
      element('worksheet', { xmlns: 'http://schemas.openxmlformats.org/spreadsheetml/2006/main' }, [
        element('sheetPr', {}, [element('pageSetUpPr', { fitToPage: '1' })]),
        element('sheetViews', {}, [
          element('sheetView', { showGridLines: '0', tabSelected: '1', workbookViewId: '0' }),
        ]),
        element('sheetFormatPr', { defaultRowHeight: '15' }),
        element('cols', {}, [
          element('col', { min: '1', max: '1', width: String(width + 0.7109375), customWidth: '1' }),
        ]),
        element('sheetData', {}, rows(strings)),
        element('pageMargins', {
          left: '0.7',
          right: '0.7',
          top: '0.75',
          bottom: '0.75',
          header: '0.3',
          footer: '0.3',
        }),
        element('pageSetup', {
          paperSize: '9',
          orientation: 'portrait',
          fitToWidth: '1',
          fitToHeight: '0',
        }),
      ]),
  };
}

type Lines = readonly (readonly [string, 'heading' | 'text'])[];

function maskedLines(report: SourceReport, { counts, isResultShown, isWidened }: Masking): Lines {
  const t = shareTexts[report.language];
  const masked = counts.isMasked.filter(Boolean).length;
  if (masked === 0)
    return [
      [t.whatHeading, 'heading'],
      [t.nothingMasked, 'text'],
      [t.readItThrough, 'text'],
    ];
  const sums = groups.flatMap((group): Lines => {
    const years = counts.sumsMasked.filter((line) => line.group === group).map(({ eventYear }) => eventYear);
    return years.length === 0 ? [] : [[t.sumsMasked(group, sorted(years)), 'text']];
  });
  return [
    [t.whatHeading, 'heading'],
    [t.counts(counts.small, masked - counts.small), 'text'],
    [t.how, 'text'],
    [t.follows, 'text'],
    [t.sumsShown, 'text'],
    ...(sums.length > 0 ? ([[t.sumsMaskedHeading, 'heading'], ...sums] as const) : []),
    ...(isWidened ? ([[t.widened, 'text']] as const) : []),
    [isResultShown ? t.resultShown : t.resultMasked, 'text'],
    [t.readItThrough, 'text'],
  ];
}

function sorted(years: readonly number[]): string {
  return [...years].sort((a, b) => a - b).join(', ');
}

/** Looks that the report has already: those of its first title, of a heading and of running text. */
function looks({ sheets }: SourceReport): Readonly<Record<'title' | 'heading' | 'text', string | undefined>> {
  const styleAt = (key: string, row: number): string | undefined =>
    sheets
      .find((sheet) => sheet.key === key)
      ?.rows.flatMap(({ cells }) => cells)
      .find((cell) => cell.row === row && cell.column === 0)?.style;
  return { title: styleAt('data', 0), heading: styleAt('data', 4), text: styleAt('data', 1) };
}

/** Somebody may have called a sheet of the report so. */
function freeName(wanted: string, { sheets }: SourceReport): string {
  const taken = new Set(sheets.map(({ name }) => name.toLowerCase()));
  return taken.has(wanted.toLowerCase()) ? `${wanted} (2)` : wanted;
}
