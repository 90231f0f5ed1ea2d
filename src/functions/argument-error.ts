import { StatsError, type StatsErrorCode } from '../stats';
import type { ArgumentErrorCode, ArgumentName, ArgumentProblem, FunctionTexts } from '../texts/en/functions';
import { CellError, type ExcelErrorCode } from './cell';

/** Thrown while arguments are read. */
export class ArgumentError extends Error {
  readonly code: ArgumentErrorCode;
  readonly problem: ArgumentProblem & { readonly argument: ArgumentName };

  constructor(code: ArgumentErrorCode, problem: ArgumentError['problem']) {
    super(`${code} ${problem.argument}`);
    this.code = code;
    this.problem = problem;
  }
}

/** Thrown to hand an error value of the input on to the result. */
export class PassedOn extends Error {
  readonly cell: CellError;

  constructor(cell: CellError) {
    super(cell.code);
    this.cell = cell;
  }
}

const notAvailable: readonly string[] = [
  'blank',
  'missing',
  'nothing-prevented',
  'never-covered',
  'not-detectable',
] satisfies readonly (ArgumentErrorCode | StatsErrorCode)[];

function excelCode(code: ArgumentErrorCode | StatsErrorCode): ExcelErrorCode {
  if (code === 'zero-rate') return '#DIV/0!';
  return notAvailable.includes(code) ? '#N/A' : '#VALUE!';
}

/** `interventionRates` in code is `intervention_rates` in a formula. */
function formulaName(argument: string): string {
  return argument.replace(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`);
}

function problemOf(error: StatsError, texts: FunctionTexts): ArgumentProblem {
  const { argument, value, index, eventYear, expected } = error.detail;
  const say = (number: number): string => String(number).replace('.', texts.decimalMark);
  return {
    argument: texts.arguments[formulaName(argument) as ArgumentName] ?? argument,
    ...(value !== undefined && { came: say(value) }),
    ...(expected !== undefined && { expected: say(expected) }),
    ...(index !== undefined && { position: index + 1 }),
    ...(eventYear !== undefined && { eventYear }),
  };
}

/** What a cell shows for an error that was thrown; errors of no known kind are thrown again. */
export function describeError(error: unknown, texts: FunctionTexts): CellError {
  if (error instanceof PassedOn) return error.cell;
  if (error instanceof StatsError) {
    return new CellError(excelCode(error.code), texts.problems[error.code](problemOf(error, texts)));
  }
  if (error instanceof ArgumentError) {
    const { argument } = error.problem;
    const problem = { ...error.problem, argument: texts.arguments[argument] };
    return new CellError(excelCode(error.code), texts.problems[error.code](problem));
  }
  throw error;
}
