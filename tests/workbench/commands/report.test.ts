import { existsSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { runReport } from '../../../src/workbench/commands/report';

let folder: string;
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'sv-report-'));
});
afterAll(() => {
  rmSync(folder, { recursive: true });
});

async function refusal(...words: string[]): Promise<string[]> {
  const lines: string[] = [];
  const spy = jest.spyOn(console, 'error').mockImplementation((line: string) => lines.push(line));
  const code = await runReport(words, folder);
  spy.mockRestore();
  expect(code).toBe(1);
  return lines;
}

describe('npm run report', () => {
  test('says in one line that a file is no workbook, and writes nothing', async () => {
    writeFileSync(join(folder, 'junk.xlsx'), 'junk');
    expect(await refusal('junk.xlsx', '--out', 'out.xlsx')).toEqual([
      `${join(folder, 'junk.xlsx')}: Filen er ikke en .xlsx-projektmappe. Gem den i Excel som “Excel-projektmappe (.xlsx)”.`,
    ]);
    expect(readdirSync(folder)).toEqual(['junk.xlsx']);
  });

  test('says in one line what it does not understand, and writes nothing', async () => {
    const lines = await refusal('--format', 'pdf');
    expect(lines).toHaveLength(1);
    expect(lines[0]).toContain('--format kendes ikke. Brug: npm run report');
    expect(existsSync(join(folder, 'report.xlsx'))).toBe(false);
  });
});
