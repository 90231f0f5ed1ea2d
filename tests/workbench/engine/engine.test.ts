import { startNodeEngine } from '../../../src/workbench/engine/boot-node';
import type { Engine } from '../../../src/workbench/engine/engine';

let engine: Engine;
let sheet: string;
const rect = (row: number, column: number, rows = 1, columns = 1) => ({ row, column, rows, columns });

beforeEach(() => {
  engine = startNodeEngine();
  sheet = engine.sheets.active();
});
afterEach(() => engine.close());

it('computes a formula exactly', async () => {
  engine.cells.write(sheet, rect(0, 0, 1, 3), [[1, 3, '=A1/B1']]);
  await engine.settle();
  expect(engine.cells.values(sheet, rect(0, 0, 1, 3))).toEqual([[1, 3, 1 / 3]]);
  expect(engine.cells.formulas(sheet, rect(0, 0, 1, 3))).toEqual([[null, null, '=A1/B1']]);
});

it('gives spilled cells and what depends on them', async () => {
  engine.cells.write(sheet, rect(0, 0, 1, 3), [['=SEQUENCE(3)/7', '=SUM(A1:A3)', '=A3']]);
  await engine.settle();
  expect(engine.cells.values(sheet, rect(0, 0, 3, 3))).toEqual([
    [1 / 7, 6 / 7, 3 / 7],
    [2 / 7, null, null],
    [3 / 7, null, null],
  ]);
});

it('has the functions of an add-in computed together and spills their arrays', async () => {
  const calls: number[] = [];
  engine.cells.write(sheet, rect(0, 0, 1, 4), [[2, '=SV.TWICE(A1)', '=B1+1', '=SV.TWICE(C1)+SV.TWICE(A1)']]);
  engine.functions.define(['SV.TWICE'], async (parcel) => {
    calls.push(parcel.length);
    await new Promise((resolve) => setTimeout(resolve, 5));
    return parcel.map(({ arguments: [value] }) => [[2 * (value as number)], [3 * (value as number)]]);
  });
  await engine.calculate();
  expect(engine.cells.values(sheet, rect(0, 1))).toEqual([[{ error: '#BUSY!' }]]);
  await engine.settle();
  expect(engine.cells.values(sheet, rect(0, 0, 2, 4))).toEqual([
    [2, 4, 5, 14],
    [null, 6, null, 21],
  ]);
  expect(calls.length).toBeLessThanOrEqual(3);
});

it('takes back what a person typed, and nothing that a program wrote since', async () => {
  engine.cells.write(sheet, rect(0, 0, 1, 2), [[1, '=A1+1']]);
  await engine.history.type(sheet, 0, 0, 5);
  engine.cells.write(sheet, rect(3, 0), [['a report']]);
  await engine.settle();
  const now = () => engine.cells.values(sheet, rect(0, 0, 4, 2)).flat();
  const report = [null, null, null, null, 'a report', null];
  expect(now()).toEqual([5, 6, ...report]);
  await engine.history.undo();
  await engine.settle();
  expect(now()).toEqual([1, 2, ...report]);
  await engine.history.redo();
  await engine.settle();
  expect(now()).toEqual([5, 6, ...report]);
});

