/** What can go wrong between the add-in and Excel, as data; the sentences stand in `texts/<language>/pane.ts`. */
export type ExcelProblemCode =
  /** The user is typing in a cell: Excel takes no requests until that is done. */
  | 'cell-edit'
  /** The workbook's structure or a sheet is protected. */
  | 'protected'
  /** The workbook is open for reading only. */
  | 'read-only'
  /** This user may not change the workbook. */
  | 'no-permission'
  /** More cells than Excel hands over in one answer, or takes in one request. */
  | 'too-large'
  /** Excel is too old to insert another file's sheets. */
  | 'file-too-old'
  /** Excel on the web inserts no sheets with charts, comments, pivot tables or slicers. */
  | 'file-features'
  /** Excel did not take the file; `detail` is its name. */
  | 'file-refused'
  /** The file is more than Excel takes in one request. */
  | 'file-too-large'
  /** The copy to give away is more than Excel opens for an add-in; `detail` is its size in MB. */
  | 'copy-too-large'
  /** A sheet or table that was there is gone. */
  | 'not-found'
  /** Several ranges are selected where one is needed. */
  | 'several-selected'
  /** Sheets or names of an earlier report stand where this one should go. */
  | 'sheets-exist'
  /** The report that was to be written anew is no longer in the workbook. */
  | 'report-gone'
  /** The user cancelled; what had been written was taken away again. */
  | 'cancelled'
  /** The report that was to be shared is no longer in the workbook. */
  | 'no-report'
  /** The report lacks what masking needs: an earlier version of the add-in wrote it. */
  | 'report-too-old'
  /** The workbook's file cannot be read: it is encrypted, for instance. */
  | 'file-unreadable'
  /** Excel is too old for something that is needed. */
  | 'too-old'
  /** Excel could not be reached, or the workbook was closed. */
  | 'connection'
  /** Excel refused; `detail` is what it said. */
  | 'refused';

export class ExcelProblem extends Error {
  constructor(
    readonly code: ExcelProblemCode,
    /** Names of sheets, or Excel's own words. */
    readonly detail: string,
    /** False where taking back what had been written failed too: then sheets may be left over. */
    readonly isUndone = true,
  ) {
    super(`${code}: ${detail}`);
    this.name = 'ExcelProblem';
  }
}

/** Excel's own codes, as its documentation lists them; what is not here is `refused` with Excel's words. */
export const excelCodes: Readonly<Record<string, ExcelProblemCode>> = {
  InvalidOperationInCellEditMode: 'cell-edit',
  AccessDenied: 'protected',
  FilteredRangeConflict: 'protected',
  ReadOnly: 'read-only',
  PermissionDenied: 'no-permission',
  Unauthenticated: 'no-permission',
  Forbidden: 'no-permission',
  InvalidSelection: 'several-selected',
  RequestPayloadSizeLimitExceeded: 'too-large',
  ResponsePayloadSizeLimitExceeded: 'too-large',
  OperationCellsExceedLimit: 'too-large',
  UnsupportedFeature: 'file-features',
  ItemNotFound: 'not-found',
  ApiNotFound: 'too-old',
  ApiNotAvailable: 'too-old',
  Activity_LimitReached: 'connection',
  ActivityLimitReached: 'connection',
  ConnectionFailure: 'connection',
  InvalidOrTimedOutSession: 'connection',
  ServiceNotAvailable: 'connection',
  RequestAborted: 'connection',
  Timeout: 'connection',
  GeneralException: 'refused',
};

/** Any error from Office.js as a problem that the add-in knows; one that it knows already stays as it is. */
export function asExcelProblem(error: unknown): ExcelProblem {
  if (error instanceof ExcelProblem) return error;
  const { code, message } = error as { code?: unknown; message?: unknown };
  const text = typeof message === 'string' ? message : String(error);
  if (typeof code !== 'string') return new ExcelProblem('refused', text);
  return new ExcelProblem(excelCodes[code] ?? 'refused', `${code}: ${text}`);
}
