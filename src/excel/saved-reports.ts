/** What the add-in keeps in the workbook (`workbook.settings`): which sheets are its own. */
const settingKey = 'SocialeViceværter';

export interface SavedReport {
  readonly suffix: string;
  /** Worksheet ids, which stay the same when sheets are renamed or moved. */
  readonly sheetIds: readonly string[];
}

interface Saved {
  readonly version: 1;
  readonly reports: readonly SavedReport[];
}

/** Queues the reading of the setting; call the answer after the next sync. */
export function loadSavedReports(context: Excel.RequestContext): () => readonly SavedReport[] {
  const setting = context.workbook.settings.getItemOrNullObject(settingKey);
  setting.load('value');
  return () => (setting.isNullObject ? [] : parse(setting.value));
}

export function reportSheetIds(context: Excel.RequestContext): () => ReadonlySet<string> {
  const reports = loadSavedReports(context);
  return () => new Set(reports().flatMap(({ sheetIds }) => sheetIds));
}

/** Queues the saving of the setting. */
export function saveReports(context: Excel.RequestContext, reports: readonly SavedReport[]): void {
  const saved: Saved = { version: 1, reports };
  context.workbook.settings.add(settingKey, JSON.stringify(saved));
}

/** A setting that cannot be read is as good as none: nothing of the user's hangs on it. */
function parse(value: unknown): readonly SavedReport[] {
  if (typeof value !== 'string') return [];
  try {
    const saved = JSON.parse(value) as Partial<Saved>;
    return Array.isArray(saved.reports) ? saved.reports.filter(isReport) : [];
  } catch {
    return [];
  }
}

function isReport(value: unknown): value is SavedReport {
  const report = value as Partial<SavedReport> | null;
  return typeof report?.suffix === 'string' && Array.isArray(report.sheetIds);
}
