import fc from 'fast-check';
import { assembleFiles, assembleStudy, type Finding, type StudyTables } from '../../src/study';
import {
  asFiles,
  asSheets,
  factsFor,
  saving,
  studyFacts,
  writing,
  written,
  type StudyFacts,
} from '../support/written-study';

const sorted = (rows: readonly (readonly unknown[])[]): string[] =>
  rows.map((row) => JSON.stringify(row)).sort();

const factsOf = ({ counts, programmes, pooled, costs }: Omit<StudyFacts, 'tenancies'>) => ({
  counts: sorted(
    counts.map((each) => [
      ...[each.area, each.group, each.organisation, each.year, each.evictions, each.tenancies],
    ]),
  ),
  programmes: sorted(
    programmes.map((each) => [
      ...[each.area, each.firstFullYear, each.tenancies, each.controlTenancies, each.weeklyHours],
    ]),
  ),
  pooled: sorted(pooled.map(({ eventYear, group, tenancies }) => [eventYear, group, tenancies])),
  costs: sorted(costs.map(({ source, amount }) => [source, amount])),
});

function expectRead(tables: StudyTables, reading: readonly Finding[], facts: StudyFacts): void {
  expect(reading.filter(({ severity }) => severity === 'error')).toEqual([]);
  expect(factsOf({ ...tables, pooled: tables.pooledTenancies })).toEqual(factsOf(facts));
}

test('a study reads back the same from sheets, whatever their layout, language and numbers', () => {
  fc.assert(
    fc.property(studyFacts, writing, (study, how) => {
      const facts = factsFor(study, how);
      const { study: read, reading } = assembleStudy(asSheets(written(facts, how), how));
      expectRead(read.tables, reading, facts);
    }),
    { numRuns: 1500 },
  );
});

test('and from text files, whatever their separator, encoding and line ends', () => {
  fc.assert(
    fc.property(studyFacts, writing, saving, (study, drawn, how) => {
      // A text file has no cells of dates: Excel writes them as text.
      const writer = { ...drawn, years: drawn.years === 'date' ? 'text date' : drawn.years };
      const facts = factsFor(study, writer);
      const { study: read, reading } = assembleFiles(asFiles(written(facts, writer), how));
      expectRead(read.tables, reading, facts);
    }),
    { numRuns: 1500 },
  );
});
