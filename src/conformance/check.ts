/**
 * A statement about Excel that the add-in, or the workbench in Excel's place, builds on, and how to find out
 * whether it is true. Written against Office.js alone, so that it runs in any Excel.
 */
export interface Check {
  /** The rule that it holds: one of the workbench's, or a habit of Excel that the add-in relies on. */
  readonly rule: string;
  readonly what: string;
  /** What is taken for true. */
  readonly expected: unknown;
  /** What this Excel says, as plain data. The sheet is empty, new, and taken away afterwards. */
  readonly observe: (sheet: Excel.Worksheet, context: Excel.RequestContext) => Promise<unknown>;
  /** Where it cannot be tried, and why: only there is it left out. */
  readonly unless?: () => string | null;
}

/** Everything that a check makes bears this name or begins with it, and is taken away again. */
export const prefix = 'sv_check';

/** The sheet that each check gets. */
export const scratchName = `${prefix} sheet`;

/** `done`, or the code with which Excel refuses. */
export async function outcome(work: () => Promise<unknown>): Promise<string> {
  try {
    await work();
    return 'done';
  } catch (error) {
    const { code } = error as { readonly code?: unknown };
    return typeof code === 'string' ? code : String(error);
  }
}

/** A check of what Excel refuses: the requests are queued, then sent. */
export function refusal(
  rule: string,
  what: string,
  expected: string,
  work: (sheet: Excel.Worksheet, context: Excel.RequestContext) => void,
): Check {
  return {
    rule,
    what,
    expected,
    observe: (sheet, context) =>
      outcome(async () => {
        work(sheet, context);
        await context.sync();
      }),
  };
}
