import { alignStudy, tenanciesOf } from './align';
import { missingYears } from './holes';
import {
  eventYears,
  groups,
  includedProgrammes,
  type EvictionCount,
  type Group,
  type Programme,
  type Study,
} from './study';

/** One event year of a group, all areas together. */
export interface AlignedYear {
  /** Null where no area has a count. */
  readonly evictions: number | null;
  /** Null where they are not known for every count. */
  readonly tenancies: number | null;
  /** Areas that lack a count in this event year, with the calendar year that it is in each. */
  readonly holes: readonly { readonly area: string; readonly year: number }[];
}

/** One area: its evictions per event year, null where a count is missing. */
export interface AlignedArea {
  readonly area: string;
  readonly evictions: Readonly<Record<Group, readonly (number | null)[]>>;
}

/** The counts put together by event year, also of a study that still has holes, which are shown as such. */
export interface AlignedNumbers {
  readonly eventYears: readonly number[];
  readonly all: Readonly<Record<Group, readonly AlignedYear[]>>;
  readonly areas: readonly AlignedArea[];
}

export function alignNumbers(study: Study): AlignedNumbers {
  const { options } = study;
  const years = eventYears(options);
  const byArea = new Map<string, EvictionCount[]>();
  for (const count of study.tables.counts) {
    const known = byArea.get(count.area);
    if (known) known.push(count);
    else byArea.set(count.area, [count]);
  }
  const rows = includedProgrammes(study).map((programme) => ({
    programme,
    counts: byArea.get(programme.area) ?? [],
  }));
  const aligned = alignStudy(study);
  const ofGroup = (group: Group) => {
    const own = rows.map(({ programme, counts }) => {
      const ofIt = counts.filter((count) => count.group === group);
      const missing = missingYears(options, programme, ofIt);
      const calendarYears = years.map((eventYear) => programme.firstFullYear - 1 + eventYear);
      const isMissing = calendarYears.map((year) => missing === null || missing.includes(year));
      const evictions = calendarYears.map((year, index) =>
        isMissing[index] ? null : sumOf(ofIt.filter((count) => count.year === year)),
      );
      return { programme, counts: ofIt, calendarYears, isMissing, evictions };
    });
    const all = years.map((_, index): AlignedYear => {
      const holes = own
        .filter(({ isMissing }) => isMissing[index])
        .map(({ programme, calendarYears }) => ({ area: programme.area, year: calendarYears[index]! }));
      const tenancies = aligned[group].tenancies[index]!;
      const isKnown = own.some(({ counts, calendarYears }) =>
        counts.some(({ year }) => year === calendarYears[index]),
      );
      return {
        evictions: isKnown ? aligned[group].evictions[index]! : null,
        tenancies: tenancies > 0 && areTenanciesKnown(study, own, index) ? tenancies : null,
        holes,
      };
    });
    return { all, evictions: own.map((each) => each.evictions) };
  };
  const [intervention, control] = groups.map(ofGroup) as [
    ReturnType<typeof ofGroup>,
    ReturnType<typeof ofGroup>,
  ];
  return {
    eventYears: years,
    all: { intervention: intervention.all, control: control.all },
    areas: rows.map(({ programme }, index) => ({
      area: programme.area,
      evictions: {
        intervention: intervention.evictions[index]!,
        control: control.evictions[index]!,
      },
    })),
  };
}

function sumOf(counts: readonly EvictionCount[]): number {
  return counts.reduce((sum, { evictions }) => sum + evictions, 0);
}

/** A pooled table gives the year's number or not; otherwise every count needs its own. */
function areTenanciesKnown(
  study: Study,
  rows: readonly {
    readonly programme: Programme;
    readonly counts: readonly EvictionCount[];
    readonly calendarYears: readonly number[];
  }[],
  index: number,
): boolean {
  if (study.tables.pooledTenancies.length > 0) return true;
  return rows.every(({ programme, counts, calendarYears }) =>
    counts.every((count) => count.year !== calendarYears[index] || tenanciesOf(count, programme) !== null),
  );
}
