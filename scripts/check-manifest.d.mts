/** Types for the tests; the check itself is plain JavaScript, because the build runs it as it is. */
export interface BuiltAddIn {
  readonly folder: string;
  readonly address: string;
  readonly version: string;
  /** Requirement sets that the code builds on; not held against the manifest where left out. */
  readonly floor?: Readonly<Record<string, string>>;
  /** Names under which the code waits for the ribbon's buttons; not held against the manifest where left out. */
  readonly buttons?: readonly string[];
}

export interface ManifestFault {
  readonly code: string;
  readonly detail: string;
}

export function manifestFaults(text: string, built: BuiltAddIn): ManifestFault[];
