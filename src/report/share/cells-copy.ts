import { columnLetters } from '../../study';
import type { SourceCell, Value } from './source-report';
import { element, escapeXml, type XmlElement } from './xml';

const main = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main';

/** The strings of the new workbook: those of the old one that no cell shows stay behind. */
export class Strings {
  readonly #indices = new Map<string, number>();
  readonly #items: XmlElement[] = [];

  index(text: string, rich: XmlElement | null = null): number {
    const item = rich
      ? element('si', {}, rich.children)
      : element('si', {}, [element('t', { 'xml:space': 'preserve' }, [escapeXml(toFile(text))])]);
    const key = JSON.stringify(item);
    const found = this.#indices.get(key);
    if (found !== undefined) return found;
    this.#indices.set(key, this.#items.length);
    return this.#items.push(item) - 1;
  }

  xml(): XmlElement {
    return element('sst', { xmlns: main, uniqueCount: String(this.#items.length) }, this.#items);
  }
}

function toFile(text: string): string {
  return text.replaceAll(/_(?=x[\da-fA-F]{4}_)/gu, '_x005F_').replaceAll('\r', '_x000D_');
}

export function cellXml(
  { row, column, style }: Pick<SourceCell, 'row' | 'column' | 'style'>,
  value: Value,
  strings: Strings,
  rich: XmlElement | null = null,
): XmlElement {
  const attributes = {
    r: `${columnLetters(column)}${row + 1}`,
    ...(style !== undefined && { s: style }),
  };
  const cell = (type: string | null, text: string): XmlElement =>
    element('c', { ...attributes, ...(type !== null && { t: type }) }, [element('v', {}, [escapeXml(text)])]);
  if (value === null || value === '') return element('c', attributes);
  if (typeof value === 'string') return cell('s', String(strings.index(value, rich)));
  if (typeof value === 'boolean') return cell('b', value ? '1' : '0');
  if (typeof value === 'number') return cell(null, String(value));
  return cell('e', value.error);
}
