import type { Place } from '../study';
import { inExcel } from './in-excel';

/** Shows a sheet. One round trip. */
export async function showSheet(name: string): Promise<void> {
  await show((context) => context.workbook.worksheets.getItem(name).activate());
}

/** Shows and selects the cell that a finding speaks of. One round trip. */
export async function showCell(place: Place): Promise<void> {
  await show((context) =>
    context.workbook.worksheets.getItem(place.source).getCell(place.row, place.column).select(),
  );
}

async function show(request: (context: Excel.RequestContext) => void): Promise<void> {
  await inExcel(async (context) => {
    request(context);
    await context.sync();
  });
}
