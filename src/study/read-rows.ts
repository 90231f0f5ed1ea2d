import { groupNamed, namesTotal } from './columns';
import { finding, type Finding } from './finding';
import type { FoundTable } from './find-tables';
import { isBlank, placeOf, textOf, type CellContent, type Place } from './grid';
import { mergedNames } from './merged-names';
import { isErrorText, numberInCell, organisationIn } from './read-cell';
import { isDate, readYear, type Expected } from './read-number';
import { remembered } from './remembered';
import type {
  CostEstimate,
  EvictionCount,
  Group,
  PooledTenancies,
  Programme,
  StudyTables,
  YearlyTenancies,
} from './study';

/** Field to the names that its blank cells take from above. */
type MergedNames = ReadonlyMap<string, ReadonlyMap<number, CellContent>>;

/**
 * Names that are merged over their rows. An organisation's is merged only where its group's is: many tables name
 * the organisation of a control and leave that of an area blank.
 */
function mergedNamesOf(table: FoundTable, findings: Finding[]): MergedNames {
  const { grid, rows, columns } = table;
  const area = mergedNames(grid, rows, columns.get('area'));
  const group = mergedNames(grid, rows, columns.get('group'));
  const organisation = new Map(
    [...mergedNames(grid, rows, columns.get('organisation'))].filter(([row]) => group.has(row)),
  );
  const merged = new Map(Object.entries({ area, group, organisation }));
  for (const [column, names] of merged) {
    const [first] = names.keys();
    if (first === undefined) continue;
    const place = placeOf(grid, first, columns.get(column)!);
    findings.push(finding('note', 'name-from-above', { column, rows: names.size }, place));
  }
  return merged;
}

/** The one text for all rows that name the same. */
type Names = (name: string) => string;

/** One row of a found table, with the reading of its cells and the findings that it gives rise to. */
class Row {
  constructor(
    private readonly table: FoundTable,
    private readonly row: number,
    private readonly merged: MergedNames,
    private readonly names: Names,
    private readonly findings: Finding[],
  ) {}

  place(field: string): Place {
    return placeOf(this.table.grid, this.row, this.table.columns.get(field) ?? 0);
  }

  content(field: string): CellContent {
    const column = this.table.columns.get(field);
    if (column === undefined) return null;
    const content = this.table.grid.cells[this.row]![column] ?? null;
    return isBlank(content) ? (this.merged.get(field)?.get(this.row) ?? null) : content;
  }

  text(field: string): string {
    return textOf(this.content(field));
  }

  /** A text that must be there; null, with a finding, where it is not. */
  requiredText(field: string): string | null {
    const text = this.text(field);
    if (text === '') {
      this.blank(field, {});
      return null;
    }
    if (!isErrorText(text)) return this.names(text);
    this.findings.push(finding('error', 'cell-error', { found: text, column: field }, this.place(field)));
    return null;
  }

  /** The organisation that was counted, '' where none is named; null, with a finding, for what is no name. */
  organisation(): string | null {
    const name = organisationIn(this.content('organisation'), this.place('organisation'), this.findings);
    return name === null ? null : this.names(name);
  }

  /** A number, or null for a blank cell or one that holds no number (which is then a finding). */
  number(field: string, expected: Expected, about: { area?: string; year?: number }): number | null {
    const details = { column: field, ...about };
    return numberInCell(this.content(field), expected, details, this.place(field), this.findings);
  }

  /** Whether the row only repeats the others, as `I alt` does: it is left out, and that is said. */
  isTotal(...fields: readonly string[]): boolean {
    for (const field of fields) {
      const text = this.text(field);
      if (!namesTotal(text)) continue;
      this.findings.push(finding('warning', 'row-left-out', { text, reason: 'total' }, this.place(field)));
      return true;
    }
    return false;
  }

  blank(field: string, about: { area?: string; year?: number }): void {
    this.findings.push(finding('error', 'blank-cell', { column: field, ...about }, this.place(field)));
  }

  year(field: string, area: string): number | null {
    const content = this.content(field);
    if (isBlank(content)) {
      this.blank(field, { area });
      return null;
    }
    const year = typeof content === 'number' || typeof content === 'string' ? readYear(content) : null;
    if (year === null) {
      this.findings.push(finding('error', 'not-a-year', { found: textOf(content), area }, this.place(field)));
    } else if (isDate(content)) {
      this.findings.push(finding('note', 'date-as-year', { found: content, year }, this.place(field)));
    }
    return year;
  }

  group(field: string, area: string): Group | null {
    if (isBlank(this.content(field))) {
      this.blank(field, area === '' ? {} : { area });
      return null;
    }
    const group = groupNamed(this.text(field));
    if (!group) {
      this.findings.push(
        finding('error', 'unknown-group', { found: this.text(field), area }, this.place(field)),
      );
    }
    return group;
  }
}

