import { useEffect, useState } from 'react';
import { onSelectionChanged, selectedRange, ExcelProblem, type SelectedRange } from '../excel';

/** What is selected in Excel, followed while this is shown; null until it is known. */
export function useSelectedRange(): SelectedRange | ExcelProblem | null {
  const [selected, setSelected] = useState<SelectedRange | ExcelProblem | null>(null);
  useEffect(() => {
    let isShown = true;
    let isAsking = false;
    let isStale = false;
    // One question at a time: a person moves through cells faster than Excel on the web answers.
    const ask = async (): Promise<void> => {
      isStale = true;
      if (isAsking) return;
      isAsking = true;
      while (isStale && isShown) {
        isStale = false;
        const answer = await selectedRange().catch((error: unknown) => error as ExcelProblem);
        if (isShown) setSelected(answer);
      }
      isAsking = false;
    };
    void ask();
    const following = onSelectionChanged(() => void ask());
    return () => {
      isShown = false;
      following.then((stop) => stop()).catch(() => undefined);
    };
  }, []);
  return selected;
}
