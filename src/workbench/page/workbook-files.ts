import { UnreadableFile } from '../files/unreadable-file';
import type { Engine } from '../engine/engine';
import type { Pane } from './pane';
import type { Status } from './status';
import type { PageTexts } from './texts';
import { readXlsx, writeXlsx } from './xlsx';

/** Wires *Open .xlsx* and *Download .xlsx*. */
export function connectFiles(engine: Engine, pane: Pane, status: Status, texts: PageTexts): void {
  const input = byId('file-input') as HTMLInputElement;
  const name = byId('file-name');
  name.textContent = texts.newFile;
  byId('open-button').addEventListener('click', () => input.click());
  input.addEventListener('change', () => {
    const [file] = input.files ?? [];
    // The same file may be chosen again.
    input.value = '';
    if (file) void status.whileDoing(texts.opening(file.name), () => open(file));
  });
  byId('download-button').addEventListener('click', () => void status.whileDoing('…', download));

  async function open(file: File): Promise<string> {
    try {
      const book = await readXlsx(new Uint8Array(await file.arrayBuffer()));
      // The pane belongs to the workbook before: what it still has to say must not come into this one.
      pane.close();
      await pane.host.settle();
      await engine.load(book);
    } catch (error) {
      if (error instanceof UnreadableFile) throw new Error(texts.unreadable[error.reason], { cause: error });
      throw error;
    }
    name.textContent = file.name;
    pane.restart();
    return texts.opened(file.name);
  }

  async function download(): Promise<string> {
    await pane.host.settle();
    const bytes = await writeXlsx(engine.snapshot());
    const type = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet';
    const address = URL.createObjectURL(new Blob([bytes as Uint8Array<ArrayBuffer>], { type }));
    const link = document.createElement('a');
    link.href = address;
    link.download = name.textContent || texts.newFile;
    link.click();
    URL.revokeObjectURL(address);
    return texts.downloaded(link.download);
  }
}

export function byId(id: string): HTMLElement {
  const element = document.getElementById(id);
  if (!element) throw new Error(`The page has no element ${id}.`);
  return element;
}
