/** Excel's error values that these functions meet or give. */
export type ExcelErrorCode = '#VALUE!' | '#N/A' | '#DIV/0!' | '#NUM!' | '#NULL!' | '#NAME?' | '#REF!';

/** An error value in a cell, with the message that Excel shows beside it (only for #VALUE! and #N/A). */
export class CellError {
  readonly code: ExcelErrorCode;
  readonly message: string;

  constructor(code: ExcelErrorCode, message = '') {
    this.code = code;
    this.message = message;
  }
}

/** What a function gives to a cell. */
export type CellValue = number | string | CellError;

/** An empty cell or an omitted argument: null or "", depending on the platform. */
export function isBlank(cell: unknown): boolean {
  return cell === null || cell === undefined || cell === '';
}

const codes: readonly string[] = ['#VALUE!', '#N/A', '#DIV/0!', '#NUM!', '#NULL!', '#NAME?', '#REF!'];

/** The error value that a cell holds, if it does: office.js hands over objects with a `code` or `basicValue`. */
export function errorIn(cell: unknown): CellError | undefined {
  if (cell instanceof CellError) return cell;
  if (typeof cell !== 'object' || cell === null) return undefined;
  const { code, basicValue } = cell as { readonly code?: unknown; readonly basicValue?: unknown };
  const found = [code, basicValue].find((one) => typeof one === 'string' && codes.includes(one));
  // An error of a kind that is not listed (#SPILL!, #CALC!) is still an error.
  if (found === undefined)
    return 'code' in cell || 'basicValue' in cell ? new CellError('#VALUE!') : undefined;
  return new CellError(found as ExcelErrorCode);
}
