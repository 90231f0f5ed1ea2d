/**
 * Excel's side of Office.js: answers, over the web host's message protocol, what Microsoft's own unmodified
 * office.js asks of an add-in's host, with an `Engine` as the workbook.
 */
import type { BookSnapshot } from '../book';
import type { Engine } from '../engine/engine';
import type { BatchResponse, RequestBatch } from './batch';
import { executeBatch, parseBatch, purposeOf } from './batch';
import { FunctionCalls } from './custom-functions';
import { REFUSALS } from './errors';
import { passEvents } from './events';
import { KeptObjects } from './kept-objects';
import type { Desk } from './objects/object';
import { Conversation, EVENT } from './protocol';
import { requestIsSmallEnough } from './rules';

/** Milliseconds, bytes and requests are counted from the host's start. */
export interface HostCounters {
  /** Request batches that the add-in sent: one per `context.sync()` with something to do, none of office.js's own. */
  readonly roundTrips: number;
  /** Size of each of those requests in bytes of JSON. */
  readonly requestBytes: readonly number[];
}

export interface HostOptions {
  readonly engine: Engine;
  /** Delivers one message to the add-in's window. */
  readonly post: (message: string) => void;
  /** The origin that messages seem to come from: the add-in's own. */
  readonly origin: string;
  /** Display language of Excel and of its data. */
  readonly language?: 'da-DK' | 'en-US';
  /** Requirement sets offered, such as `{ ExcelApi: '1.12' }`; what is not given has its default. */
  readonly requirements?: Readonly<Record<string, string>>;
  /** How a blank cell reaches a custom function: 0 as on the desktop, null or '' as elsewhere. */
  readonly blanks?: 0 | null | '';
  /** Whether the workbook may be changed. */
  readonly isReadOnly?: boolean;
  readonly workbookName?: string;
  /** Reads the bytes of an .xlsx, for sheets that are inserted from a file; without it there is no such call. */
  readonly readWorkbook?: (bytes: Uint8Array) => Promise<BookSnapshot>;
  /** Writes a workbook as the bytes of an .xlsx, for the copy of its file that an add-in may ask for. */
  readonly writeWorkbook?: (book: BookSnapshot) => Promise<Uint8Array>;
  /** Opens a new workbook in a window of its own, from the bytes of an .xlsx. */
  readonly openWorkbook?: (bytes: Uint8Array) => void;
}

/** A custom function that the add-in declares, as in the metadata that its build makes (`functions.json`). */
export interface FunctionsMetadata {
  readonly functions: readonly {
    readonly id: string;
    readonly name: string;
    readonly parameters: readonly {
      readonly name: string;
      readonly type?: string;
      readonly dimensionality?: string;
      readonly optional?: boolean;
    }[];
    readonly options?: { readonly allowErrorForDataTypeAny?: boolean };
  }[];
}

export interface Host {
  /** The query and fragment with which the add-in's page must be opened, such as `?_host_Info=…#&_xdm_Info=…`. */
  readonly pageAddressSuffix: string;
  /** Takes one message that the add-in's window posted to its parent; false when it is none of ours. */
  receive(message: string): boolean;
  /** Makes formulas `=NAMESPACE.NAME(…)` call the add-in's functions. */
  registerFunctions(metadata: FunctionsMetadata, namespace: string): void;
  readonly counters: HostCounters;
  /** The message of the error that a custom function left in a cell, as Excel shows it beside the cell. */
  functionErrorMessage(sheetName: string, row: number, column: number): string | undefined;
  /**
   * Makes the n-th round trip from now (1 = the next) fail with an error code such as `GeneralException`.
   *
   * @param actions how many of the request's actions are done before: none unless told, all of them (Infinity)
   *   where only the answer is lost
   */
  failRoundTrip(n: number, code: string, actions?: number): void;
  /** While true, every request fails as when the user is typing in a cell. */
  setCellEditing(isEditing: boolean): void;
  /** A protected workbook refuses to add, delete, rename, move and hide sheets. */
  setWorkbookProtected(isProtected: boolean): void;
  /** Resolves when no request is being executed and every value is computed. */
  settle(): Promise<void>;
  close(): void;
}

/** What Excel on the web offers today; `HostOptions.requirements` lowers it. */
const OFFERED: Readonly<Record<string, string>> = {
  ExcelApi: '1.15',
  SharedRuntime: '1.2',
  CustomFunctionsRuntime: '1.4',
  CustomFunctions: '1.9',
  RichApiRuntime: '1.2',
  RichApiRuntimeFlag: '1.2',
  DialogApi: '1.2',
  ImageCoercion: '1.2',
  Settings: '1.1',
};

