/** The workbench without a window: genuine office.js in jsdom, our host and the engine, in one Node process. */
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import type { DOMWindow } from 'jsdom';
import { JSDOM, VirtualConsole } from 'jsdom';
import type { BookSnapshot } from './book';
import { startNodeEngine } from './engine/boot-node';
import type { Engine } from './engine/engine';
import type { Host } from './host/host';
import { readXlsx } from './files/read-xlsx';
import { writeXlsx } from './files/write-xlsx';
import { createHost } from './host/host';

export interface HeadlessOptions {
  /** The workbook to open; without it one empty sheet, `Sheet1` or `Ark1`. */
  readonly book?: BookSnapshot;
  /** Display language; `en-US` unless told. */
  readonly language?: 'da-DK' | 'en-US';
  readonly requirements?: Readonly<Record<string, string>>;
  readonly blanks?: 0 | null | '';
  readonly isReadOnly?: boolean;
}

export interface HeadlessWorkbench {
  readonly engine: Engine;
  readonly host: Host;
  /** Files of new workbooks that the add-in has opened. */
  readonly openedWorkbooks: readonly Uint8Array[];
  /** The add-in's jsdom window. */
  readonly window: Window & typeof globalThis;
  readonly Excel: typeof Excel;
  readonly Office: typeof Office;
  readonly CustomFunctions: typeof CustomFunctions;
  /** Evaluates a built script of the add-in in its window; `name` appears in stack traces. */
  runScript(code: string, name: string): void;
  close(): Promise<void>;
}

/** The add-in's own origin: over https and the same as the host's, office.js asks for no further trust. */
const ORIGIN = 'https://add-in.test';
const OFFICE_FOLDER = `${ORIGIN}/office/`;

export async function startHeadless(options: HeadlessOptions = {}): Promise<HeadlessWorkbench> {
  const language = options.language ?? 'en-US';
  const engine = startNodeEngine(language === 'da-DK' ? 'Ark1' : 'Sheet1');
  if (options.book !== undefined) await engine.load(options.book);

  const post = (message: string): void => {
    queueMicrotask(() => {
      if (isClosed) return;
      window.dispatchEvent(new window.MessageEvent('message', { data: message, origin: ORIGIN }));
    });
  };
  const openedWorkbooks: Uint8Array[] = [];
  const host = createHost({
    engine,
    post,
    origin: ORIGIN,
    ...options,
    language,
    readWorkbook: readXlsx,
    writeWorkbook: writeXlsx,
    openWorkbook: (bytes) => void openedWorkbooks.push(bytes),
  });
  let isClosed = false;
  const dom = new JSDOM('<!doctype html><html><head></head><body></body></html>', {
    url: `${ORIGIN}/taskpane.html${host.pageAddressSuffix}`,
    runScripts: 'outside-only',
    pretendToBeVisual: true,
    virtualConsole: createConsole(),
  });
  const window = dom.window as unknown as HeadlessWorkbench['window'] & typeof dom.window;
  makeLikeAPage(window, (message) => queueMicrotask(() => host.receive(message)));
  window.eval(readOffice('office.js'));
  const { Office } = window as unknown as { Office: HeadlessWorkbench['Office'] };
  await Office.onReady();

  return {
    engine,
    host,
    openedWorkbooks,
    window,
    Office,
    ...(window as unknown as Pick<HeadlessWorkbench, 'Excel' | 'CustomFunctions'>),
    runScript: (code, name) => void window.eval(`${code}\n//# sourceURL=${name}`),
    async close() {
      await host.settle();
      // The last answers are on their way to the page, which may ask again.
      await new Promise((resolve) => setTimeout(resolve, 0));
      await host.settle();
      isClosed = true;
      host.close();
      window.close();
      engine.close();
    },
  };
}

/** What the page prints belongs to the developer; errors of its scripts must not pass unseen. */
function createConsole(): VirtualConsole {
  const shown = new VirtualConsole();
  shown.on('error', (...details: unknown[]) => console.error(...details));
  shown.on('jsdomError', (error) => console.error(error));
  return shown;
}

/** Adds what office.js needs of a page and jsdom lacks. */
function makeLikeAPage(window: DOMWindow, receive: (message: string) => void): void {
  Object.defineProperty(window, 'parent', { value: { postMessage: receive }, configurable: true });
  Object.defineProperty(window.document, 'domain', { value: new URL(ORIGIN).hostname, configurable: true });
  // office.js finds its folder by its own script element, and appends elements for its other parts.
  // eslint-disable-next-line @typescript-eslint/unbound-method -- it is called with its element below
  const append = window.Node.prototype.appendChild;
  window.Node.prototype.appendChild = function appendAndRun<Child extends Node>(
    this: Node,
    child: Child,
  ): Child {
    append.call(this, child);
    const script = child as unknown as HTMLScriptElement;
    if (script.tagName === 'SCRIPT' && script.src.startsWith(OFFICE_FOLDER)) {
      window.setTimeout(() => runOfficePart(window, script), 0);
    }
    return child;
  };
  const element = window.document.createElement('script');
  Object.defineProperty(element, 'src', { value: `${OFFICE_FOLDER}office.js` });
  append.call(window.document.head, element);
}

function runOfficePart(window: DOMWindow, script: HTMLScriptElement): void {
  window.eval(readOffice(script.src.slice(OFFICE_FOLDER.length)));
  script.dispatchEvent(new window.Event('load'));
}

/** A file of Microsoft's published library. */
function readOffice(name: string): string {
  const folder = dirname(createRequire(import.meta.url).resolve('@microsoft/office-js/package.json'));
  return readFileSync(join(folder, 'dist', name), 'utf8');
}
