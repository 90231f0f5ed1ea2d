/** How a sheet is printed. */
import type { PageSnapshot } from '../../book';
import { parseRect } from '../../addresses';
import { invalidArgument } from '../errors';
import * as rules from '../rules';
import type { Desk, ObjectClass, Property } from './object';
import { object } from './object';
import { toRange } from './references';

const DEFAULT: PageSnapshot = { orientation: 'portrait', paper: 'a4' };
const PAPERS = { A4: 'a4', Letter: 'letter' } as const;

const get = (sheet: string, desk: Desk): PageSnapshot => desk.engine.rules.page(sheet) ?? DEFAULT;

function put(sheet: string, desk: Desk, change: Partial<PageSnapshot>): void {
  rules.workbookIsWritable(desk);
  desk.engine.rules.setPage(sheet, { ...get(sheet, desk), ...change });
}

/** Points. */
function margin(side: 'left' | 'right' | 'top' | 'bottom', usual: number): Property<string> {
  return {
    get: (sheet, desk) => get(sheet, desk).margins?.[side] ?? usual,
    set: (sheet, value, desk) =>
      put(sheet, desk, { margins: { ...get(sheet, desk).margins, [side]: Number(value) } }),
  };
}

interface Zoom {
  readonly scale?: number;
  readonly horizontalFitToPages?: number;
  readonly verticalFitToPages?: number;
}

export const PageLayout: ObjectClass<'PageLayout'> = {
  properties: {
    orientation: {
      get: (sheet, desk) => (get(sheet, desk).orientation === 'landscape' ? 'Landscape' : 'Portrait'),
      set(sheet, value, desk) {
        const known = rules.valueIsKnown(value, ['Portrait', 'Landscape']);
        put(sheet, desk, { orientation: known === 'Landscape' ? 'landscape' : 'portrait' });
      },
    },
    paperSize: {
      get: (sheet, desk) => (get(sheet, desk).paper === 'a4' ? 'A4' : 'Letter'),
      set: (sheet, value, desk) =>
        put(sheet, desk, { paper: PAPERS[rules.valueIsKnown(value, ['A4', 'Letter'])] }),
    },
    zoom: {
      get(sheet, desk) {
        const { fitToWidth, fitToHeight } = get(sheet, desk);
        return { horizontalFitToPages: fitToWidth ?? null, verticalFitToPages: fitToHeight ?? null };
      },
      set(sheet, value, desk) {
        const { horizontalFitToPages, verticalFitToPages } = value as Zoom;
        const page = Object.entries(get(sheet, desk)).filter(
          ([key]) => key !== 'fitToWidth' && key !== 'fitToHeight',
        );
        rules.workbookIsWritable(desk);
        desk.engine.rules.setPage(sheet, {
          ...(Object.fromEntries(page) as unknown as PageSnapshot),
          ...(horizontalFitToPages != null && { fitToWidth: horizontalFitToPages }),
          ...(verticalFitToPages != null && { fitToHeight: verticalFitToPages }),
        });
      },
    },
    leftMargin: margin('left', 50.4),
    rightMargin: margin('right', 50.4),
    topMargin: margin('top', 54),
    bottomMargin: margin('bottom', 54),
    centerHorizontally: {
      get: (sheet, desk) => get(sheet, desk).centerHorizontally ?? false,
      set: (sheet, value, desk) => put(sheet, desk, { centerHorizontally: value === true }),
    },
  },
  navigation: { headersFooters: (sheet) => object('HeaderFooterGroup', sheet) },
  methods: {
    setPrintArea(sheet, [reference], desk) {
      put(sheet, desk, { printArea: toRange(reference, desk, sheet).rect });
    },
    setPrintTitleRows(sheet, [reference], desk) {
      const rect =
        typeof reference === 'string' ? parseRect(reference) : toRange(reference, desk, sheet).rect;
      if (rect === undefined) throw invalidArgument();
      put(sheet, desk, { titleRows: { first: rect.row, last: rect.row + rect.rows - 1 } });
    },
  },
};

export const HeaderFooterGroup: ObjectClass<'HeaderFooterGroup'> = {
  navigation: { defaultForAllPages: (sheet) => object('HeaderFooter', sheet) },
};

function text(place: 'header' | 'footer', side: 'left' | 'center' | 'right'): Property<string> {
  return {
    get: (sheet, desk) => get(sheet, desk)[place]?.[side] ?? '',
    set: (sheet, value, desk) =>
      put(sheet, desk, { [place]: { ...get(sheet, desk)[place], [side]: String(value) } }),
  };
}

export const HeaderFooter: ObjectClass<'HeaderFooter'> = {
  properties: {
    leftHeader: text('header', 'left'),
    centerHeader: text('header', 'center'),
    rightHeader: text('header', 'right'),
    leftFooter: text('footer', 'left'),
    centerFooter: text('footer', 'center'),
    rightFooter: text('footer', 'right'),
  },
};
