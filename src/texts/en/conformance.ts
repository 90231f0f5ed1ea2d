/** The words of the page that tries out what the add-in assumes of Excel. What each check says goes to developers, in English. */
export const conformanceTexts = {
  title: 'Does this Excel do as the add-in assumes?',
  lead: 'Open a new, empty workbook first. Each check gets a sheet of its own, which is taken away again. It takes about a minute.',
  start: 'Begin',
  progress: (done: number, all: number) => `${done} of ${all} tried …`,
  summary: (holds: number, differs: number, notTried: number) =>
    `${holds} hold, ${differs} differ, ${notTried} could not be tried.`,
  send: 'Copy the text and send it to whoever asked you to run this page:',
  copy: 'Copy',
  copied: 'Copied',
  copyByHand: 'Press Ctrl+C (on a Mac Cmd+C)',
  results: { holds: 'holds', differs: 'differs', 'not-tried': 'not tried' },
  cameInstead: (expected: string, came: string) => `expected ${expected}, came ${came}`,
  failed: (detail: string) => `It could not be carried out: ${detail}`,
};

export type ConformanceTexts = typeof conformanceTexts;