type Reader<Item> = (row: Row, findings: Finding[]) => Item | null;

const readCount: Reader<EvictionCount> = (row) => {
  if (row.isTotal('area', 'group', 'organisation', 'year')) return null;
  const area = row.requiredText('area');
  if (area === null) return null;
  const group = row.group('group', area);
  const year = row.year('year', area);
  if (group === null || year === null) return null;
  const evictions = row.number('evictions', 'whole', { area, year });
  const tenancies = row.number('tenancies', 'whole', { area, year });
  if (evictions === null) {
    if (isBlank(row.content('evictions'))) row.blank('evictions', { area, year });
    return null;
  }
  const organisation = row.organisation();
  if (organisation === null) return null;
  const place = row.place('evictions');
  const counted = organisation || area;
  // Written out: in Node 20 an object that is spread and then added to gets a hidden class of its own, and
  // aligning a hundred thousand of those takes ten times as long.
  if (tenancies === null) return { area, group, organisation: counted, year, evictions, tenancies, place };
  const tenanciesPlace = row.place('tenancies');
  return { area, group, organisation: counted, year, evictions, tenancies, place, tenanciesPlace };
};

const readProgramme: Reader<Programme> = (row) => {
  if (row.isTotal('area')) return null;
  const area = row.requiredText('area');
  if (area === null) return null;
  const firstFullYear = row.year('firstFullYear', area);
  if (firstFullYear === null) return null;
  return {
    area,
    firstFullYear,
    tenancies: row.number('tenancies', 'whole', { area }),
    controlTenancies: row.number('controlTenancies', 'whole', { area }),
    weeklyHours: row.number('weeklyHours', 'decimal', { area }),
    place: row.place('area'),
  };
};

const readYearlyTenancies: Reader<YearlyTenancies> = (row) => {
  if (row.isTotal('area', 'group', 'organisation', 'year')) return null;
  const area = row.requiredText('area');
  if (area === null) return null;
  const group = row.group('group', area);
  const year = row.year('year', area);
  if (group === null || year === null) return null;
  const tenancies = row.number('tenancies', 'whole', { area, year });
  if (tenancies === null) return null;
  const organisation = row.organisation();
  if (organisation === null) return null;
  const place = row.place('tenancies');
  return { area, group, ...(organisation !== '' && { organisation }), year, tenancies, place };
};

const readPooledTenancies: Reader<PooledTenancies> = (row, findings) => {
  if (row.isTotal('eventYear', 'group')) return null;
  const eventYear = row.number('eventYear', 'decimal', {});
  const group = row.group('group', '');
  const tenancies = row.number('tenancies', 'whole', {});
  if (eventYear === null || group === null) return null;
  if (tenancies === null) {
    findings.push(finding('error', 'tenancies-missing', { eventYear, group }, row.place('tenancies')));
    return null;
  }
  return { eventYear, group, tenancies, place: row.place('tenancies') };
};

const readCost: Reader<CostEstimate> = (row) => {
  if (row.isTotal('source')) return null;
  const source = row.requiredText('source');
  const amount = row.number('amount', 'whole', {});
  if (source === null || amount === null) {
    if (source !== null && isBlank(row.content('amount'))) row.blank('amount', {});
    return null;
  }
  return { source, amount, place: row.place('amount') };
};

/** Rows between two words about progress. */
const rowsAtOnce = 1000;

/**
 * The rows of the tables that were found, as the study's tables, each number with the place where it stands.
 *
 * @param onProgress called with the share of the rows that is read
 */
export function readRows(
  tables: readonly FoundTable[],
  onProgress: (share: number) => void = () => undefined,
): {
  tables: StudyTables;
  yearlyTenancies: YearlyTenancies[];
  findings: Finding[];
} {
  const findings: Finding[] = [];
  // Each cell has a text of its own: names would lie in memory, and be compared letter by letter, once for each row.
  const names: Names = remembered((name) => name);
  const all = tables.reduce((sum, { rows }) => sum + rows.length, 0);
  let done = 0;
  const read = <Item>(kind: FoundTable['kind'], reader: Reader<Item>): Item[] =>
    tables
      .filter((table) => table.kind === kind)
      .flatMap((table) => {
        const merged = mergedNamesOf(table, findings);
        return table.rows
          .map((row) => {
            done += 1;
            if (done % rowsAtOnce === 0) onProgress(done / all);
            return reader(new Row(table, row, merged, names, findings), findings);
          })
          .filter((item): item is Awaited<NonNullable<typeof item>> => item !== null);
      });
  return {
    tables: {
      counts: read('counts', readCount),
      programmes: read('programmes', readProgramme),
      pooledTenancies: read('tenancies', readPooledTenancies),
      costs: read('costs', readCost),
    },
    yearlyTenancies: read('yearlyTenancies', readYearlyTenancies),
    findings,
  };
}
