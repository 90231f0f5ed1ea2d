import type { SheetKey } from '../report';
import type { ReadSheet, ReportAsRead } from './compare-report';
import { inExcel } from './in-excel';
import { comparableName, reportsIn, unfinishedIn, type OwnReport } from './own-sheets';
import { ExcelProblem } from './problem';
import { readFormulas } from './read-formulas';
import { readSaved } from './saved-study';
import { savedNamespace } from './saved-xml';

/** The reports in the workbook. One round trip. */
export async function reportsThere(): Promise<readonly OwnReport[]> {
  return inExcel(async (context) => {
    const { names } = context.workbook;
    names.load('items/name,items/formula');
    await context.sync();
    return reportsIn(names.items);
  });
}

/** A report as it is now, to be compared with what was written. Seven round trips, more for a large one. */
export async function readReport(suffix: string): Promise<ReportAsRead> {
  return inExcel(async (context) => {
    const { names, worksheets } = context.workbook;
    names.load('items/name,items/formula');
    worksheets.load('items/name');
    await context.sync();
    const reports = reportsIn(names.items);
    const report = reports.find((each) => comparableName(each.suffix) === comparableName(suffix));
    if (!report) throw new ExcelProblem('report-gone', suffix);
    const ofReports = new Set(
      [...reports.flatMap((each) => [...each.sheets.values()]), ...unfinishedIn(names.items)].map(
        comparableName,
      ),
    );
    const users = worksheets.items
      .filter(({ name }) => !ofReports.has(comparableName(name)))
      .map((sheet) => ({ name: sheet.name, charts: sheet.charts.getCount() }));
    const sheets = await readSheets(context, report);
    const record = await readSaved(context, savedNamespace.report(suffix));
    const marks = await readSaved(context, savedNamespace.marks(suffix));
    return {
      sheets,
      record: typeof record === 'object' ? record.pieces : null,
      marks: typeof marks === 'object' ? marks.pieces : null,
      usersCharts: users.filter(({ charts: { value } }) => value > 0).map(({ name }) => name),
    };
  });
}

async function readSheets(
  context: Excel.RequestContext,
  { sheets }: OwnReport,
): Promise<readonly ReadSheet[]> {
  const charts = [...sheets.values()].map((name) =>
    context.workbook.worksheets.getItem(name).charts.getCount(),
  );
  const read = [...sheets].map(([key, name]: [SheetKey, string]) => ({
    ...{ key, name, firstRow: 0, firstColumn: 0 },
    pieces: [] as string[],
  }));
  for await (const { sheet, firstRow, firstColumn, cells } of readFormulas(context, [...sheets.values()])) {
    const of = read[sheet]!;
    if (of.pieces.length === 0) Object.assign(of, { firstRow, firstColumn });
    of.pieces.push(JSON.stringify(cells));
  }
  return read.map((each, index) => ({ ...each, charts: charts[index]!.value }));
}
