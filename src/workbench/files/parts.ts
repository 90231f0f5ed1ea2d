import { strFromU8, strToU8, unzipSync, zipSync } from 'fflate';
import { checksum, statedChecksums } from './checksums';
import { UnreadableFile } from './unreadable-file';

/** The parts of an .xlsx package: path inside the zip to bytes. */
export type Parts = Map<string, Uint8Array>;

export interface SizeLimits {
  readonly packedBytes: number;
  readonly unpackedBytes: number;
  readonly parts: number;
}

// Far above any workbook that a person keeps, far below what would stop the page.
const usualLimits: SizeLimits = { packedBytes: 64e6, unpackedBytes: 512e6, parts: 5000 };

/**
 * A part of more than ten megabytes that was packed to less than a hundredth holds no cells of a person's, which come to
 * a tenth: it is there to keep its reader busy.
 */
const isBomb = (packedBytes: number, unpackedBytes: number): boolean =>
  unpackedBytes > 10e6 && unpackedBytes > 100 * packedBytes;

/** Unpacks a zip. Throws `UnreadableFile` before anything is unpacked that would exceed the limits. */
export function unpack(bytes: Uint8Array, limits: SizeLimits = usualLimits): Parts {
  if (startsWith(bytes, [0xd0, 0xcf, 0x11, 0xe0])) {
    // An OLE container: an encrypted .xlsx, or an old .xls.
    throw new UnreadableFile(isEncrypted(bytes) ? 'passwordProtected' : 'notAWorkbook');
  }
  if (!startsWith(bytes, [0x50, 0x4b])) throw new UnreadableFile('notAWorkbook');
  if (bytes.length > limits.packedBytes) throw new UnreadableFile('tooLarge');
  let unpackedBytes = 0;
  let parts = 0;
  try {
    const checksums = statedChecksums(bytes);
    const unpacked = unzipSync(bytes, {
      filter: ({ size, originalSize }) => {
        unpackedBytes += originalSize;
        parts += 1;
        const isTooMuch = unpackedBytes > limits.unpackedBytes || parts > limits.parts;
        if (isTooMuch || isBomb(size, originalSize)) throw new UnreadableFile('tooLarge');
        return true;
      },
    });
    for (const [name, content] of Object.entries(unpacked)) {
      if (checksum(content) !== checksums.get(name))
        throw new Error(`${name} has changed since it was written.`);
    }
    return new Map(Object.entries(unpacked));
  } catch (error) {
    if (error instanceof UnreadableFile) throw error;
    throw new UnreadableFile('damaged', { cause: error });
  }
}

export function pack(parts: Parts, level: 0 | 6 = 6): Uint8Array {
  return zipSync(Object.fromEntries(parts), { level });
}

export function readPart(parts: Parts, path: string): string | undefined {
  const bytes = parts.get(path);
  return bytes && strFromU8(bytes);
}

export function changePart(parts: Parts, path: string, change: (xml: string) => string): void {
  const before = readPart(parts, path);
  if (before === undefined) throw new Error(`The package has no part ${path}.`);
  parts.set(path, strToU8(change(before)));
}

/** Where the relationships of a part lead: id to path inside the package. */
export function relationsOf(parts: Parts, path: string): ReadonlyMap<string, string> {
  const slash = path.lastIndexOf('/') + 1;
  const xml = readPart(parts, `${path.slice(0, slash)}_rels/${path.slice(slash)}.rels`) ?? '';
  const relations = new Map<string, string>();
  for (const [tag] of xml.matchAll(/<(?:\w+:)?Relationship\s[^>]*>/gu)) {
    const id = attribute(tag, 'Id');
    const target = attribute(tag, 'Target');
    if (id === undefined || target === undefined) continue;
    relations.set(id, new URL(target, `part:/${path}`).pathname.replace(/^\//u, ''));
  }
  return relations;
}

/** The value of an attribute in a tag's text, unescaped; its name may carry any prefix. */
export function attribute(tag: string, name: string): string | undefined {
  const found = new RegExp(`\\s(?:\\w+:)?${name}\\s*=\\s*(?:"([^"]*)"|'([^']*)')`, 'u').exec(tag);
  return found ? unescapeXml(found[1] ?? found[2] ?? '') : undefined;
}

export function escapeXml(text: string): string {
  return text
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replaceAll('"', '&quot;');
}

export function unescapeXml(text: string): string {
  return text
    .replaceAll('&lt;', '<')
    .replaceAll('&gt;', '>')
    .replaceAll('&quot;', '"')
    .replaceAll('&apos;', "'")
    .replaceAll(/&#(\d+);/gu, (_, code: string) => String.fromCodePoint(Number(code)))
    .replaceAll(/&#x([\da-f]+);/giu, (_, code: string) => String.fromCodePoint(parseInt(code, 16)))
    .replaceAll('&amp;', '&');
}

function startsWith(bytes: Uint8Array, signature: readonly number[]): boolean {
  return signature.every((byte, index) => bytes[index] === byte);
}

/** Whether an OLE container's directory names the stream that holds an encrypted package (UTF-16). */
function isEncrypted(bytes: Uint8Array): boolean {
  const name = Array.from('EncryptedPackage').flatMap((letter) => [letter.charCodeAt(0), 0]);
  return bytes.some(
    (byte, at) => byte === name[0] && name.every((other, index) => bytes[at + index] === other),
  );
}
