import type { UpdateToAsk } from './write-study';

/** Whether a report is as it was written, as far as is known. */
export function isUnchanged({ typed, notKept, cells, charts, lostInputs }: UpdateToAsk): boolean {
  return typed.length + notKept.length + charts.length + lostInputs === 0 && cells?.length === 0;
}
