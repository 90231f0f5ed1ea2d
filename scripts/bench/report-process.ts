import { execFileSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { projectRoot } from '../../src/workbench/project-root';
import { recalculate } from '../../tests/support/libreoffice';
import { filesOf, largeStudy } from './large-study';
import { once, onceAsync, sizes, type Growth } from './measurement';

/** `npm run report` on a folder, from starting the process to the file, beside LibreOffice on that file. */
export async function measureReportProcess(largest: number): Promise<Growth[]> {
  const script = join(projectRoot, 'scripts', 'report.mjs');
  const folder = mkdtempSync(join(tmpdir(), 'sv-bench-'));
  const whole = new Map<number, number>();
  const bytes = new Map<number, number>();
  const judged = new Map<number, number>();
  try {
    for (const size of sizes.filter((each) => each <= largest)) {
      const input = join(folder, String(size));
      mkdirSync(input);
      for (const file of filesOf(largeStudy(size))) writeFileSync(join(input, file.name), file.bytes);
      const out = join(folder, `${size}.xlsx`);
      const { seconds } = once(() =>
        execFileSync(process.execPath, [script, input, '--out', out], { stdio: 'ignore' }),
      );
      whole.set(size, seconds);
      const report = readFileSync(out);
      bytes.set(size, report.length / 1e6);
      // Starting LibreOffice for the first time takes longer than any workbook of a few areas.
      if (size === sizes[0]) await recalculate(report);
      judged.set(size, (await onceAsync(() => recalculate(report))).seconds);
    }
  } finally {
    rmSync(folder, { recursive: true });
  }
  const libreOffice = {
    name: 'LibreOffice opening and recalculating the same workbook',
    value: judged.get(Math.max(...judged.keys()))!,
  };
  return [
    { name: 'npm run report, whole process', unit: 's', values: whole, beside: libreOffice },
    { name: '  the file that it writes', unit: 'MB', values: bytes },
    { name: '  LibreOffice recalculating it', unit: 's', values: judged, isYardstick: true },
  ];
}
