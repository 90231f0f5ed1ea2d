import { groups, type AlignedArea, type AlignedNumbers, type AlignedYear, type Group } from '../study';

/** More areas are not looked through in a pane: the sheet Event years shows them all. */
const mostAreas = 30;
/** Holes that are named in a cell. */
const mostNamed = 3;

/** One event year of a group, with the first of its holes. */
export interface ShownYear extends AlignedYear {
  readonly moreHoles: number;
}

/** Of the aligned counts what a pane has room for. */
export interface ShownNumbers {
  readonly eventYears: readonly number[];
  readonly all: Readonly<Record<Group, readonly ShownYear[]>>;
  readonly areas: readonly AlignedArea[];
  readonly moreAreas: number;
}

export function shownNumbers({ eventYears, all, areas }: AlignedNumbers): ShownNumbers {
  const [intervention, control] = groups.map((group) =>
    all[group].map((year): ShownYear => ({
      ...year,
      holes: year.holes.slice(0, mostNamed),
      moreHoles: Math.max(0, year.holes.length - mostNamed),
    })),
  ) as [ShownYear[], ShownYear[]];
  return {
    eventYears,
    all: { intervention, control },
    areas: areas.slice(0, mostAreas),
    moreAreas: Math.max(0, areas.length - mostAreas),
  };
}
