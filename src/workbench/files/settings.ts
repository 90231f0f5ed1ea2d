import { addCustomXml } from './custom-xml';
import { attribute, escapeXml, readPart, unescapeXml, type Parts } from './parts';

/**
 * What add-ins have saved with the workbook is kept in a custom XML part: Excel and LibreOffice both leave
 * such parts alone when they save the file again, whatever their length. (Document properties would be cut off
 * at 255 characters, and Excel's own place for settings is tied to an add-in from its store.)
 */
export const settingsNamespace = 'urn:sociale-vicevaerter:add-in-settings';

/** Adds the part to a package that hucre has written; nothing when there is nothing to keep. */
export function addSettings(parts: Parts, settings: ReadonlyMap<string, string>): void {
  if (settings.size === 0) return;
  const items = [...settings].map(
    ([key, value]) => `<setting key="${escapeXml(key)}">${escapeXml(value)}</setting>`,
  );
  const xml = `<settings xmlns="${settingsNamespace}">${items.join('')}</settings>`;
  addCustomXml(parts, '{6C1D2B5E-4B1C-4E0C-9C55-2D0E6F0B7A31}', xml, settingsNamespace);
}

export function settingsIn(parts: Parts): ReadonlyMap<string, string> {
  const items = [...parts.keys()].filter((path) => /^customXml\/item\d+\.xml$/u.test(path));
  const ours = items
    .map((path) => readPart(parts, path) ?? '')
    .filter((xml) => xml.includes(settingsNamespace));
  return new Map(
    ours.flatMap((xml) =>
      [...xml.matchAll(/(<setting\s[^>]*?)(?:\/>|>([^<]*)<\/setting>)/gu)].map(
        ([, tag = '', text = '']) => [attribute(tag, 'key') ?? '', unescapeXml(text)] as const,
      ),
    ),
  );
}
