import { chartOption } from '../../../src/workbench/page/chart-option';
import { effectChart } from '../files/example-book';

const cells: Record<string, (string | number | null | { error: string })[]> = {
  "'Effekt på Øst'!$A$1": ['Titel fra cellen'],
  "'Effekt på Øst'!$B$4": ['Navn fra cellen'],
  "'Effekt på Øst'!$A$5:$A$9": [-2, -1, 0, 1, 2],
  "'Effekt på Øst'!$B$5:$B$9": [11.2, 14.6, 10.3, 8.4, 5.4],
  "'Effekt på Øst'!$D$5:$D$9": [null, '', 10.3, { error: '#N/A' }, 9.4],
};
const option = chartOption(effectChart, (reference) => cells[reference] ?? [], 'da-DK', 500) as {
  title: { text: string };
  legend: { bottom: number };
  xAxis: { name: string; data: string[] };
  yAxis: {
    name: string;
    min: number;
    splitLine: { show: boolean };
    axisLabel: { formatter(value: number): string };
  };
  series: {
    name: string;
    data: (number | null)[];
    symbol: string;
    showSymbol: boolean;
    lineStyle: { type: string; color: string };
  }[];
};

describe('what is drawn for a chart', () => {
  test('title and series names come from their cells where they are references', () => {
    expect(option.title.text).toBe('Titel fra cellen');
    expect(option.series.map(({ name }) => name)).toEqual(['Navn fra cellen', 'Kontrol', 'Ventet', 'Øvre']);
  });

  test('a blank and an error are gaps in the line, and a text is 0, as Excel draws it', () => {
    expect(option.series[0]?.data).toEqual([11.2, 14.6, 10.3, 8.4, 5.4]);
    expect(option.series[2]?.data).toEqual([null, 0, 10.3, null, 9.4]);
  });

  test('axes carry titles, limits, gridlines and the number format of the language', () => {
    expect(option.xAxis).toMatchObject({ name: 'Hændelsesår', data: ['-2', '-1', '0', '1', '2'] });
    expect(option.yAxis).toMatchObject({
      name: 'Udsættelser pr. 1.000 lejemål',
      min: 0,
      splitLine: { show: true },
    });
    expect(option.yAxis.axisLabel.formatter(12.5)).toBe('12,5');
    expect(option.legend).toMatchObject({ bottom: 6 });
  });

  test('lines keep their colours, dashes and markers', () => {
    const looks = option.series.map(({ showSymbol, symbol, lineStyle }) => [
      showSymbol && symbol,
      lineStyle.type,
      lineStyle.color,
    ]);
    expect(looks).toEqual([
      ['circle', 'solid', '#0F6CBD'],
      ['rect', 'solid', '#8A8886'],
      [false, 'dashed', '#0F6CBD'],
      [false, 'dotted', '#B3B0AD'],
    ]);
  });

  test('lying bars have their values along the bottom', () => {
    const bars = chartOption({ ...effectChart, kind: 'bar' }, () => [1], 'en-US', 500) as {
      xAxis: { type: string };
      yAxis: { type: string };
    };
    expect([bars.xAxis.type, bars.yAxis.type]).toEqual(['value', 'category']);
  });
});
