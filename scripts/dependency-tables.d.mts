/** One package, as DEPENDENCIES.md lists it. */
export interface DependencyRow {
  readonly name: string;
  readonly version: string;
  readonly licence: string;
  /** Of its modules in the build; null where Node loads it itself. */
  readonly bytes: number | null;
  readonly why: string;
  readonly instead: string;
}

export const allowedLicences: ReadonlySet<string>;
export const runOnly: ReadonlySet<string>;
export function dependencyTables(root: string): {
  readonly shipped: readonly DependencyRow[];
  readonly workbench: readonly DependencyRow[];
};
