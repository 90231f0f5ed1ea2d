import type { Language, SimulatedFigures } from '../study';
import { reportTexts as english, type ReportTexts } from '../texts/en/report';
import { reportTexts as danish } from '../texts/da/report';
import type { NamePlan, Reference, SheetKey } from './plan';
import type { SheetNames } from './sheet-draft';

/** What every sheet needs to know besides the study. */
export interface ReportContext {
  readonly language: Language;
  readonly texts: ReportTexts;
  readonly names: SheetNames;
  readonly footer: string;
  /** When the report was made, for the Method sheet: `2026-11-23`. */
  readonly date: string;
  readonly version: string;
  readonly simulation: Simulation | null;
  /** `SVCounts`, or `SVCounts_nord` where the report has a suffix. */
  readonly tableName: (base: string) => string;
  readonly chartName: (base: string) => string;
  /** Gives a cell or a row a name in the workbook: `sv_effect_2`. */
  readonly name: (name: string, refersTo: Reference) => void;
}

/** Simulated figures, and when they were made: `2026-11-23 14:05`. */
export interface Simulation {
  readonly figures: SimulatedFigures;
  readonly at: string;
}

export interface ReportSettings {
  /** Tells several studies in one workbook apart; '' for the first. Letters and digits. */
  readonly suffix: string;
  readonly date: string;
  readonly version: string;
  /** Left out where there are none, because the data do not allow an effect. */
  readonly simulation?: Simulation | null;
}

export const sheetKeys: readonly SheetKey[] = ['data', 'years', 'effect', 'savings', 'robustness', 'method'];

export function sheetNames(language: Language, suffix: string): SheetNames {
  const { sheets } = textsOf(language);
  const named = sheetKeys.map(
    (key) => [key, suffix === '' ? sheets[key] : `${sheets[key]} ${suffix}`] as const,
  );
  return Object.fromEntries(named) as Record<SheetKey, string>;
}

/** The workbook names that mark the sheets of a report as the add-in's own. */
export function sheetMarkers(suffix: string): readonly string[] {
  return sheetKeys.map((key) => nameWith(`sheet_${key}`, suffix));
}

function nameWith(base: string, suffix: string): string {
  return suffix === '' ? `sv_${base}` : `sv_${base}_${suffix}`;
}

export function textsOf(language: Language): ReportTexts {
  return language === 'da' ? danish : english;
}

/** A context, and the list into which its names go. */
export function reportContext(
  language: Language,
  settings: ReportSettings,
): { context: ReportContext; named: NamePlan[] } {
  const texts = textsOf(language);
  const ending = settings.suffix === '' ? '' : `_${settings.suffix}`;
  const named: NamePlan[] = [];
  const context: ReportContext = {
    language,
    texts,
    names: sheetNames(language, settings.suffix),
    footer: texts.footer,
    date: settings.date,
    version: settings.version,
    simulation: settings.simulation ?? null,
    tableName: (base) => `SV${base}${ending}`,
    chartName: (base) => `SV ${base}${settings.suffix === '' ? '' : ` ${settings.suffix}`}`,
    name: (name, refersTo) => named.push({ name: nameWith(name, settings.suffix), refersTo }),
  };
  return { context, named };
}
