import { unzipSync } from 'fflate';
import { mostBytes } from './largest-file';

/** Why a file is not read. */
export type FileProblem = 'damaged' | 'too-large' | 'password' | 'not-a-workbook';

/** What a workbook may come to once it is unpacked. */
const mostUnpacked = 512 * 1024 * 1024;

/** What speaks against handing a workbook to Excel: told from how it begins and what it says of its parts. */
export function workbookProblem(bytes: Uint8Array): FileProblem | null {
  if (bytes.length > mostBytes) return 'too-large';
  // An OLE container: an encrypted .xlsx, or an old .xls under a new name.
  if (begins(bytes, [0xd0, 0xcf, 0x11, 0xe0])) return isEncrypted(bytes) ? 'password' : 'not-a-workbook';
  if (!begins(bytes, [0x50, 0x4b])) return 'not-a-workbook';
  let unpacked = 0;
  let hasWorkbook = false;
  try {
    // Nothing is unpacked: the filter sees what the directory says of each part.
    unzipSync(bytes, {
      filter: ({ name, originalSize }) => {
        unpacked += originalSize;
        hasWorkbook ||= name === '[Content_Types].xml';
        return false;
      },
    });
  } catch {
    return 'damaged';
  }
  if (unpacked > mostUnpacked) return 'too-large';
  return hasWorkbook ? null : 'not-a-workbook';
}

const begins = (bytes: Uint8Array, signature: readonly number[]): boolean =>
  signature.every((byte, index) => bytes[index] === byte);

/** Whether the container's directory names the stream that holds an encrypted package (UTF-16). */
function isEncrypted(bytes: Uint8Array): boolean {
  return new TextDecoder('utf-16le').decode(bytes).includes('EncryptedPackage');
}
