import { ofHousingOrganisation } from './cost-library';
import { acceptsOption } from './option-rules';
import { readNumber, readYear, type Expected } from './read-number';
import type { Place } from './grid';
import type { CostEstimate, EvictionCount, Programme, Study, StudyOptions } from './study';
import type { CountsSummary } from './summed-up';

/**
 * What a person answers on top of what was read. Typed text is kept as typed, also where it cannot be read;
 * what is absent was not touched and stays as it was read, or as the method has it.
 */
export interface Answers {
  readonly from?: number;
  readonly to?: number;
  readonly trend?: StudyOptions['trend'];
  readonly confidence?: number;
  readonly overdispersion?: boolean;
  readonly exclude?: readonly string[];
  readonly keepApart?: readonly string[];
  /** By area, as typed. */
  readonly firstFullYears?: Readonly<Record<string, string>>;
  readonly weeklyHours?: Readonly<Record<string, string>>;
  readonly tenancies?: Readonly<Record<string, string>>;
  readonly controlTenancies?: Readonly<Record<string, string>>;
  readonly typed?: Readonly<Partial<Record<TypedOption, string>>>;
  readonly costsFrom?: CostsFrom;
  /** Ids of estimates in the library; all of them until some are left out. */
  readonly libraryEstimates?: readonly string[];
  readonly ownCost?: string;
}

/** Where the cost of an eviction comes from: what was read, published estimates, an own figure, or nowhere. */
export type CostsFrom = 'tables' | 'library' | 'own' | 'none';

/** Options that are typed as numbers. */
export type TypedOption =
  | 'annualCostPer1000'
  | 'fullTimeHours'
  | 'municipalSaving'
  | 'horizonYears'
  | 'startUpYears'
  | 'discountRate'
  | 'programmeCostRange';

/** How each is typed; a percentage is kept as a share. */
export const typedOptions: Readonly<Record<TypedOption, { reads: Expected; isPercent: boolean }>> = {
  annualCostPer1000: { reads: 'whole', isPercent: false },
  fullTimeHours: { reads: 'decimal', isPercent: false },
  municipalSaving: { reads: 'whole', isPercent: false },
  horizonYears: { reads: 'whole', isPercent: false },
  startUpYears: { reads: 'whole', isPercent: false },
  discountRate: { reads: 'decimal', isPercent: true },
  programmeCostRange: { reads: 'decimal', isPercent: true },
};

/** A field of the wizard; those that every area has carry the area's name. */
export type Field = TypedOption | 'ownCost' | 'libraryEstimates' | `${AreaField} ${string}`;

/** What may be typed of every area. */
export type AreaField = 'firstFullYear' | 'tenancies' | 'controlTenancies' | 'weeklyHours';

/** What the answers come to. */
export interface AnswersRead {
  readonly options: Partial<StudyOptions>;
  readonly firstFullYears: ReadonlyMap<string, number>;
  readonly weeklyHours: ReadonlyMap<string, number>;
  /** Of the programme's own areas and of its control, where the tables have none. */
  readonly tenancies: ReadonlyMap<string, number>;
  readonly controlTenancies: ReadonlyMap<string, number>;
  readonly ownCost: number | null;
  /** Fields whose text is no answer, in the order of the wizard. */
  readonly wrong: readonly Field[];
}

/** One typed option: NaN where the text is no answer. Only the municipality's saving may be left empty. */
export function readTypedOption(option: TypedOption, text: string): number | null {
  if (option === 'municipalSaving' && text.trim() === '') return null;
  const { reads, isPercent } = typedOptions[option];
  const number = readNumber(text, reads)?.value ?? NaN;
  const value = isPercent ? number / 100 : number;
  return acceptsOption(option, value) ? value : NaN;
}

/** Reads all answers; a text that cannot be read is named and otherwise left out. */
export function readAnswers(answers: Answers): AnswersRead {
  const wrong: Field[] = [];
  const options: Record<string, unknown> = {};
  const firstFullYears = new Map<string, number>();
  for (const [area, text] of Object.entries(answers.firstFullYears ?? {})) {
    const year = readYear(text);
    if (year === null) wrong.push(`firstFullYear ${area}`);
    else firstFullYears.set(area, year);
  }
  for (const option of [
    'from',
    'to',
    'trend',
    'confidence',
    'overdispersion',
    'exclude',
    'keepApart',
  ] as const)
    if (answers[option] !== undefined) options[option] = answers[option];
  for (const option of Object.keys(typedOptions) as TypedOption[]) {
    const text = answers.typed?.[option];
    if (text === undefined) continue;
    const value = readTypedOption(option, text);
    if (Number.isNaN(value)) wrong.push(option);
    else options[option] = value;
  }
  const byArea = (field: AreaField, reads: Expected, isGood: (value: number) => boolean) => {
    const values = new Map<string, number>();
    for (const [area, text] of Object.entries(answers[field as 'weeklyHours'] ?? {})) {
      const value = readNumber(text, reads)?.value ?? NaN;
      // An empty field is an answer: the number is not known.
      if (text.trim() === '') continue;
      if (isGood(value)) values.set(area, value);
      else wrong.push(`${field} ${area}`);
    }
    return values;
  };
  const isCount = (value: number): boolean => Number.isInteger(value) && value > 0;
  const tenancies = byArea('tenancies', 'whole', isCount);
  const controlTenancies = byArea('controlTenancies', 'whole', isCount);
  const weeklyHours = byArea('weeklyHours', 'decimal', (hours) => hours >= 0);
  const ownCost = readNumber(answers.ownCost ?? '', 'whole')?.value ?? NaN;
  if (answers.costsFrom === 'own' && !(ownCost > 0)) wrong.push('ownCost');
  if (answers.costsFrom === 'library' && answers.libraryEstimates?.length === 0)
    wrong.push('libraryEstimates');
  return {
    ...{ options, firstFullYears, tenancies, controlTenancies, weeklyHours },
    ownCost: ownCost > 0 ? ownCost : null,
    wrong,
  };
}

