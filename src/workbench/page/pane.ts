import type { PageEngine } from '../engine/engine';
import { createHost, type FunctionsMetadata, type Host, type HostOptions } from '../host/host';
import { openInNewWindow } from './new-window';
import type { PageTexts } from './texts';
import { readXlsx, writeXlsx } from './xlsx';

export interface Pane {
  readonly host: Host;
  /** Ends the add-in, as Excel does when its workbook is closed. */
  close(): void;
  /** Starts the add-in anew, as Excel does when another workbook is opened; in another Excel where told so. */
  restart(options?: Pick<HostOptions, 'isReadOnly' | 'requirements'>): void;
}

const namespace = 'SV';

/**
 * Where the add-in is: at the workbench's own address, unless the page is told another one. The server's own
 * policy lets no other through; whoever serves the page without it can try an add-in that is hosted elsewhere.
 */
function addInAddress(): URL {
  const address = new URLSearchParams(location.search).get('addin') ?? '/addin/';
  return new URL(address, location.href);
}

/** Shows the real task pane beside the grid and answers what it asks of Excel. */
export async function showPane(place: HTMLElement, engine: PageEngine, texts: PageTexts): Promise<Pane> {
  const addIn = addInAddress();
  const functions = await fetchFunctions(addIn, texts.locale);
  let frame: HTMLIFrameElement | undefined;
  let host = startHost();

  addEventListener('message', (event: MessageEvent<unknown>) => {
    if (event.source !== frame?.contentWindow || typeof event.data !== 'string') return;
    host.setCellEditing(engine.isEditing());
    host.receive(event.data);
  });
  open();
  return {
    get host() {
      return host;
    },
    close,
    restart(options) {
      close();
      host = startHost(options);
      open();
    },
  };

  function startHost(options?: Pick<HostOptions, 'isReadOnly' | 'requirements'>): Host {
    const started = createHost({
      ...options,
      engine: engine,
      origin: location.origin,
      language: texts.locale,
      readWorkbook: readXlsx,
      writeWorkbook: writeXlsx,
      openWorkbook: openInNewWindow,
      post: (message) => frame?.contentWindow?.postMessage(message, addIn.origin),
    });
    if (functions) started.registerFunctions(functions, namespace);
    return started;
  }

  function close(): void {
    host.close();
    frame?.remove();
    frame = undefined;
  }

  function open(): void {
    frame = document.createElement('iframe');
    frame.title = texts.pane;
    frame.src = `${addIn.href}taskpane.html${host.pageAddressSuffix}`;
    place.append(frame);
  }
}

async function fetchFunctions(
  addIn: URL,
  locale: PageTexts['locale'],
): Promise<FunctionsMetadata | undefined> {
  const response = await fetch(new URL(locale === 'da-DK' ? 'functions.da.json' : 'functions.json', addIn));
  return response.ok ? ((await response.json()) as FunctionsMetadata) : undefined;
}
