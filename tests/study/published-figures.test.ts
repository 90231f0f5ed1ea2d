import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import Papa from 'papaparse';
import { publishedFigures } from '../../src/study/example';

type Row = Record<'id' | 'printed' | 'unit' | 'printed_to' | 'compound_matches', string>;
const csv = readFileSync(join(__dirname, '../fixtures/report/published-figures.csv'), 'utf8');
const rows = Papa.parse<Row>(csv, { header: true, skipEmptyLines: true }).data;

const units: Readonly<Record<string, string>> = {
  'evictions per 1,000 tenancies': 'per1000',
  'evictions per 1,000 per year': 'perYear',
  'per 1,000 tenancies': 'per1000',
  percent: 'percent',
  'percentage points': 'points',
  'hours per week': 'hours',
};

test('the example holds every printed figure as printed, and a reason for exactly those that do not come out', () => {
  expect(
    publishedFigures.map(({ id, printed, printedTo, unit, contradiction }) => [
      id,
      printed,
      printedTo,
      unit,
      contradiction === undefined,
    ]),
  ).toEqual(
    rows.map((row) => [
      row.id,
      Number(row.printed),
      Number(row.printed_to),
      units[row.unit] ?? 'dkk',
      row.compound_matches === 'yes',
    ]),
  );
});