export function createHost(options: HostOptions): Host {
  const { engine, writeWorkbook } = options;
  const requestBytes: number[] = [];
  const failures = new Map<number, { readonly code: string; readonly actions: number }>();
  let isCellEditing = false;
  let lastRequest: Promise<unknown> = Promise.resolve();

  const functions = new FunctionCalls(
    engine,
    (entries) => conversation.fire(EVENT.richApiMessage, { ArrayData: entries }),
    options.blanks === undefined ? 0 : options.blanks,
  );
  const desk: Desk = {
    engine,
    language: options.language ?? 'en-US',
    workbookName: options.workbookName ?? 'Workbook.xlsx',
    isReadOnly: options.isReadOnly ?? false,
    isWorkbookProtected: false,
    calculationMode: 'Automatic',
    isCalculationSuspended: false,
    properties: { title: '', author: '' },
    hyperlinks: new Map(),
    kept: new KeptObjects(),
    listenedEvents: new Map(),
    takeFunctionResults: (results) => functions.take(results),
    functionsReady: () => functions.ready(),
    readWorkbook: options.readWorkbook ?? null,
    openWorkbook: options.openWorkbook ?? null,
  };

  const executeAndCalculate = async (batch: RequestBatch): Promise<BatchResponse> => {
    const response = await executeBatch(batch, desk);
    if (desk.calculationMode !== 'Manual' && !desk.isCalculationSuspended) await engine.calculate();
    return response;
  };
  /** The response's body, or the number of a refusal. */
  const answer = async (batch: RequestBatch): Promise<string | number> => {
    const response = await executeAndCalculate(batch).finally(() => {
      engine.release();
    });
    const body = JSON.stringify(response);
    return requestIsSmallEnough(byteLength(body)) ? body : refusal('ResponsePayloadSizeLimitExceeded');
  };
  /** How the add-in's next request fails, if it does. */
  const countAndRefuse = (text: string): { readonly code: string; readonly actions: number } | undefined => {
    requestBytes.push(byteLength(text));
    const failure = failures.get(requestBytes.length);
    failures.delete(requestBytes.length);
    if (isCellEditing) return { code: 'InvalidOperationInCellEditMode', actions: 0 };
    if (!requestIsSmallEnough(byteLength(text)))
      return { code: 'RequestPayloadSizeLimitExceeded', actions: 0 };
    return failure;
  };
  const answerAndFail = async (batch: RequestBatch, code: string, actions: number) => {
    await answer({ ...batch, Actions: batch.Actions.slice(0, actions) });
    return failed(code);
  };
  /** Requests that are not answered yet. */
  const unanswered = new Set<Promise<unknown>>();
  const execute = (text: string): Promise<string | number> => {
    const answered = answerAny(text);
    unanswered.add(answered);
    void answered.finally(() => unanswered.delete(answered));
    return answered;
  };
  const answerAny = async (text: string): Promise<string | number> => {
    const batch = parseBatch(text);
    const purpose = purposeOf(batch);
    if (purpose === 'service') return JSON.stringify(await executeBatch(batch, desk));
    const failure = purpose === 'work' ? countAndRefuse(text) : undefined;
    if (failure?.actions === 0) return failed(failure.code);
    const answered = lastRequest.then(() =>
      failure ? answerAndFail(batch, failure.code, failure.actions) : answer(batch),
    );
    lastRequest = answered.catch(() => undefined);
    return answered;
  };
  const conversation = new Conversation({
    post: options.post,
    origin: options.origin,
    language: desk.language,
    requirements: { ...OFFERED, ...options.requirements },
    isReadOnly: desk.isReadOnly,
    workbookName: desk.workbookName,
    execute,
    writeFile: writeWorkbook
      ? async () => {
          await engine.calculate();
          return writeWorkbook(engine.snapshot());
        }
      : null,
  });
  const endEvents = passEvents(engine, desk, (event, data) => conversation.fire(event, data));

  return {
    pageAddressSuffix: conversation.pageAddressSuffix,
    receive: (message) => conversation.receive(message),
    registerFunctions: (metadata, namespace) => functions.register(metadata, namespace),
    counters: {
      get roundTrips() {
        return requestBytes.length;
      },
      requestBytes,
    },
    functionErrorMessage(sheetName, row, column) {
      const sheet = engine.sheets.list().find(({ name }) => name === sheetName);
      return sheet === undefined ? undefined : functions.messageAt(sheet.id, row, column);
    },
    failRoundTrip: (n, code, actions = 0) => void failures.set(requestBytes.length + n, { code, actions }),
    setCellEditing(editing) {
      isCellEditing = editing;
    },
    setWorkbookProtected(isProtected) {
      desk.isWorkbookProtected = isProtected;
    },
    async settle() {
      while (unanswered.size > 0) await Promise.all(unanswered);
      await engine.settle();
    },
    close() {
      endEvents();
      functions.close();
    },
  };
}

function refusal(code: string): number {
  return REFUSALS[code] ?? 5001;
}

/** Codes that office.js knows as refusals of a whole request are sent as such, others as a failed batch. */
function failed(code: string): string | number {
  if (code in REFUSALS && code !== 'GeneralException' && code !== 'AccessDenied') return refusal(code);
  const error = {
    Code: code,
    Message: `A fault was asked for: ${code}.`,
    Location: '',
    ActionIndex: 0,
    HttpStatusCode: 500,
  };
  return JSON.stringify({ Results: [], TraceIds: [], Error: error });
}

function byteLength(text: string): number {
  return new TextEncoder().encode(text).length;
}