/** Every estimate of what an eviction costs the housing organisation. */
export const allOfLibrary: readonly string[] = ofHousingOrganisation.map(({ id }) => id);

/** What the words give to the study where the answers ask for it. */
export interface AnswerSources {
  /** What typed figures are said to come from. */
  readonly typedPlace: Place;
  /** What the own cost of an eviction is called. */
  readonly ownCost: string;
}

/** Answers can be given to a study that is only shown. */
export type AnyCounts = readonly EvictionCount[] | CountsSummary;

/** The study as it stands with the answers. Pure: what was read is not changed. */
export function withAnswers<Counts extends AnyCounts>(
  study: Study<Counts>,
  answers: Answers,
  sources: AnswerSources,
): Study<Counts> {
  const read = readAnswers(answers);
  const options: StudyOptions = { ...study.options, ...read.options };
  const programmes = programmesWith(study, read, sources.typedPlace);
  const costs = costsWith(study, answers, read, sources);
  const isAsRead =
    options.from === study.options.from &&
    options.to === study.options.to &&
    options.exclude.length === 0 &&
    programmes === study.tables.programmes;
  return {
    tables: { ...study.tables, programmes, costs },
    options,
    published: isAsRead ? study.published : [],
  };
}

function programmesWith(
  { tables }: Study<AnyCounts>,
  { firstFullYears, tenancies, controlTenancies, weeklyHours }: AnswersRead,
  place: Place,
): readonly Programme[] {
  const typed = [firstFullYears, tenancies, controlTenancies, weeklyHours];
  if (typed.every(({ size }) => size === 0)) return tables.programmes;
  const unknownYears = new Map(firstFullYears);
  for (const { area } of tables.programmes) unknownYears.delete(area);
  const unknown = [...unknownYears];
  const counted = unknown.length === 0 ? null : countedAreas(tables.counts);
  const added = unknown
    .filter(([area]) => counted!.has(area))
    .map(([area, firstFullYear]): Programme => ({
      area,
      firstFullYear,
      tenancies: null,
      controlTenancies: null,
      weeklyHours: null,
      place,
    }));
  const changed = [...tables.programmes, ...added].map((programme): Programme => {
    const { area } = programme;
    // This is asked at every key press, and they may be thousands.
    if (!typed.some((each) => each.has(area))) return programme;
    const answered = {
      firstFullYear: firstFullYears.get(area) ?? programme.firstFullYear,
      // The table's own number counts, should it have one by now.
      tenancies: programme.tenancies ?? tenancies.get(area) ?? null,
      controlTenancies: programme.controlTenancies ?? controlTenancies.get(area) ?? null,
      weeklyHours: weeklyHours.get(area) ?? programme.weeklyHours,
    };
    if (fieldsOfProgramme.every((field) => answered[field] === programme[field])) return programme;
    return { ...programme, ...answered, ...(programme.place !== place && { typed: place }) };
  });
  const isSame = added.length === 0 && changed.every((each, index) => each === tables.programmes[index]);
  return isSame ? tables.programmes : changed;
}

function countedAreas(counts: AnyCounts): { has: (area: string) => boolean } {
  return 'areas' in counts ? counts.areas : new Set(counts.map(({ area }) => area));
}

const fieldsOfProgramme = ['firstFullYear', 'tenancies', 'controlTenancies', 'weeklyHours'] as const;

/** Where nothing was chosen, what was read holds. */
function costsWith(
  { tables }: Study<unknown>,
  { costsFrom, libraryEstimates }: Answers,
  { ownCost }: AnswersRead,
  sources: AnswerSources,
): readonly CostEstimate[] {
  if (costsFrom === 'none') return [];
  if (costsFrom === 'own')
    return ownCost === null ? [] : [{ source: sources.ownCost, amount: ownCost, place: sources.typedPlace }];
  if (costsFrom !== 'library') return tables.costs;
  const chosen = new Set(libraryEstimates ?? allOfLibrary);
  return ofHousingOrganisation
    .filter(({ id }) => chosen.has(id))
    .map(({ source, amount, place, published }) => ({ source, amount, place, published }));
}
