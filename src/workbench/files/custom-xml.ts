import { strToU8 } from 'fflate';
import { namespaceOf } from '../xml';
import { attribute, changePart, escapeXml, readPart, relationsOf, type Parts } from './parts';

/**
 * Custom XML parts: documents that programs keep inside a workbook. Excel leaves them alone when it saves the file
 * again (documented), and so does LibreOffice; openpyxl 3 drops them (both seen in tests/report/report-files.test.ts).
 */
const folder = 'customXml';
const relations = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
const propertiesType = 'application/vnd.openxmlformats-officedocument.customXmlProperties+xml';

/** Adds a document to a package that hucre has written, under the id that Excel knows it by. */
export function addCustomXml(parts: Parts, id: string, xml: string, namespace: string): void {
  const number = [...parts.keys()].filter((path) => itemPath.test(path)).length + 1;
  const add = (path: string, content: string): void => {
    const isDeclared = content.startsWith('<?xml');
    parts.set(
      path,
      strToU8(isDeclared ? content : `<?xml version="1.0" encoding="UTF-8" standalone="yes"?>${content}`),
    );
  };
  add(`${folder}/item${number}.xml`, xml);
  add(
    `${folder}/itemProps${number}.xml`,
    '<ds:datastoreItem xmlns:ds="http://schemas.openxmlformats.org/officeDocument/2006/customXml" ' +
      `ds:itemID="${escapeXml(id)}"><ds:schemaRefs><ds:schemaRef ds:uri="${escapeXml(namespace)}"/>` +
      '</ds:schemaRefs></ds:datastoreItem>',
  );
  add(
    `${folder}/_rels/item${number}.xml.rels`,
    '<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">' +
      `<Relationship Id="rId1" Type="${relations}/customXmlProps" Target="itemProps${number}.xml"/></Relationships>`,
  );
  changePart(parts, '[Content_Types].xml', (types) =>
    types.replace(
      '</Types>',
      `<Override PartName="/${folder}/itemProps${number}.xml" ContentType="${propertiesType}"/></Types>`,
    ),
  );
  changePart(parts, 'xl/_rels/workbook.xml.rels', (rels) =>
    rels.replace(
      '</Relationships>',
      `<Relationship Id="rIdCustomXml${number}" Type="${relations}/customXml" Target="../${folder}/item${number}.xml"/></Relationships>`,
    ),
  );
}

const itemPath = /^customXml\/item\d+\.xml$/u;

/** Every document of the package by its id, but for those of one namespace. */
export function customXmlIn(parts: Parts, except: string): ReadonlyMap<string, string> {
  const found = new Map<string, string>();
  for (const path of [...parts.keys()].filter((each) => itemPath.test(each)).sort(byNumber)) {
    const xml = withoutDeclaration(readPart(parts, path) ?? '');
    if (namespaceOf(xml) === except) continue;
    const [properties] = [...relationsOf(parts, path).values()];
    const tag = /<(?:\w+:)?datastoreItem\s[^>]*>/u.exec(readPart(parts, properties ?? '') ?? '')?.[0] ?? '';
    found.set(attribute(tag, 'itemID') ?? `{${path}}`, xml);
  }
  return found;
}

function byNumber(one: string, other: string): number {
  return Number(/\d+/u.exec(one)) - Number(/\d+/u.exec(other));
}

function withoutDeclaration(xml: string): string {
  return xml.replace(/^\ufeff?\s*<\?xml[^>]*\?>\s*/u, '').trimEnd();
}
