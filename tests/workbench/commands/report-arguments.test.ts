import { mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { readArguments, UsageError } from '../../../src/workbench/commands/report-arguments';

let folder: string;
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'sv-arguments-'));
  mkdirSync(join(folder, 'data'));
  writeFileSync(join(folder, 'book.xlsx'), 'x');
  writeFileSync(join(folder, 'table.csv'), 'x');
  mkdirSync(join(folder, 'folder.xlsx'));
  symlinkSync(join(folder, 'book.xlsx'), join(folder, 'same.xlsx'));
});
afterAll(() => rmSync(folder, { recursive: true }));

const read = (...words: string[]): ReturnType<typeof readArguments> => readArguments(words, folder);

describe('the words after npm run report', () => {
  test('none mean the example, written to report.xlsx where the command was typed', () => {
    expect(read()).toEqual({ out: join(folder, 'report.xlsx') });
  });

  test('a folder or a workbook is the input, and the output may be named', () => {
    expect(read('data', '--out', 'data/ud.xlsx', '--language', 'da')).toEqual({
      input: { path: join(folder, 'data'), kind: 'folder' },
      out: join(folder, 'data', 'ud.xlsx'),
      language: 'da',
    });
    expect(read('book.xlsx').input).toEqual({ path: join(folder, 'book.xlsx'), kind: 'workbook' });
  });

  test.each([
    [['missing'], 'There is no file or folder missing.'],
    [['table.csv'], 'table.csv is neither a folder nor an .xlsx file.'],
    [['data', 'book.xlsx'], 'One input only, not also book.xlsx.'],
    [['--output', 'x.xlsx'], "Unknown option '--output'."],
    [['--out'], "Option '--out <value>' argument missing."],
    [['--out', 'report.csv'], 'The output must end in .xlsx'],
    [['--out', 'nowhere/report.xlsx'], 'There is no folder'],
    [['--out', 'folder.xlsx'], 'is not a file that can be replaced.'],
    [['book.xlsx', '--out', 'book.xlsx'], 'The output would replace the input'],
    [['book.xlsx', '--out', 'same.xlsx'], 'The output would replace the input'],
    [['--language', 'de'], '--language is da or en, not de.'],
  ])('%j is refused in one plain line: %s', (words, line) => {
    const refuse = (): unknown => read(...words);
    expect(refuse).toThrow(UsageError);
    expect(refuse).toThrow(line);
    expect(refuse).toThrow(/^[^\n]+\.$|^[^\n]+\]$/u);
  });
});
