import { alike } from './alike';
import { finding, type Finding } from './finding';
import { findTables } from './find-tables';
import { nearlyHeader } from './nearly-header';
import { comparable, placeOf, type Place, type SourceGrid } from './grid';
import { blockStartsOf, readReportLayout } from './read-report-layout';
import { readRows } from './read-rows';
import { readWideTable } from './read-wide-tables';
import type { EvictionCount, StudyTables, YearlyTenancies } from './study';

/**
 * Reads everything that the grids hold: tables with headers, tidy or wide, and blocks as reports print them, in
 * any order and on any number of sheets or files. Pure: the same grids give the same tables, and nothing is
 * changed.
 *
 * @param keepApart names that stay themselves although another is written almost alike
 * @param onProgress called with the share of the rows that is read
 */
export function readTables(
  sources: readonly SourceGrid[],
  keepApart: readonly string[] = [],
  onProgress: (share: number) => void = () => undefined,
): { tables: StudyTables; findings: Finding[] } {
  const grids = sources.filter(
    ({ brokenQuotes, notRead }) => brokenQuotes === undefined && notRead === undefined,
  );
  const blockStarts = grids.map(blockStartsOf);
  const found = grids.map((grid, index) => findTables(grid, blockStarts[index]!));
  const rows = readRows(
    found.flatMap((each) => each.tables),
    onProgress,
  );
  const wide = found.flatMap((each) => each.wideTables.map(readWideTable));
  const areas = new Set(rows.tables.programmes.map(({ area }) => comparable(area)));
  const blocks = grids.map((grid, index) => readReportLayout(grid, blockStarts[index]!, areas));
  const unified = unifyNames(
    {
      ...rows.tables,
      counts: [
        ...rows.tables.counts,
        ...wide.flatMap(({ counts }) => counts),
        ...blocks.flatMap(({ counts }) => counts),
      ],
      pooledTenancies: [...rows.tables.pooledTenancies, ...blocks.flatMap((block) => block.pooledTenancies)],
    },
    [...rows.yearlyTenancies, ...wide.flatMap(({ tenancies }) => tenancies)],
    keepApart,
  );
  const joined = joinTenancies(unified.tables, unified.tenancies);
  const findings = [
    ...sources.flatMap(notRead),
    ...sources.flatMap(quotesBroken),
    ...found.flatMap((each) => each.findings),
    ...rows.findings,
    ...wide.flatMap((each) => each.findings),
    ...blocks.flatMap((block) => block.findings),
    ...unified.findings,
    ...joined.findings,
  ];
  for (const [index, grid] of grids.entries()) {
    const { tables, wideTables } = found[index]!;
    const block = blocks[index]!;
    const isEmpty =
      !tables.length && !wideTables.length && !block.counts.length && !block.pooledTenancies.length;
    if (!isEmpty) continue;
    const { known, place } = nearlyHeader(grid);
    findings.push(finding('note', 'no-tables', { source: grid.source, known }, place));
  }
  return { tables: joined.tables, findings };
}

function notRead({ source, kind, notRead: reason }: SourceGrid): Finding[] {
  if (reason === undefined) return [];
  // A sheet may be there for something else; a file that was given is meant to be read.
  const severity = kind === 'file' ? 'error' : 'warning';
  return [finding(severity, 'sheet-not-read', { sheet: source, reason })];
}

function quotesBroken(grid: SourceGrid): Finding[] {
  const row = grid.brokenQuotes;
  if (row === undefined) return [];
  return [finding('error', 'quotes-broken', { line: row + 1 }, placeOf(grid, row, 0))];
}

/** Spellings of one name, each with the place where it stands first. */
type Spellings = { readonly name: string; readonly place: Place }[];

/**
 * Letters that went through a wrong encoding: UTF-8 read as Windows-1252 (`SÃ¦by`), or a Mac's or DOS's table read
 * so (`S¾by`, `S‘by`), or what no encoding knows.
 */
const garbled =
  /Ã[\u0080-\u00bf\u0152-\u0192\u02c6\u02dc\u2013-\u203a\u20ac\u2122]|[\u0080-\u009f\ufffd]|\p{L}[¿¾¯®†‘›]\p{L}/u;

/** Ten times as many as all housing organisations have: a column of something else is taken for names. */
const mostNames = 50_000;
const noTables: StudyTables = { counts: [], pooledTenancies: [], programmes: [], costs: [] };

/** Every name of an area or an organisation, each time that it stands somewhere. */
function* namesIn(
  { counts, programmes }: StudyTables,
  tenancies: readonly YearlyTenancies[],
): Generator<{ readonly name: string; readonly place: Place }, void, void> {
  for (const { area, organisation, place } of counts) {
    yield { name: area, place };
    yield { name: organisation, place };
  }
  for (const { area, organisation, place } of tenancies) {
    yield { name: area, place };
    if (organisation !== undefined) yield { name: organisation, place };
  }
  for (const { area, place } of programmes) yield { name: area, place };
}

