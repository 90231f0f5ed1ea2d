/**
 * The messages between the add-in's page and Excel on the web: JSON texts by `postMessage`. Learnt from
 * Microsoft's published office.js, which is the other end of them.
 */

/** Marks of office.js for what a page may be opened as: a shared runtime (1) with custom functions (2). */
const SHARED_RUNTIME_WITH_FUNCTIONS = 3;
const MESSAGE = { request: 0, response: 1 } as const;
const ACTION = { invoke: 0, register: 1, unregister: 2 } as const;
const RESPONSE = { callback: 0, event: 1 } as const;
/** `executeMethod` with this number carries one request batch. */
const BATCH = 93;
/** These ask for the workbook's file: begin, one slice of it, and end. */
const FILE = { open: 77, slice: 80, close: 81 } as const;
const COMPRESSED = 1;
/** Errors of office.js's own list: an operation that the host does not offer, and one that failed. */
const UNSUPPORTED = 5000;
const INTERNAL = 5001;
/** Documented: an add-in may keep two copies of the file at a time. */
const MOST_FILES = 2;

export const EVENT = { documentSelectionChanged: 2, richApiMessage: 33 } as const;

interface Envelope {
  readonly _messageType: number;
  readonly _actionName: string;
  readonly _actionType?: number;
  readonly _conversationId: string;
  readonly _correlationId: number;
  readonly _data: {
    readonly DdaMethod?: { readonly DispatchId: number };
    readonly ArrayData?: readonly unknown[];
    readonly eventDispId?: number;
  } | null;
}

export interface ConversationOptions {
  readonly post: (message: string) => void;
  readonly origin: string;
  readonly language: string;
  readonly requirements: Readonly<Record<string, string>>;
  readonly isReadOnly: boolean;
  readonly workbookName: string;
  /** Answers a request batch: the response's body, or the number of a refusal. */
  readonly execute: (body: string) => Promise<string | number>;
  /** The workbook as it is now, as the bytes of an .xlsx; null where the host writes none. */
  readonly writeFile: (() => Promise<Uint8Array>) | null;
}

interface OpenFile {
  readonly bytes: Uint8Array;
  readonly sliceSize: number;
}

const CONVERSATION = 'workbench';
const ADD_IN = '5e9f57b5-7a4e-4f5e-9a55-0b0e8e6a1c11';

/** One add-in page that talks to the host. */
export class Conversation {
  readonly #options: ConversationOptions;
  readonly #registered = new Map<number, Envelope>();
  readonly #files = new Map<number, OpenFile>();
  #lastFile = 0;

  constructor(options: ConversationOptions) {
    this.#options = options;
  }

  get pageAddressSuffix(): string {
    const { language, origin } = this.#options;
    const hostInfo = `Excel$Web$16.00$${language}$telemetry$$disableLogging$${SHARED_RUNTIME_WITH_FUNCTIONS}`;
    const conversation = `${CONVERSATION}|${ADD_IN}|${origin}`;
    return `?_host_Info=${encodeURIComponent(hostInfo)}#&_xdm_Info=${encodeURIComponent(conversation)}`;
  }

  receive(text: string): boolean {
    const message = parseEnvelope(text);
    if (message?._messageType !== MESSAGE.request || message._conversationId !== CONVERSATION) return false;
    const event = message._data?.eventDispId;
    if (message._actionType === ACTION.register && event !== undefined) this.#registered.set(event, message);
    if (message._actionType === ACTION.unregister && event !== undefined) this.#registered.delete(event);
    if (message._actionType === ACTION.register || message._actionType === ACTION.unregister) {
      this.#reply(message, { Error: 0 });
    } else {
      void this.#answer(message);
    }
    return true;
  }

  /** Reports an event to the add-in; false when it does not listen. */
  fire(event: number, data: object): boolean {
    const registration = this.#registered.get(event);
    if (registration === undefined) return false;
    this.#reply(registration, data, RESPONSE.event);
    return true;
  }

  async #answer(message: Envelope): Promise<void> {
    if (message._actionName === 'ContextActivationManager_getAppContextAsync') {
      this.#reply(message, this.#appContext());
      return;
    }
    const method = message._actionName === 'executeMethod' ? message._data?.DdaMethod?.DispatchId : undefined;
    if (method === FILE.open || method === FILE.slice || method === FILE.close) {
      this.#reply(message, await this.#answerFile(method, message._data ?? {}));
      return;
    }
    if (message._data === null || method !== BATCH) {
      this.#reply(message, { Version: 1, Error: 0 });
      return;
    }
    const answer = await this.#options.execute(message._data.ArrayData?.[4] as string);
    if (typeof answer === 'number') {
      this.#reply(message, { Version: 1, Error: answer });
      return;
    }
    this.#reply(message, { Version: 1, Error: 0, Data: [200, ['content-type', 'application/json'], answer] });
  }

  /** A copy of the workbook's file, handed over in slices of bytes. */
  async #answerFile(method: (typeof FILE)[keyof typeof FILE], data: object): Promise<object> {
    const argument = (index: number): number => Number((data as Readonly<Record<string, unknown>>)[index]);
    const { writeFile } = this.#options;
    if (method === FILE.open) {
      if (!writeFile || argument(0) !== COMPRESSED) return { Version: 1, Error: UNSUPPORTED };
      if (this.#files.size >= MOST_FILES) return { Version: 1, Error: INTERNAL };
      const bytes = await writeFile();
      this.#lastFile += 1;
      this.#files.set(this.#lastFile, { bytes, sliceSize: argument(1) });
      return { Version: 1, Error: 0, 0: this.#lastFile, 1: bytes.length };
    }
    const handle = argument(2);
    const file = this.#files.get(handle);
    if (!file) return { Version: 1, Error: INTERNAL };
    if (method === FILE.close) {
      this.#files.delete(handle);
      return { Version: 1, Error: 0 };
    }
    const from = argument(3) * file.sliceSize;
    const slice = file.bytes.subarray(from, from + file.sliceSize);
    return { Version: 1, Error: 0, 0: [...slice], 1: slice.length };
  }

  #reply(message: Envelope, data: object, responseType: number = RESPONSE.callback): void {
    this.#options.post(
      JSON.stringify({
        _messageType: MESSAGE.response,
        _actionName: message._actionName,
        _conversationId: message._conversationId,
        _correlationId: message._correlationId,
        _origin: this.#options.origin,
        _data: data,
        _errorCode: 0,
        _responseType: responseType,
        _serializerVersion: 1,
      }),
    );
  }

  #appContext(): object {
    const { language, requirements, isReadOnly, workbookName } = this.#options;
    return {
      _id: ADD_IN,
      _appName: 16,
      _appVersion: '16.0',
      _appMinorVersion: 0,
      _hostFullVersion: '16.0.18000.40000',
      _appUILocale: language,
      _dataLocale: language,
      _docUrl: `${this.#options.origin}/${encodeURIComponent(workbookName)}`,
      _clientMode: isReadOnly ? 0 : 1,
      _settings: [],
      _reason: 1,
      _osfControlType: 2,
      _eToken: '',
      _correlationId: '00000000-0000-0000-0000-000000000000',
      _appInstanceId: ADD_IN,
      _initialDisplayMode: 2,
      _requirementMatrix: JSON.stringify(requirements),
    };
  }
}

function parseEnvelope(text: string): Envelope | undefined {
  try {
    return JSON.parse(text) as Envelope;
  } catch {
    return undefined;
  }
}
