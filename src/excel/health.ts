/**
 * What the add-in found around it when it started: for the line at the pane's foot, and for whoever reports a
 * fault. Pure data; the words stand in `texts/<language>/health.ts`.
 */
export interface Health {
  /** The add-in's own version. */
  readonly version: string;
  /** As Office.js names it: `PC`, `Mac`, `OfficeOnline` …; null where it does not say. */
  readonly platform: string | null;
  /** Excel's version, such as 16.0.18000.40000; null where it does not say. */
  readonly excelVersion: string | null;
  /** The requirement sets that the add-in builds on, each in the highest version found; null where it is missing. */
  readonly sets: readonly { readonly name: RequirementSet; readonly version: string | null }[];
  /** What is switched off because this Excel is too old for it. */
  readonly switchedOff: readonly Feature[];
}

/** The least that the add-in runs on, as the manifest demands it. */
export const floor = {
  ExcelApi: '1.12',
  CustomFunctionsRuntime: '1.3',
  SharedRuntime: '1.1',
} as const;

export type RequirementSet = keyof typeof floor;

/** What needs more than the floor. Everything else works wherever the manifest lets the add-in in. */
export const features = {
  /** Reading the tables of another workbook's file (`insertWorksheetsFromBase64`). */
  otherWorkbooks: { set: 'ExcelApi', version: '1.13' },
} as const satisfies Readonly<Record<string, { readonly set: RequirementSet; readonly version: string }>>;

export type Feature = keyof typeof features;

/** Whether this Excel is new enough for something that needs more than the floor. */
export function isOffered(feature: Feature): boolean {
  const { set, version } = features[feature];
  return Office.context.requirements.isSetSupported(set, version);
}

/** Whether this Excel is too old for the add-in as a whole: the manifest keeps it out, a copy on a disk may not. */
export function isTooOld(): boolean {
  return !Office.context.requirements.isSetSupported('ExcelApi', floor.ExcelApi);
}

/** Asks Office.js, without a request to Excel. */
export function readHealth(version: string): Health {
  const { diagnostics } = Office.context as unknown as {
    readonly diagnostics?: { readonly platform?: string; readonly version?: string };
  };
  return {
    version,
    platform: diagnostics?.platform ?? null,
    excelVersion: diagnostics?.version ?? null,
    sets: (Object.keys(floor) as RequirementSet[]).map((name) => ({ name, version: highestVersion(name) })),
    switchedOff: (Object.keys(features) as Feature[]).filter((feature) => !isOffered(feature)),
  };
}

/** Minor versions beyond this are not looked for. */
const newest = 60;

/** Office.js answers for one version at a time, and a version includes all before it. */
function highestVersion(set: RequirementSet): string | null {
  const { requirements } = Office.context;
  let found: string | null = null;
  for (let minor = 1; minor <= newest; minor += 1) {
    const version = `1.${minor}`;
    if (!requirements.isSetSupported(set, version)) break;
    found = version;
  }
  return found;
}
