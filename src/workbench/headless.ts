/** The workbench without a window: genuine office.js in jsdom, our host and the engine, in one Node process. */
import type { BookSnapshot } from './book';
import type { Engine } from './engine/engine';
import type { Host } from './host/host';

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
  /** The add-in's jsdom window. */
  readonly window: Window & typeof globalThis;
  readonly Excel: typeof Excel;
  readonly Office: typeof Office;
  readonly CustomFunctions: typeof CustomFunctions;
  /** Evaluates a built script of the add-in in its window; `name` appears in stack traces. */
  runScript(code: string, name: string): void;
  close(): Promise<void>;
}

export type StartHeadless = (options?: HeadlessOptions) => Promise<HeadlessWorkbench>;
