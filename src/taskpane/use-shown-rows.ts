import { useState } from 'react';
import { comparable } from '../study';

/** Rows of areas that are drawn at first, and how many more each time. Fields take longer to draw than text. */
export const rowsOf = { text: 100, fields: 20 } as const;

export interface ShownRows<Row> {
  readonly shown: readonly Row[];
  /** How many of those that are looked for are not shown. */
  readonly hidden: number;
  /** How many the next step shows. */
  readonly more: number;
  readonly showMore: () => void;
  /** All of them, whether looked for or not. */
  readonly all: number;
  /** What is looked for; null where the rows are too few to be looked for. */
  readonly search: string | null;
  readonly onSearch: (text: string) => void;
}

/**
 * Areas may be thousands, more than a pane can draw or a person look through: the first are shown, more when asked
 * for, and any is found by its name.
 *
 * @param needed rows that are shown in any case, because something is to be put right there
 */
export function useShownRows<Row extends { readonly area: string }>(
  rows: readonly Row[],
  step: number,
  needed: (row: Row) => boolean = () => false,
): ShownRows<Row> {
  const [most, setMost] = useState(step);
  const [search, setSearch] = useState('');
  const looked = comparable(search);
  const found = looked === '' ? rows : rows.filter(({ area }) => comparable(area).includes(looked));
  const first = found.slice(0, most);
  const isFirst = new Set(first);
  const others = rows.filter((row) => needed(row) && !isFirst.has(row));
  const hidden = found.length - first.length;
  return {
    shown: [...first, ...others],
    hidden,
    more: Math.min(step, hidden),
    showMore: () => setMost(most + step),
    all: rows.length,
    search: rows.length > step ? search : null,
    onSearch: setSearch,
  };
}
