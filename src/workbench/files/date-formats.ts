import { isDateFormat } from 'hucre';
import { attribute, changePart, escapeXml, type Parts } from './parts';

/**
 * hucre turns every number under a date format into a `Date`, which loses what is finer than a millisecond and
 * what is no date at all (a share under a format that only looks like one). So it is shown number formats that
 * say nothing; what they stand for is put back into the cells' styles.
 */
export interface HiddenFormats {
  /** The format that a cell's style was given in the file. */
  restore(shown: string | undefined): string | undefined;
  /** What to add to a number under this format, so that it counts days from 1900. */
  daysToAdd(format: string | undefined): number;
}

// Formats that files name by number alone, as Excel shows them in English.
const builtIn: readonly (readonly [id: number, code: string])[] = [
  [14, 'm/d/yyyy'],
  [15, 'd-mmm-yy'],
  [16, 'd-mmm'],
  [17, 'mmm-yy'],
  [18, 'h:mm AM/PM'],
  [19, 'h:mm:ss AM/PM'],
  [20, 'h:mm'],
  [21, 'h:mm:ss'],
  [22, 'm/d/yyyy h:mm'],
  [45, 'mm:ss'],
  [46, '[h]:mm:ss'],
  [47, 'mm:ss.0'],
];

const daysFrom1900To1904 = 1462;

export function hideNumberFormats(parts: Parts, countsFrom1904: boolean): HiddenFormats {
  const codes = new Map<string, string>();
  const hide = (id: number | string, code: string): string => {
    const shown = `"format ${id}"`;
    codes.set(shown, code);
    return `<numFmt numFmtId="${id}" formatCode="${escapeXml(shown)}"/>`;
  };
  for (const path of parts.keys()) {
    if (!/(?:^|\/)styles\.xml$/u.test(path)) continue;
    changePart(parts, path, (xml) => {
      const block = /<(?:\w+:)?numFmts[^>]*>([\s\S]*?)<\/(?:\w+:)?numFmts>/u.exec(xml);
      const own = [...(block?.[1] ?? '').matchAll(/<(?:\w+:)?numFmt\s[^>]*>/gu)].map(([tag]) =>
        hide(attribute(tag, 'numFmtId') ?? '', attribute(tag, 'formatCode') ?? 'General'),
      );
      const all = `<numFmts>${builtIn.map(([id, code]) => hide(id, code)).join('')}${own.join('')}</numFmts>`;
      return xml.replace(block?.[0] ?? '', '').replace(/<(?:\w+:)?styleSheet[^>]*>/u, (root) => root + all);
    });
  }
  return {
    restore: (shown) => (shown === undefined ? undefined : (codes.get(shown) ?? shown)),
    daysToAdd: (format) =>
      countsFrom1904 && format !== undefined && isDateFormat(format) ? daysFrom1900To1904 : 0,
  };
}
