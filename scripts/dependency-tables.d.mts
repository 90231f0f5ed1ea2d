/** One package, as DEPENDENCIES.md lists it. */
export interface DependencyRow {
  readonly name: string;
  readonly version: string;
  readonly licence: string;
  readonly bytes: number;
  /** Node loads it from where npm put it: the size is that of all its files, not of the modules in a build. */
  readonly isInstalled: boolean;
  readonly why: string;
  readonly instead: string;
}

export const allowedLicences: ReadonlySet<string>;
export const runOnly: ReadonlySet<string>;
export function dependencyTables(root: string): {
  readonly shipped: readonly DependencyRow[];
  readonly workbench: readonly DependencyRow[];
};
