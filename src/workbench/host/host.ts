/**
 * Excel's side of Office.js: answers, over the web host's message protocol, what Microsoft's own unmodified
 * office.js asks of an add-in's host, with an `Engine` as the workbook.
 */
import type { Engine } from '../engine/engine';

/** Milliseconds, bytes and requests are counted from the host's start. */
export interface HostCounters {
  /** Request batches that the add-in sent (one per `context.sync()` that had something to do). */
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
    readonly options?: { readonly requiresAddress?: boolean; readonly volatile?: boolean };
  }[];
}

export interface Host {
  /** The query and fragment with which the add-in's page must be opened, such as `?_host_Info=…#&_xdm_Info=…`. */
  readonly pageAddressSuffix: string;
  /** Takes one message that the add-in's window posted to its parent; false when it is none of ours. */
  receive(message: string): boolean;
  /** Makes formulas `=NAMESPACE.NAME(…)` call the add-in's functions. */
  registerFunctions(metadata: FunctionsMetadata, namespace: string): void;
  /** Calls one custom function as Excel does and gives back what its cell would show. */
  readonly counters: HostCounters;
  /** The message of the error that a custom function left in a cell, as Excel shows it beside the cell. */
  functionErrorMessage(sheetName: string, row: number, column: number): string | undefined;
  /** Makes the n-th round trip from now (1 = the next) fail with an error code such as `GeneralException`. */
  failRoundTrip(n: number, code: string): void;
  /** While true, every request fails as when the user is typing in a cell. */
  setCellEditing(isEditing: boolean): void;
  /** A protected workbook refuses to add, delete, rename, move and hide sheets. */
  setWorkbookProtected(isProtected: boolean): void;
  /** Resolves when no request is being executed and every value is computed. */
  settle(): Promise<void>;
  close(): void;
}

export type CreateHost = (options: HostOptions) => Host;
