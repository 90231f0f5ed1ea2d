import { spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync, symlinkSync, truncateSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { readArguments, UsageError } from '../../../src/workbench/commands/report-arguments';

let folder: string;
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'sv-arguments-'));
  mkdirSync(join(folder, 'data'));
  writeFileSync(join(folder, 'book.xlsx'), 'x');
  writeFileSync(join(folder, 'table.csv'), 'x');
  writeFileSync(join(folder, 'notes.txt'), 'x');
  // Holes take no room on the disk.
  for (const name of ['large.xlsx', 'large.csv']) {
    writeFileSync(join(folder, name), '');
    truncateSync(join(folder, name), 200 * 1024 * 1024);
  }
  spawnSync('mkfifo', [join(folder, 'pipe.csv')]);
  mkdirSync(join(folder, 'folder.xlsx'));
  symlinkSync(join(folder, 'book.xlsx'), join(folder, 'same.xlsx'));
});
afterAll(() => rmSync(folder, { recursive: true }));

const read = (...words: string[]): ReturnType<typeof readArguments> => readArguments(words, folder);
const english = ['--language', 'en'];

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
    expect(read('table.csv').input).toEqual({ path: join(folder, 'table.csv'), kind: 'file' });
  });

  test.each([
    [['pipe.csv'], 'pipe.csv is neither a folder nor a .csv or .xlsx file. Save it in Excel as'],
    [['missing'], 'There is no file or folder missing.'],
    [['notes.txt'], 'notes.txt is neither a folder nor a .csv or .xlsx file.'],
    [['large.xlsx'], 'large.xlsx is 200 MB: more than 64 MB is not read.'],
    [['large.csv'], 'large.csv is 200 MB: more than 64 MB is not read.'],
    [['data', 'book.xlsx'], 'One input only, not also book.xlsx.'],
    [['--output', 'x.xlsx'], '--output is not known. Use: npm run report'],
    [['--out'], '--out lacks its value.'],
    [['--out', 'report.csv'], 'The output must end in .xlsx'],
    [['--out', 'nowhere/report.xlsx'], 'There is no folder'],
    [['--out', 'folder.xlsx'], 'is not a file that can be replaced.'],
    [['book.xlsx', '--out', 'book.xlsx'], 'The output would replace the input'],
    [['book.xlsx', '--out', 'same.xlsx'], 'The output would replace the input'],
    [['--language', 'de'], '--language er da eller en, ikke de.'],
  ])('%j is refused in one plain line: %s', (words, line) => {
    const isAbout = (part: string): boolean => words.includes(part);
    const refuse = (): unknown => read(...(isAbout('--language') ? [] : english), ...words);
    expect(refuse).toThrow(UsageError);
    expect(refuse).toThrow(line);
    expect(refuse).toThrow(/^[^\n]+\.$|^[^\n]+\]$/u);
    expect(() => read(...words)).toThrow(UsageError);
  });
});
