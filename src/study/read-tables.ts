import { finding, type Finding } from './finding';
import { findTables } from './find-tables';
import { comparable, placeOf, type SourceGrid } from './grid';
import { readReportLayout } from './read-report-layout';
import { readRows } from './read-rows';
import type { EvictionCount, StudyTables } from './study';

/**
 * Reads everything that the grids hold: tables with headers and blocks as reports print them, in any order and
 * on any number of sheets or files. Pure: the same grids give the same tables, and nothing is changed.
 */
export function readTables(sources: readonly SourceGrid[]): { tables: StudyTables; findings: Finding[] } {
  const grids = sources.filter(({ brokenQuotes }) => brokenQuotes === undefined);
  const found = grids.map(findTables);
  const rows = readRows(found.flatMap((each) => each.tables));
  const blocks = grids.map(readReportLayout);
  const tables = unifyNames({
    ...rows.tables,
    counts: [...rows.tables.counts, ...blocks.flatMap((block) => block.counts)],
    pooledTenancies: [...rows.tables.pooledTenancies, ...blocks.flatMap((block) => block.pooledTenancies)],
  });
  const findings = [
    ...sources.flatMap(quotesBroken),
    ...found.flatMap((each) => each.findings),
    ...rows.findings,
    ...blocks.flatMap((block) => block.findings),
  ];
  for (const [index, grid] of grids.entries()) {
    const nothing =
      !found[index]!.tables.length && !blocks[index]!.counts.length && !blocks[index]!.pooledTenancies.length;
    if (nothing) findings.push(finding('note', 'no-tables', { source: grid.source }));
  }
  return { tables, findings };
}

function quotesBroken(grid: SourceGrid): Finding[] {
  const row = grid.brokenQuotes;
  if (row === undefined) return [];
  return [finding('error', 'quotes-broken', { line: row + 1 }, placeOf(grid, row, 0))];
}

/** Names that differ only in case and blanks are one name: the spelling that stands first. */
function unifyNames(tables: StudyTables): StudyTables {
  const spellings = new Map<string, string>();
  const same = (name: string): string => {
    const key = comparable(name);
    if (!spellings.has(key)) spellings.set(key, name);
    return spellings.get(key)!;
  };
  return {
    ...tables,
    counts: tables.counts.map((count): EvictionCount => ({
      ...count,
      area: same(count.area),
      organisation: same(count.organisation),
    })),
    programmes: tables.programmes.map((programme) => ({ ...programme, area: same(programme.area) })),
  };
}
