import { strFromU8, unzipSync } from 'fflate';
import { childOf, childrenOf, parseXml, textOf, type XmlElement } from '../../src/report/share/xml';

export interface FileSheet {
  readonly name: string;
  readonly path: string;
  readonly xml: XmlElement;
  readonly tables: readonly XmlElement[];
  readonly charts: readonly string[];
  readonly drawing: XmlElement | null;
}

interface Relation {
  readonly id: string;
  readonly type: string;
  readonly target: string;
}

/** A file's parts, and how they hang together. */
export class BookFile {
  readonly sheets: readonly FileSheet[];
  readonly names: readonly { readonly name: string; readonly scope: string; readonly text: string }[];
  readonly strings: readonly XmlElement[];
  readonly looks: number;

  readonly parts: ReadonlyMap<string, string>;

  constructor(xlsx: Uint8Array) {
    this.parts = new Map(Object.entries(unzipSync(xlsx)).map(([path, bytes]) => [path, strFromU8(bytes)]));
    const workbook = this.xml('xl/workbook.xml');
    const related = this.relations('xl/workbook.xml');
    this.sheets = childrenOf(childOf(workbook, 'sheets')!, 'sheet').map(({ attributes }) => {
      const path = related.find(({ id }) => id === attributes['r:id'])?.target ?? '';
      const own = this.relations(path);
      const of = (type: string): string[] =>
        own.filter((each) => each.type === type).map(({ target }) => target);
      const [drawing] = of('drawing');
      return {
        name: textOf(attributes['name'] ?? ''),
        path,
        xml: this.xml(path),
        tables: of('table').map((table) => this.xml(table)),
        drawing: drawing === undefined ? null : this.xml(drawing),
        charts: drawing === undefined ? [] : this.relations(drawing).map(({ target }) => target),
      };
    });
    this.names = childrenOf(childOf(workbook, 'definedNames') ?? workbook, 'definedName').map((node) => ({
      name: node.attributes['name'] ?? '',
      scope: node.attributes['localSheetId'] ?? '',
      text: textOf(node),
    }));
    const strings = related.find(({ type }) => type === 'sharedStrings');
    this.strings = strings ? childrenOf(this.xml(strings.target), 'si') : [];
    const styles = related.find(({ type }) => type === 'styles');
    this.looks = styles ? childrenOf(childOf(this.xml(styles.target), 'cellXfs')!, 'xf').length : 1;
  }

  xml(path: string): XmlElement {
    return parseXml(this.parts.get(path) ?? `<missing path="${path}"/>`);
  }

  relations(path: string): readonly Relation[] {
    const slash = path.lastIndexOf('/') + 1;
    const part = `${path.slice(0, slash)}_rels/${path.slice(slash)}.rels`;
    if (!this.parts.has(part)) return [];
    return childrenOf(this.xml(part), 'Relationship')
      .filter(({ attributes }) => attributes['TargetMode'] !== 'External')
      .map(({ attributes }) => ({
        id: attributes['Id'] ?? '',
        type: (attributes['Type'] ?? '').replace(/^.*\//u, ''),
        target: new URL(attributes['Target'] ?? '', `part:/${path}`).pathname.replace(/^\//u, ''),
      }));
  }

  isSheet(name: string): boolean {
    return this.sheets.some((sheet) => sheet.name === name);
  }
}

export function nameOf({ attributes }: XmlElement): string {
  return attributes['name'] ?? '';
}
