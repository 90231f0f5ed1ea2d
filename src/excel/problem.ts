/** What can go wrong between the add-in and Excel, as data; the sentences stand in `texts/<language>/pane.ts`. */
export type ExcelProblemCode =
  /** The user is typing in a cell: Excel takes no requests until that is done. */
  | 'cell-edit'
  /** The workbook's structure or a sheet is protected. */
  | 'protected'
  /** Sheets or names of an earlier report stand where this one should go. */
  | 'sheets-exist'
  /** The user cancelled; what had been written was taken away again. */
  | 'cancelled'
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

const codes: Readonly<Record<string, ExcelProblemCode>> = {
  InvalidOperationInCellEditMode: 'cell-edit',
  AccessDenied: 'protected',
  OperationCellsExceedLimit: 'refused',
  ApiNotFound: 'too-old',
  ApiNotAvailable: 'too-old',
  Activity_LimitReached: 'connection',
  ConnectionFailure: 'connection',
  GeneralException: 'refused',
};

/** Any error from Office.js as a problem that the add-in knows; one that it knows already stays as it is. */
export function asExcelProblem(error: unknown): ExcelProblem {
  if (error instanceof ExcelProblem) return error;
  const { code, message } = error as { code?: unknown; message?: unknown };
  const text = typeof message === 'string' ? message : String(error);
  if (typeof code !== 'string') return new ExcelProblem('refused', text);
  return new ExcelProblem(codes[code] ?? 'refused', `${code}: ${text}`);
}
