import type { HeaderFooter, PageSetup } from 'hucre';
import type { PageSnapshot, Rect } from '../book';
import { parseRange, quotedSheet, rangeName } from './ranges';
import { withoutAbsent } from './styles';

type Marginalia = NonNullable<PageSnapshot['header']>;

/** Files keep the print area and the repeated rows as two reserved names of the sheet. */
export interface PrintName {
  readonly name: '_xlnm.Print_Area' | '_xlnm.Print_Titles';
  readonly range: string;
  readonly scope: string;
}

export function pageToFile(page: PageSnapshot): PageSetup {
  const fits = page.fitToWidth !== undefined || page.fitToHeight !== undefined;
  return {
    paperSize: page.paper,
    orientation: page.orientation,
    // 0 means "as many pages as it takes"; a file that leaves one out means 1.
    ...(fits && { fitToPage: true, fitToWidth: page.fitToWidth ?? 0, fitToHeight: page.fitToHeight ?? 0 }),
  };
}

/**
 * The names are written here and not by hucre: its own are without the quotes that a sheet name with blanks
 * or letters beyond English needs, which Excel repairs by dropping them.
 */
export function printNames(sheet: string, page: PageSnapshot): readonly PrintName[] {
  const names: PrintName[] = [];
  if (page.printArea) {
    names.push({
      name: '_xlnm.Print_Area',
      range: quotedSheet(sheet) + absolute(page.printArea),
      scope: sheet,
    });
  }
  if (page.titleRows) {
    const { first, last } = page.titleRows;
    names.push({
      name: '_xlnm.Print_Titles',
      range: `${quotedSheet(sheet)}$${first + 1}:$${last + 1}`,
      scope: sheet,
    });
  }
  return names;
}

export function headerFooterToFile(page: PageSnapshot): HeaderFooter | undefined {
  if (!page.header && !page.footer) return undefined;
  return {
    ...(page.header && { oddHeader: joinMarginalia(page.header) }),
    ...(page.footer && { oddFooter: joinMarginalia(page.footer) }),
  };
}

export function pageFromFile(
  setup: PageSetup | undefined,
  marginalia: HeaderFooter | undefined,
): PageSnapshot | undefined {
  const header = splitMarginalia(marginalia?.oddHeader);
  const footer = splitMarginalia(marginalia?.oddFooter);
  const titleRows = titleRowsFromFile(setup?.printTitlesRow);
  const printArea = setup?.printArea === undefined ? undefined : parseRange(setup.printArea);
  const saysNothing = !setup?.paperSize && !setup?.orientation && !setup?.fitToPage;
  if (saysNothing && !header && !footer && !titleRows && !printArea) return undefined;
  return withoutAbsent({
    orientation: setup?.orientation ?? 'portrait',
    paper: setup?.paperSize === 'letter' ? ('letter' as const) : ('a4' as const),
    fitToWidth: setup?.fitToPage ? (setup.fitToWidth ?? 1) || undefined : undefined,
    fitToHeight: setup?.fitToPage ? (setup.fitToHeight ?? 1) || undefined : undefined,
    titleRows,
    printArea,
    header,
    footer,
  });
}

function absolute(range: Rect): string {
  return rangeName(range).replaceAll(/([A-Z]+)(\d+)/gu, '$$$1$$$2');
}

function titleRowsFromFile(rows: string | undefined): PageSnapshot['titleRows'] {
  const found = /^\$?(\d+):\$?(\d+)$/u.exec(rows ?? '');
  return found ? { first: Number(found[1]) - 1, last: Number(found[2]) - 1 } : undefined;
}

function joinMarginalia({ left, center, right }: Marginalia): string {
  return (left ? `&L${left}` : '') + (center ? `&C${center}` : '') + (right ? `&R${right}` : '');
}

/** Cuts `&Lleft&Ccentre&Rright` apart; what stands before the first mark is the centre, as in Excel. */
function splitMarginalia(text: string | undefined): Marginalia | undefined {
  if (!text) return undefined;
  const sides = { L: '', C: '', R: '' };
  let side: keyof typeof sides = 'C';
  for (const [piece] of text.matchAll(/&"[^"]*"|&[\s\S]|[^&]+|&/gu)) {
    if (piece === '&L' || piece === '&C' || piece === '&R') side = piece.slice(1) as keyof typeof sides;
    else sides[side] += piece;
  }
  return withoutAbsent({
    left: sides.L || undefined,
    center: sides.C || undefined,
    right: sides.R || undefined,
  });
}
