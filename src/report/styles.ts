import type { StyleName } from './plan';

/** How a style looks. Number formats are Excel's English codes: Office.js takes these in every language. */
export interface StyleLook {
  readonly numberFormat?: string;
  readonly bold?: boolean;
  readonly italic?: boolean;
  readonly fontColor?: string;
  readonly fontSize?: number;
  readonly fill?: string;
  readonly horizontal?: 'left' | 'center' | 'right';
  readonly vertical?: 'top' | 'center';
  readonly wrap?: boolean;
  /** Steps of about a character away from the cell's edge. */
  readonly indent?: number;
  /** A line below (headers) or above (totals). */
  readonly line?: { readonly edge: 'bottom' | 'top'; readonly color: string };
  /** Set where the user may type; everything else is reckoned. */
  readonly frame?: string;
}

/** One palette: blue for the intervention areas, grey for the control, amber for what the user may change. */
export const colors = {
  intervention: '#0F6CBD',
  interventionSoft: '#77B7F7',
  control: '#616161',
  controlSoft: '#9E9E9E',
  headerFill: '#DEECF9',
  headerText: '#0C3B5E',
  inputFill: '#FFF4CE',
  inputFrame: '#C19C00',
  caution: '#8A3707',
  muted: '#5C5C5C',
  cost: '#C19C00',
} as const;

/** Characters of the column that says how rows are reckoned. */
export const howWidth = 56;

const count = '#,##0';
const rate = '#,##0.0';
const share = '0.0%';
const money = '#,##0';
const input: StyleLook = { fill: colors.inputFill, frame: colors.inputFrame, horizontal: 'right' };

export const styleLooks: Readonly<Record<StyleName, StyleLook>> = {
  title: { bold: true, fontSize: 16, fontColor: colors.headerText },
  finding: { bold: true, fontSize: 12, wrap: true, vertical: 'top' },
  caution: { fontColor: colors.caution, wrap: true, vertical: 'top' },
  warning: { bold: true, fontColor: colors.caution },
  heading: { bold: true, fontSize: 12, fontColor: colors.headerText },
  note: { fontColor: colors.muted, wrap: true, vertical: 'top' },
  right: { horizontal: 'right' },
  leftShare: { numberFormat: '0.0%', horizontal: 'left' },
  leftYear: { numberFormat: '0', horizontal: 'left' },
  caption: { fontColor: colors.muted, horizontal: 'left', indent: 1 },
  // How a row is reckoned: wraps, so that a page is not shrunk to the longest of these sentences.
  how: { fontColor: colors.muted, fontSize: 9, horizontal: 'left', indent: 1, wrap: true },
  longHow: {
    fontColor: colors.muted,
    fontSize: 9,
    horizontal: 'left',
    indent: 1,
    wrap: true,
    vertical: 'top',
  },
  derivative: { numberFormat: '0.0000', horizontal: 'right' },
  variance: { numberFormat: '0.00000', horizontal: 'right' },
  header: {
    bold: true,
    fill: colors.headerFill,
    fontColor: colors.headerText,
    horizontal: 'right',
    vertical: 'center',
    wrap: true,
    line: { edge: 'bottom', color: colors.headerText },
  },
  headerCaption: {
    bold: true,
    fill: colors.headerFill,
    fontColor: colors.headerText,
    horizontal: 'left',
    indent: 1,
    vertical: 'center',
    line: { edge: 'bottom', color: colors.headerText },
  },
  headerLeft: {
    bold: true,
    fill: colors.headerFill,
    fontColor: colors.headerText,
    horizontal: 'left',
    vertical: 'center',
    wrap: true,
    line: { edge: 'bottom', color: colors.headerText },
  },
  count: { numberFormat: count, horizontal: 'right' },
  year: { numberFormat: '0', horizontal: 'right' },
  rate: { numberFormat: rate, horizontal: 'right' },
  share: { numberFormat: share, horizontal: 'right' },
  strongShare: { numberFormat: share, bold: true, horizontal: 'right' },
  ratio: { numberFormat: '0.000', horizontal: 'right' },
  money: { numberFormat: money, horizontal: 'right' },
  strongMoney: { numberFormat: money, bold: true, horizontal: 'right' },
  hours: { numberFormat: '0.0', horizontal: 'right' },
  number: { numberFormat: '#,##0.00', horizontal: 'right' },
  probability: { numberFormat: '0.000', horizontal: 'right' },
  input,
  inputCount: { ...input, numberFormat: count },
  inputYear: { ...input, numberFormat: '0' },
  inputShare: { ...input, numberFormat: '0.0%' },
  inputMoney: { ...input, numberFormat: money },
  inputHours: { ...input, numberFormat: '0.0' },
  inputNumber: { ...input, numberFormat: '0.00' },
  wrapped: { wrap: true, vertical: 'top' },
};