describe('calculation', () => {
  it('follows structured references through renamed headers, added rows and a renamed table', async () => {
    engine.cells.write(sheet, rect(0, 0, 3, 2), [
      ['area', 'count'],
      ['Nord', 3],
      ['Syd', 4],
    ]);
    const table = engine.tables.add(sheet, {
      name: 'Data',
      range: rect(0, 0, 3, 2),
      bandedRows: true,
      filterButtons: false,
    });
    engine.cells.write(sheet, rect(0, 4, 1, 2), [
      ['=SUM(Data[count])', '=SUMIFS(Data[count],Data[area],"Syd")'],
    ]);
    await engine.settle();
    expect(engine.cells.values(sheet, rect(0, 4, 1, 2))).toEqual([[7, 4]]);
    engine.cells.write(sheet, rect(3, 0, 1, 2), [['Øst', 5]]);
    engine.tables.resize(table, rect(0, 0, 4, 2));
    await engine.settle();
    expect(engine.cells.values(sheet, rect(0, 4))).toEqual([[12]]);
    engine.cells.write(sheet, rect(0, 1), [['number']]);
    engine.cells.write(sheet, rect(1, 4), [['=SUM(Data[number])']]);
    await engine.settle();
    expect(engine.cells.values(sheet, rect(1, 4))).toEqual([[12]]);
    expect(engine.tables.list()[0]).toMatchObject({ name: 'Data', columns: ['area', 'number'] });
  });

  it('follows names, also when a name is moved to other cells', async () => {
    engine.cells.write(sheet, rect(0, 0, 2, 1), [[5], [8]]);
    engine.names.put({ name: 'sv_rate', reference: 'Sheet1!$A$1', comment: 'per 1,000' });
    engine.cells.write(sheet, rect(0, 2), [['=sv_rate*2']]);
    await engine.settle();
    expect(engine.cells.values(sheet, rect(0, 2))).toEqual([[10]]);
    engine.names.put({ name: 'sv_rate', reference: 'Sheet1!$A$2' });
    await engine.settle();
    expect(engine.cells.values(sheet, rect(0, 2))).toEqual([[16]]);
    expect(engine.names.list()).toEqual([{ name: 'sv_rate', reference: 'Sheet1!$A$2' }]);
  });

  it('computes nothing for names that no formula uses', async () => {
    engine.cells.write(sheet, rect(0, 0, 1, 2), [[5, '=A1*2']]);
    await engine.settle();
    let calculations = 0;
    const stop = engine.on('calculated', () => (calculations += 1));
    engine.names.put({ name: 'sv_mark', reference: 'Sheet1!$A$1' });
    engine.names.put({ name: 'sv_mark', reference: 'Sheet1!$A$2' });
    await engine.settle();
    engine.names.remove('sv_mark');
    await engine.settle();
    expect(calculations).toBe(0);
    // One that a formula has waited for is another matter.
    engine.cells.write(sheet, rect(1, 0), [['=sv_mark*2']]);
    await engine.settle();
    engine.names.put({ name: 'sv_mark', reference: 'Sheet1!$A$1' });
    await engine.settle();
    expect(engine.cells.values(sheet, rect(1, 0))).toEqual([[10]]);
    expect(calculations).toBe(2);
    stop();
  });

  it('reads a long formula anew when its name is moved, and what finds names by their text', async () => {
    engine.cells.write(sheet, rect(0, 0, 2, 1), [[5], [8]]);
    engine.names.put({ name: 'sv_rate', reference: 'Sheet1!$A$1' });
    const long = `=IF(LEN("${'a text that makes the formula a long one'.repeat(3)}")>0,sv_rate*2,0)`;
    engine.cells.write(sheet, rect(0, 2, 1, 2), [[long, '=INDIRECT("sv_"&"rate")']]);
    await engine.settle();
    expect(engine.cells.values(sheet, rect(0, 2, 1, 2))).toEqual([[10, 5]]);
    engine.names.put({ name: 'sv_rate', reference: 'Sheet1!$A$2' });
    await engine.settle();
    expect(engine.cells.values(sheet, rect(0, 2, 1, 2))).toEqual([[16, 8]]);
  });

  it('recalculates only what depends on a change, and all of that, across sheets', async () => {
    const other = engine.sheets.add('Other sheet');
    engine.cells.write(sheet, rect(0, 0, 1, 3), [[1, '=A1+1', '=B1+1']]);
    engine.cells.write(other, rect(0, 0, 1, 2), [['=Sheet1!C1*10', "=SUM('Other sheet'!A1)"]]);
    await engine.settle();
    engine.cells.write(sheet, rect(0, 0), [[5]]);
    await engine.settle();
    expect(engine.cells.values(other, rect(0, 0, 1, 2))).toEqual([[70, 70]]);
  });

  it('computes spilled values that depend on spilled values that depend on spilled values', async () => {
    engine.cells.write(sheet, rect(0, 0, 1, 5), [
      ['=SEQUENCE(3)', '=A1:A3*2', '=B1:B3+1', '=SUM(C1:C3)', '=D1*2'],
    ]);
    await engine.settle();
    expect(engine.cells.values(sheet, rect(0, 0, 3, 5))).toEqual([
      [1, 2, 3, 15, 30],
      [2, 4, 5, null, null],
      [3, 6, 7, null, null],
    ]);
  });

  it('shows #SPILL! where cells are in the way, and spills when they are emptied', async () => {
    engine.cells.write(sheet, rect(0, 0, 2, 1), [['=SEQUENCE(3)'], ['x']]);
    await engine.settle();
    expect(engine.cells.values(sheet, rect(0, 0, 3, 1))).toEqual([[{ error: '#SPILL!' }], ['x'], [null]]);
    engine.cells.clear(sheet, rect(1, 0), 'contents');
    await engine.settle();
    expect(engine.cells.values(sheet, rect(0, 0, 3, 1))).toEqual([[1], [2], [3]]);
  });

  it('gives #REF! or #NAME? where a sheet is gone', async () => {
    const other = engine.sheets.add('Gone');
    engine.cells.write(other, rect(0, 0), [[5]]);
    engine.cells.write(sheet, rect(0, 0), [['=Gone!A1+1']]);
    await engine.settle();
    expect(engine.cells.values(sheet, rect(0, 0))).toEqual([[6]]);
    engine.sheets.remove(other);
    await engine.settle();
    const [[value]] = engine.cells.values(sheet, rect(0, 0)) as [[{ error: string }]];
    expect(['#REF!', '#NAME?']).toContain(value.error);
  });

  it('rewrites formulas, names and charts when a sheet is renamed', async () => {
    const other = engine.sheets.add('Effekt');
    engine.cells.write(other, rect(0, 0), [[5]]);
    engine.names.put({ name: 'five', reference: 'Effekt!$A$1' });
    engine.cells.write(sheet, rect(0, 0, 1, 2), [['=Effekt!A1+1', '=five']]);
    engine.charts.add(sheet, {
      name: 'Figure',
      kind: 'line',
      series: [{ name: 's', values: 'Effekt!$A$1:$C$1' }],
      categoryAxis: {},
      valueAxis: {},
      legend: 'none',
      anchor: rect(0, 0, 5, 5),
    });
    await engine.settle();
    engine.sheets.rename(other, 'Ny effekt');
    await engine.settle();
    expect(engine.cells.formulas(sheet, rect(0, 0))).toEqual([["='Ny effekt'!A1+1"]]);
    expect(engine.cells.values(sheet, rect(0, 0, 1, 2))).toEqual([[6, 5]]);
    expect(engine.names.list()[0]?.reference).toBe("'Ny effekt'!$A$1");
    expect(engine.charts.list(sheet)[0]?.series[0]?.values).toBe("'Ny effekt'!$A$1:$C$1");
  });

  it('leaves SORT’s source as it is', async () => {
    engine.cells.write(sheet, rect(0, 0, 3, 1), [[3], [1], [2]]);
    engine.cells.write(sheet, rect(0, 1, 1, 2), [['=SORT(A1:A3)', '=INDEX(A1:A3,1)']]);
    await engine.settle();
    expect(engine.cells.values(sheet, rect(0, 1, 3, 2))).toEqual([
      [1, 3],
      [2, null],
      [3, null],
    ]);
  });
});

