import {
  acceptsOption,
  typedOptions,
  type Answers,
  type CostsFrom,
  type Summed,
  type TypedOption,
} from '../study';
import { isStep, type Source, type Step, type WizardState } from './wizard';

/** What of the wizard is kept in the workbook: everything but what was read, which is kept beside it. */
export interface SavedWizard {
  readonly language: WizardState['language'];
  readonly step: Step;
  /** Files are kept by name only: what was read from them is kept as tables. */
  readonly source: Source;
  readonly answers: Answers;
  readonly written: WizardState['written'];
  /** What the tables are kept under. */
  readonly set: string;
  /** Milliseconds since 1970. */
  readonly at: number;
  /** The part that this one goes on from, as it stood then: that one is no longer needed. */
  readonly continues: { readonly part: string; readonly at: number } | null;
  /** For telling studies apart in a list, without reading their tables. */
  readonly areas: readonly string[];
}

export function packWizard(
  { language, step, source, answers, written, assembled }: WizardState,
  kept: Pick<SavedWizard, 'set' | 'at' | 'continues'>,
): string {
  const saved: SavedWizard = {
    ...{ language, step, answers, written },
    ...kept,
    source: source!.kind === 'files' ? { kind: 'files', files: [] } : source!,
    areas: firstAreas(assembled!),
  };
  return JSON.stringify(saved);
}

/** How many areas a study is known by. */
const mostAreas = 3;

function firstAreas({ study }: Summed): readonly string[] {
  return [...study.tables.counts.areas.keys()].slice(0, mostAreas);
}

/** What `packWizard` packed; null where the text is no such thing, whatever it is. */
export function unpackWizard(json: string): SavedWizard | null {
  let saved: unknown;
  try {
    saved = JSON.parse(json);
  } catch {
    return null;
  }
  return isSavedWizard(saved) ? saved : null;
}

/** A study that was kept, with what was answered since: the same study where that is no such thing. */
export function withUnsaved(wizard: SavedWizard, json: string): SavedWizard {
  try {
    const { answers, step, language } = JSON.parse(json) as Partial<SavedWizard>;
    const joined = { ...wizard, answers, step, language };
    return isSavedWizard(joined) ? joined : wizard;
  } catch {
    return wizard;
  }
}

type Fields = Readonly<Record<string, unknown>>;

const isFields = (value: unknown): value is Fields =>
  typeof value === 'object' && value !== null && !Array.isArray(value);
const isText = (value: unknown): value is string => typeof value === 'string';
const areTexts = (value: unknown): boolean => Array.isArray(value) && value.every(isText);
const areTextsByName = (value: unknown): boolean => isFields(value) && Object.values(value).every(isText);
const isAbsentOr = (value: unknown, is: (value: unknown) => boolean): boolean =>
  value === undefined || is(value);

function isSavedWizard(value: unknown): value is SavedWizard {
  if (!isFields(value)) return false;
  const { language, step, source, answers, written, set, at, continues, areas } = value;
  return (
    acceptsOption('language', language) &&
    isStep(step) &&
    isSource(source) &&
    areAnswers(answers) &&
    (written === null || isWritten(written)) &&
    isText(set) &&
    typeof at === 'number' &&
    (continues === null || (isFields(continues) && isText(continues['part']))) &&
    areTexts(areas)
  );
}

function isWritten(value: unknown): boolean {
  return (
    isFields(value) &&
    areTexts(value['sheets']) &&
    isText(value['suffix']) &&
    typeof value['typed'] === 'number'
  );
}

function isSource(value: unknown): boolean {
  if (!isFields(value)) return false;
  const { kind, parts, selected } = value;
  switch (kind) {
    case 'example':
    case 'workbook':
    case 'files':
      return true;
    case 'parts':
      return Array.isArray(parts) && parts.every(isPart);
    case 'selection':
      return isFields(selected) && isText(selected['address']) && isText(selected['sheet']);
    default:
      return false;
  }
}

function isPart(value: unknown): boolean {
  return (
    isFields(value) &&
    (value['kind'] === 'sheet' || value['kind'] === 'table') &&
    isText(value['name']) &&
    isText(value['sheet'])
  );
}

const costsFrom: readonly unknown[] = ['tables', 'library', 'own', 'none'] satisfies readonly CostsFrom[];
const options = ['from', 'to', 'trend', 'confidence', 'overdispersion', 'exclude', 'keepApart'] as const;

function areAnswers(value: unknown): value is Answers {
  if (!isFields(value)) return false;
  const typed = value['typed'];
  return (
    options.every((option) => isAbsentOr(value[option], (each) => acceptsOption(option, each))) &&
    isAbsentOr(value['firstFullYears'], areTextsByName) &&
    isAbsentOr(value['weeklyHours'], areTextsByName) &&
    isAbsentOr(value['tenancies'], areTextsByName) &&
    isAbsentOr(value['controlTenancies'], areTextsByName) &&
    isAbsentOr(value['ownCost'], isText) &&
    isAbsentOr(value['costsFrom'], (each) => costsFrom.includes(each)) &&
    isAbsentOr(value['libraryEstimates'], areTexts) &&
    isAbsentOr(
      typed,
      (each) => areTextsByName(each) && Object.keys(each as Fields).every((key) => isTypedOption(key)),
    )
  );
}

function isTypedOption(key: string): key is TypedOption {
  return Object.hasOwn(typedOptions, key);
}
