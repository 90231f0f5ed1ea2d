import { strToU8 } from 'fflate';
import { attribute, changePart, escapeXml, readPart, unescapeXml, type Parts } from './parts';

/**
 * What add-ins have saved with the workbook is kept in a custom XML part: Excel and LibreOffice both leave
 * such parts alone when they save the file again, whatever their length. (Document properties would be cut off
 * at 255 characters, and Excel's own place for settings is tied to an add-in from its store.)
 */
const namespace = 'urn:sociale-vicevaerter:add-in-settings';
const folder = 'customXml';
const relations = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';

/** Adds the part to a package that hucre has written; nothing when there is nothing to keep. */
export function addSettings(parts: Parts, settings: ReadonlyMap<string, string>): void {
  if (settings.size === 0) return;
  const items = [...settings].map(
    ([key, value]) => `<setting key="${escapeXml(key)}">${escapeXml(value)}</setting>`,
  );
  const add = (path: string, xml: string): void => {
    parts.set(path, strToU8(`<?xml version="1.0" encoding="UTF-8" standalone="yes"?>${xml}`));
  };
  add(`${folder}/item1.xml`, `<settings xmlns="${namespace}">${items.join('')}</settings>`);
  add(
    `${folder}/itemProps1.xml`,
    '<ds:datastoreItem xmlns:ds="http://schemas.openxmlformats.org/officeDocument/2006/customXml" ' +
      `ds:itemID="{6C1D2B5E-4B1C-4E0C-9C55-2D0E6F0B7A31}"><ds:schemaRefs><ds:schemaRef ds:uri="${namespace}"/>` +
      '</ds:schemaRefs></ds:datastoreItem>',
  );
  add(
    `${folder}/_rels/item1.xml.rels`,
    '<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">' +
      `<Relationship Id="rId1" Type="${relations}/customXmlProps" Target="itemProps1.xml"/></Relationships>`,
  );
  const type = 'application/vnd.openxmlformats-officedocument.customXmlProperties+xml';
  changePart(parts, '[Content_Types].xml', (xml) =>
    xml.replace('</Types>', `<Override PartName="/${folder}/itemProps1.xml" ContentType="${type}"/></Types>`),
  );
  changePart(parts, 'xl/_rels/workbook.xml.rels', (xml) =>
    xml.replace(
      '</Relationships>',
      `<Relationship Id="rIdSettings" Type="${relations}/customXml" Target="../${folder}/item1.xml"/></Relationships>`,
    ),
  );
}

export function settingsIn(parts: Parts): ReadonlyMap<string, string> {
  const items = [...parts.keys()].filter((path) => /^customXml\/item\d+\.xml$/u.test(path));
  const ours = items.map((path) => readPart(parts, path) ?? '').filter((xml) => xml.includes(namespace));
  return new Map(
    ours.flatMap((xml) =>
      [...xml.matchAll(/(<setting\s[^>]*?)(?:\/>|>([^<]*)<\/setting>)/gu)].map(
        ([, tag = '', text = '']) => [attribute(tag, 'key') ?? '', unescapeXml(text)] as const,
      ),
    ),
  );
}