/** A name that was broken at the end of a line on its way: `Sydhav- nen`. */
const isBroken = (name: string): boolean => /-\s/u.test(name);

/**
 * Names that are written almost alike are taken as one, in the spelling that stands first and was not broken at
 * the end of a line; each such name is a warning, and `keepApart` undoes it.
 */
function unifyNames(
  tables: StudyTables,
  tenancies: readonly YearlyTenancies[],
  keepApart: readonly string[],
): { tables: StudyTables; tenancies: YearlyTenancies[]; findings: Finding[] } {
  const apart = new Set(keepApart);
  const keys = new Map<string, string>();
  const spellings = new Map<string, Spellings>();
  const findings: Finding[] = [];
  const garbledSources = new Set<string>();
  const lookAtLetters = (name: string, place: Place): void => {
    if (!garbled.test(name) || garbledSources.has(place.source)) return;
    garbledSources.add(place.source);
    findings.push(finding('warning', 'text-garbled', { found: name }, place));
  };
  const meet = (name: string, place: Place): void => {
    if (keys.has(name)) return;
    const key = apart.has(name) ? `=${name}` : alike(name);
    keys.set(name, key);
    const known = spellings.get(key);
    if (known) known.push({ name, place });
    else spellings.set(key, [{ name, place }]);
    lookAtLetters(name, place);
  };
  for (const { name, place } of namesIn(tables, tenancies)) {
    meet(name, place);
    if (keys.size > mostNames) {
      const tooMany = finding('error', 'too-many-names', { most: mostNames }, place);
      return { tables: noTables, tenancies: [], findings: [tooMany] };
    }
  }
  for (const { source, place } of tables.costs) lookAtLetters(source, place);

  const read = new Map<string, string>();
  for (const [key, spelt] of spellings) {
    const { name } = spelt.find((each) => !isBroken(each.name)) ?? spelt[0]!;
    read.set(key, name);
    if (spelt.length === 1) continue;
    const odd = spelt.find((each) => each.name !== name)!;
    const names = spelt.map((each) => each.name);
    findings.push(finding('warning', 'names-alike', { names, read: name }, odd.place));
  }
  if (apart.size > 0) findings.push(...keptApart([...spellings.values()].flat(), apart));
  const same = (name: string): string => read.get(keys.get(name)!)!;
  return {
    tables: {
      ...tables,
      counts: tables.counts.map((each): EvictionCount => {
        const [area, organisation] = [same(each.area), same(each.organisation)];
        const isSame = area === each.area && organisation === each.organisation;
        return isSame ? each : { ...each, area, organisation };
      }),
      programmes: tables.programmes.map((each) => ({ ...each, area: same(each.area) })),
    },
    tenancies: tenancies.map((each): YearlyTenancies => ({
      ...each,
      area: same(each.area),
      ...(each.organisation !== undefined && { organisation: same(each.organisation) }),
    })),
    findings,
  };
}

/** Names that would have been taken as one. */
function keptApart(spelt: Readonly<Spellings>, apart: ReadonlySet<string>): Finding[] {
  const families = new Map<string, Spellings>();
  for (const each of spelt) {
    const key = alike(each.name);
    families.set(key, [...(families.get(key) ?? []), each]);
  }
  return [...families.values()].flatMap((family) => {
    const odd = family.find(({ name }) => apart.has(name));
    if (!odd || family.length === 1) return [];
    return [finding('note', 'names-kept-apart', { names: family.map(({ name }) => name) }, odd.place)];
  });
}

/** Puts tenancies of a table of their own beside the counts of the same area, group, organisation and year. */
function joinTenancies(
  tables: StudyTables,
  yearly: readonly YearlyTenancies[],
): { tables: StudyTables; findings: Finding[] } {
  if (yearly.length === 0) return { tables, findings: [] };
  const keyOf = (area: string, group: string, year: number): string => JSON.stringify([area, group, year]);
  const waiting = new Map<string, YearlyTenancies[]>();
  for (const each of yearly) {
    const key = keyOf(each.area, each.group, each.year);
    waiting.set(key, [...(waiting.get(key) ?? []), each]);
  }
  const used = new Set<YearlyTenancies>();
  const counts = tables.counts.map((count): EvictionCount => {
    if (count.tenancies !== null) return count;
    const there = waiting.get(keyOf(count.area, count.group, count.year)) ?? [];
    const own = there.find(
      ({ organisation }) => organisation === undefined || organisation === count.organisation,
    );
    if (!own) return count;
    used.add(own);
    // Not spread, for speed: see how the rows of a tidy table are read.
    return Object.assign({}, count, { tenancies: own.tenancies, tenanciesPlace: own.place });
  });
  const findings = yearly
    .filter((each) => !used.has(each))
    .map(({ area, group, year, place }) =>
      finding('note', 'tenancies-without-counts', { area, group, year }, place),
    );
  return { tables: { ...tables, counts }, findings };
}
