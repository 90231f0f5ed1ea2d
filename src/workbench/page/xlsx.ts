import type { BookSnapshot } from '../book';

/** Files in and out: what reads and writes them is loaded with the first one, not before the grid is there. */
export async function readXlsx(bytes: Uint8Array): Promise<BookSnapshot> {
  const { readXlsx: read } = await import('../files/read-xlsx');
  return read(bytes);
}

export async function writeXlsx(book: BookSnapshot): Promise<Uint8Array> {
  const { writeXlsx: write } = await import('../files/write-xlsx');
  return write(book);
}