it('stays on its sheet when another comes, is hidden or shown, and leaves it when it goes', async () => {
  const other = engine.sheets.add('Other');
  engine.sheets.setVisibility(other, 'hidden');
  engine.sheets.setVisibility(other, 'visible');
  await engine.settle();
  expect(engine.sheets.active()).toBe(sheet);
  engine.sheets.remove(sheet);
  await engine.settle();
  expect(engine.sheets.active()).toBe(other);
});

describe('events', () => {
  it('reports selections, written cells, sheets and objects', async () => {
    const seen: unknown[] = [];
    const ends = [
      engine.on('selection', (event) => seen.push(['selection', event.rect])),
      engine.on('cells', (event) => seen.push(['cells', event.rect])),
      engine.on('sheets', ({ sheet: changed }) => seen.push(['sheets', changed])),
      engine.on('objects', () => seen.push(['objects'])),
      engine.on('calculated', () => seen.push(['calculated'])),
    ];
    engine.select(sheet, rect(1, 1, 2, 2));
    engine.cells.write(sheet, rect(0, 0), [['=1+1']]);
    const more = engine.sheets.add('More');
    engine.rules.setPage(sheet, { orientation: 'landscape', paper: 'a4' });
    await engine.settle();
    for (const end of ends) end();
    engine.select(sheet, rect(0, 0));
    expect(seen).toEqual([
      ['selection', rect(1, 1, 2, 2)],
      ['cells', rect(0, 0)],
      ['sheets', more],
      ['objects'],
      ['calculated'],
    ]);
    expect(engine.selection()).toEqual({ sheet, rect: rect(0, 0) });
  });
});
