import { strFromU8, strToU8, unzipSync, zipSync } from 'fflate';
import { childrenOf, element, parseXml, writeXml, type XmlElement } from './xml';

const relationshipsOf = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
const packageRelationships = 'http://schemas.openxmlformats.org/package/2006/relationships';
const contentTypes = 'http://schemas.openxmlformats.org/package/2006/content-types';

/** The file is no workbook that can be read: encrypted, or of an older kind. */
export class UnreadableCopy extends Error {}

/** A workbook's file (.xlsx, .xlsm): parts in a zip, found by relationships. */
export class SourcePackage {
  readonly #parts: Readonly<Record<string, Uint8Array>>;

  constructor(bytes: Uint8Array) {
    try {
      this.#parts = unzipSync(bytes);
    } catch (error) {
      throw new UnreadableCopy('The file is no zip.', { cause: error });
    }
  }

  /** Where the relationships of a part lead, by their type's last word: `worksheet`, `sharedStrings` … */
  related(path: string): readonly { readonly id: string; readonly type: string; readonly path: string }[] {
    const slash = path.lastIndexOf('/') + 1;
    const part = `${path.slice(0, slash)}_rels/${path.slice(slash)}.rels`;
    if (!this.has(part)) return [];
    return childrenOf(this.xml(part), 'Relationship')
      .filter(({ attributes }) => attributes['TargetMode'] !== 'External')
      .map(({ attributes }) => ({
        id: attributes['Id'] ?? '',
        type: (attributes['Type'] ?? '').replace(/^.*\//u, ''),
        path: decodeURI(new URL(attributes['Target'] ?? '', `part:/${path}`).pathname).replace(/^\//u, ''),
      }))
      .filter((relation) => this.has(relation.path));
  }

  has(path: string): boolean {
    return path in this.#parts;
  }

  xml(path: string): XmlElement {
    const bytes = this.#parts[path];
    if (!bytes) throw new UnreadableCopy(`The file has no part ${path}.`);
    return parseXml(strFromU8(bytes).replace(/^\uFEFF/u, ''));
  }

  /** The part that everything else hangs on. */
  get workbook(): string {
    const found = this.related('').find(({ type }) => type === 'officeDocument');
    if (!found) throw new UnreadableCopy('The file has no workbook.');
    return found.path;
  }
}

const types = {
  workbook: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml',
  worksheet: 'application/vnd.openxmlformats-officedocument.spreadsheetml.worksheet+xml',
  sharedStrings: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sharedStrings+xml',
  styles: 'application/vnd.openxmlformats-officedocument.spreadsheetml.styles+xml',
  table: 'application/vnd.openxmlformats-officedocument.spreadsheetml.table+xml',
  theme: 'application/vnd.openxmlformats-officedocument.theme+xml',
  drawing: 'application/vnd.openxmlformats-officedocument.drawing+xml',
  chart: 'application/vnd.openxmlformats-officedocument.drawingml.chart+xml',
} as const;

export type PartType = keyof typeof types;

export interface Relation {
  readonly id: string;
  readonly type: PartType;
  /** Inside the package. */
  readonly path: string;
}

/** A new package: holds only what is put into it, so that nothing goes along unseen. */
export class NewPackage {
  readonly #parts: Record<string, Uint8Array> = {};
  readonly #types: XmlElement[] = [
    element('Default', {
      Extension: 'rels',
      ContentType: 'application/vnd.openxmlformats-package.relationships+xml',
    }),
    element('Default', { Extension: 'xml', ContentType: 'application/xml' }),
  ];

  put(path: string, type: PartType, xml: XmlElement, relations: readonly Relation[] = []): void {
    this.#put(path, xml);
    this.#types.push(element('Override', { PartName: `/${path}`, ContentType: types[type] }));
    if (relations.length === 0) return;
    const slash = path.lastIndexOf('/') + 1;
    this.#put(`${path.slice(0, slash)}_rels/${path.slice(slash)}.rels`, relationships(relations));
  }

  /** The file's bytes: the same for the same parts, whenever it is made. */
  bytes(workbook: string): Uint8Array {
    const top = element('Relationships', { xmlns: packageRelationships }, [
      element('Relationship', { Id: 'rId1', Type: `${relationshipsOf}/officeDocument`, Target: workbook }),
    ]);
    this.#put('[Content_Types].xml', element('Types', { xmlns: contentTypes }, this.#types));
    this.#put('_rels/.rels', top);
    return zipSync(this.#parts, { mtime: '1980-01-01T12:00:00' });
  }

  #put(path: string, xml: XmlElement): void {
    this.#parts[path] = strToU8(writeXml(xml));
  }
}

function relationships(relations: readonly Relation[]): XmlElement {
  return element(
    'Relationships',
    { xmlns: packageRelationships },
    relations.map(({ id, type, path }) =>
      element('Relationship', { Id: id, Type: `${relationshipsOf}/${type}`, Target: `/${path}` }),
    ),
  );
}
