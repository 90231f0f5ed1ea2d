import { spawnSync } from 'node:child_process';
import { findPython } from '../../scripts/python.mjs';

const script = `
import io, sys, openpyxl
book = openpyxl.load_workbook(io.BytesIO(sys.stdin.buffer.read()))
book.save(sys.stdout.buffer)
`;

/** The workbook opened and saved again by openpyxl, the library that most Python programs read .xlsx with. */
export function saveWithOpenpyxl(xlsx: Uint8Array): Uint8Array {
  const python = findPython();
  if (python === undefined)
    throw new Error(
      'openpyxl was not found: install it (Debian: python3-openpyxl; elsewhere: pip install openpyxl).',
    );
  const { status, stdout, stderr } = spawnSync(python, ['-c', script], { input: xlsx, maxBuffer: 256e6 });
  if (status !== 0) throw new Error(`openpyxl did not take the workbook: ${stderr.toString()}`);
  return new Uint8Array(stdout);
}
