import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { features, floor, isOffered, readHealth } from '../../src/excel';
import { healthTexts as danish } from '../../src/texts/da/health';
import { healthTexts as english } from '../../src/texts/en/health';
import type { HeadlessWorkbench } from '../../src/workbench/headless';
import { openWorkbook } from '../support/open-workbook';

let workbench: HeadlessWorkbench;
async function open(requirements?: Readonly<Record<string, string>>): Promise<void> {
  workbench = await openWorkbook(requirements ? { requirements } : {});
  Object.assign(globalThis, { Office: workbench.Office });
}
afterEach(() => workbench.close());

test('the health says the versions, where the add-in runs and which requirement sets it found', async () => {
  await open({ ExcelApi: '1.14', SharedRuntime: '1.1', CustomFunctionsRuntime: '1.3' });
  expect(readHealth('1.2.3')).toEqual({
    version: '1.2.3',
    platform: 'OfficeOnline',
    excelVersion: '16.0.18000.40000',
    sets: [
      { name: 'ExcelApi', version: '1.14' },
      { name: 'CustomFunctionsRuntime', version: '1.3' },
      { name: 'SharedRuntime', version: '1.1' },
    ],
    switchedOff: [],
  });
});

test('at the floor it says what is switched off, and asks Excel nothing', async () => {
  await open(floor);
  const before = workbench.host.counters.roundTrips;
  const health = readHealth('1.2.3');
  expect(health.sets).toEqual(Object.entries(floor).map(([name, version]) => ({ name, version })));
  expect(health.switchedOff).toEqual(Object.keys(features));
  expect(isOffered('otherWorkbooks')).toBe(false);
  expect(workbench.host.counters.roundTrips).toBe(before);
});

test('the floor is the one that the manifest demands', async () => {
  await open();
  const manifest = readFileSync(join(__dirname, '..', '..', 'manifest.xml'), 'utf8');
  const demanded = [...manifest.matchAll(/<Set Name="(\w+)" MinVersion="([\d.]+)"/g)];
  expect(Object.fromEntries(demanded.map(([, name, version]) => [name, version]))).toEqual(floor);
});

test('everything that can be switched off has words in both languages', async () => {
  await open();
  for (const texts of [danish, english]) {
    expect(Object.keys(texts.features).sort()).toEqual(Object.keys(features).sort());
  }
});
