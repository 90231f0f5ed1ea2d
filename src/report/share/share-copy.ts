import { shareTexts } from '../../texts/share';
import { aboutSheet } from './about-sheet';
import { cellXml, Strings } from './cells-copy';
import { renewedChart, type ChartCells } from './chart-copy';
import { maskReport, type Masking } from './masking';
import { NewPackage, SourcePackage, type Relation } from './package';
import { namedReference, referenceOf } from './addresses';
import {
  holds,
  sourceReport,
  type SourceCell,
  type SourceReport,
  type SourceSheet,
  type Value,
} from './source-report';
import { childOf, childrenOf, element, escapeXml, localName, textOf, type XmlElement } from './xml';

export interface CopyRequest {
  /** Which report of the workbook. */
  readonly suffix: string;
  readonly isMasked: boolean;
  /** `2026-11-23` */
  readonly date: string;
}

export interface SharedCopy {
  readonly bytes: Uint8Array;
  /** What was masked; null in a copy with values only. */
  readonly masking: Masking | null;
}

/** The workbook's file has no such report. */
export class NoSuchReport extends Error {}

const main = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main';
const relationships = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';

/**
 * A copy of a report to give away, made from the file of the workbook that it stands in: its sheets with their
 * looks, tables, names, charts and print set-up, and values in place of formulas. Of the file only what is
 * named here goes along: no other sheet, no saved study, no comment, no name of a person, no add-in.
 */
export function copyOfReport(file: Uint8Array, request: CopyRequest): SharedCopy {
  const source = new SourcePackage(file);
  const report = sourceReport(source, request.suffix);
  if (!report) throw new NoSuchReport(`The file has no report of the suffix “${request.suffix}”.`);
  const masking = request.isMasked ? maskReport(report) : null;
  const copy = new Copy(source, report, masking);
  return { bytes: copy.bytes(request), masking };
}

const workbookPath = 'xl/workbook.xml';

class Copy {
  readonly #target = new NewPackage();
  readonly #strings = new Strings();
  readonly #source: SourcePackage;
  readonly #report: SourceReport;
  readonly #masking: Masking | null;
  readonly #maskedText: string;
  #drawings = 0;
  #charts = 0;
  #tables = 0;

  constructor(source: SourcePackage, report: SourceReport, masking: Masking | null) {
    this.#source = source;
    this.#report = report;
    this.#masking = masking;
    this.#maskedText = shareTexts[report.language].masked;
  }

  bytes({ date }: CopyRequest): Uint8Array {
    const { sheets, workbook } = this.#report;
    const related = this.#source.related(this.#source.workbook);
    const about = aboutSheet(this.#report, this.#masking, date);
    const parts: Relation[] = [];
    const names = [about.name, ...sheets.map(({ name }) => name)];
    const add = (type: Relation['type'], path: string): string => {
      const id = `rId${parts.length + 1}`;
      parts.push({ id, type, path });
      return id;
    };
    const ids = names.map((_, index) => add('worksheet', `xl/worksheets/sheet${index + 1}.xml`));
    this.#target.put('xl/worksheets/sheet1.xml', 'worksheet', about.xml(this.#strings));
    for (const [index, sheet] of sheets.entries())
      this.#putSheet(sheet, `xl/worksheets/sheet${index + 2}.xml`);
    for (const type of ['theme', 'styles'] as const) {
      const found = related.find((each) => each.type === type);
      if (!found) continue;
      const path = type === 'theme' ? 'xl/theme/theme1.xml' : 'xl/styles.xml';
      add(type, path);
      this.#target.put(path, type, this.#source.xml(found.path));
    }
    add('sharedStrings', 'xl/sharedStrings.xml');
    this.#target.put('xl/sharedStrings.xml', 'sharedStrings', this.#strings.xml());
    const isDate1904 = childOf(workbook, 'workbookPr')?.attributes['date1904'];
    this.#target.put(
      workbookPath,
      'workbook',
      element('workbook', { xmlns: main, 'xmlns:r': relationships }, [
        element('workbookPr', isDate1904 === undefined ? {} : { date1904: isDate1904 }),
        element('bookViews', {}, [element('workbookView')]),
        element(
          'sheets',
          {},
          names.map((name, index) =>
            element('sheet', { name: escapeXml(name), sheetId: String(index + 1), 'r:id': ids[index]! }),
          ),
        ),
        element('definedNames', {}, this.#definedNames()),
      ]),
      parts,
    );
    return this.#target.bytes(workbookPath);
  }

  /** The report's own names, and what its sheets repeat in print. */
  #definedNames(): readonly XmlElement[] {
    const { workbook, sheets } = this.#report;
    const sheetNames = childrenOf(childOf(workbook, 'sheets')!, 'sheet').map(({ attributes }) =>
      textOf(attributes['name']),
    );
    return childrenOf(childOf(workbook, 'definedNames') ?? workbook, 'definedName').flatMap((node) => {
      const { name = '', localSheetId } = node.attributes;
      const text = textOf(node);
      if (localSheetId !== undefined) {
        const index = sheets.findIndex((sheet) => sheet.name === sheetNames[Number(localSheetId)]);
        return index < 0 || !/^_xlnm\.Print_(?:Titles|Area)$/u.test(name)
          ? []
          : [element('definedName', { name, localSheetId: String(index + 1) }, [escapeXml(text)])];
      }
      const place = namedReference(text);
      const isOwn = place && name.startsWith('sv_') && sheets.some((sheet) => sheet.name === place.sheet);
      return isOwn ? [element('definedName', { name }, [escapeXml(text)])] : [];
    });
  }

  #putSheet(sheet: SourceSheet, path: string): void {
    const relations: Relation[] = [];
    const relate = (type: Relation['type'], to: string): string => {
      const id = `rId${relations.length + 1}`;
      relations.push({ id, type, path: to });
      return id;
    };
    const related = new Map(this.#source.related(sheet.path).map((each) => [each.id, each.path]));
    const children = childrenOf(sheet.xml).flatMap((node): XmlElement[] => {
      const name = localName(node);
      if (name === 'sheetData') return [this.#sheetData(sheet)];
      if (name === 'drawing') {
        const from = related.get(relationIdOf(node));
        const to = from === undefined ? null : this.#putDrawing(from);
        return to === null ? [] : [element('drawing', { 'r:id': relate('drawing', to) })];
      }
      if (name === 'tableParts') {
        const tables = childrenOf(node).flatMap((each) => related.get(relationIdOf(each)) ?? []);
        const ids = tables.map((from) => relate('table', this.#putTable(from)));
        return ids.length === 0
          ? []
          : [
              element(
                'tableParts',
                { count: String(ids.length) },
                ids.map((id) => element('tablePart', { 'r:id': id })),
              ),
            ];
      }
      return keptElements.has(name) ? [withoutTies(node)] : [];
    });
    const root = element('worksheet', { xmlns: main, 'xmlns:r': relationships }, children);
    this.#target.put(path, 'worksheet', root, relations);
  }

  #sheetData({ key, rows }: SourceSheet): XmlElement {
    return element(
      'sheetData',
      {},
      rows.map(({ attributes, cells }) =>
        element(
          'row',
          onlyKnown(attributes, rowAttributes),
          cells.map((cell) => {
            const isRich = cell.rich !== null && !this.#isMasked(key, cell);
            return cellXml(cell, this.#shownValue(key, cell), this.#strings, isRich ? cell.rich : null);
          }),
        ),
      ),
    );
  }

  #isMasked(sheet: SourceSheet['key'], cell: SourceCell): boolean {
    return this.#masking?.isMasked(sheet, cell) ?? false;
  }

  #isDrawn(sheet: SourceSheet['key'], { row, column }: SourceCell): boolean {
    const drawn = this.#report.names.get('drawn');
    return drawn?.sheet === sheet && holds(drawn.rect, row, column);
  }

  #shownValue(sheet: SourceSheet['key'], cell: SourceCell): Value {
    // A chart leaves a gap where a cell is empty, and draws a text as 0.
    if (this.#isMasked(sheet, cell)) return this.#isDrawn(sheet, cell) ? null : this.#maskedText;
    const { value } = cell;
    if (typeof value !== 'object' || value === null) return value;
    if (value.error === '#N/A') return null;
    // What needs an add-in shows #NAME? where there is none.
    return /^#(?:NAME\?|BUSY!|CONNECT!|GETTING_DATA)$/u.test(value.error) ? '–' : value;
  }

  #putTable(from: string): string {
    this.#tables += 1;
    const path = `xl/tables/table${this.#tables}.xml`;
    const table = this.#source.xml(from);
    const children = childrenOf(table)
      .filter((node) => ['autoFilter', 'tableColumns', 'tableStyleInfo'].includes(localName(node)))
      .map((node) =>
        localName(node) === 'tableColumns'
          ? element(
              'tableColumns',
              node.attributes,
              childrenOf(node).map(({ attributes }) =>
                element('tableColumn', { id: attributes['id']!, name: attributes['name']! }),
              ),
            )
          : node,
      );
    const { ref = '', name = '', displayName = '', headerRowCount, totalsRowCount } = table.attributes;
    this.#target.put(
      path,
      'table',
      element(
        'table',
        {
          xmlns: main,
          id: String(this.#tables),
          name,
          displayName,
          ref,
          ...(headerRowCount !== undefined && { headerRowCount }),
          ...(totalsRowCount !== undefined && { totalsRowCount }),
          totalsRowShown: '0',
        },
        children,
      ),
    );
    return path;
  }

  /** The charts of a drawing; anything else that somebody put there stays behind. */
  #putDrawing(from: string): string | null {
    const drawing = this.#source.xml(from);
    const related = new Map(this.#source.related(from).map((each) => [each.id, each.path]));
    const relations: Relation[] = [];
    const anchors = childrenOf(drawing)
      .map(this.#undescribed)
      .filter((anchor) => {
        const chart = descendant(anchor, 'chart');
        const id = chart && relationIdOf(chart);
        const part = id === undefined ? undefined : related.get(id);
        if (id === undefined || part === undefined) return false;
        this.#charts += 1;
        const path = `xl/charts/chart${this.#charts}.xml`;
        this.#target.put(path, 'chart', renewedChart(this.#source.xml(part), this.#chartCells));
        relations.push({ id, type: 'chart', path });
        return true;
      });
    if (anchors.length === 0) return null;
    this.#drawings += 1;
    const path = `xl/drawings/drawing${this.#drawings}.xml`;
    this.#target.put(path, 'drawing', { ...drawing, children: anchors }, relations);
    return path;
  }

  /** Descriptions of charts repeat what these say; in a copy with masks they would say too much. */
  readonly #undescribed = (node: XmlElement): XmlElement => {
    if (!this.#masking) return node;
    const said = ['descr', 'title'];
    return {
      ...node,
      attributes: Object.fromEntries(
        Object.entries(node.attributes).filter(([name]) => !said.includes(name)),
      ),
      children: node.children.map((child) => (typeof child === 'string' ? child : this.#undescribed(child))),
    };
  };

  readonly #chartCells: ChartCells = (reference) => {
    const place = referenceOf(reference);
    const sheet = place && this.#report.sheets.find(({ name }) => name === place.sheet);
    if (!sheet) return null;
    const { rect } = place;
    const inRows = sheet.rows.flatMap(({ cells }) =>
      cells.filter((cell) => holds(rect, cell.row, cell.column)),
    );
    const values = new Map(
      inRows.map((cell) => [`${cell.row} ${cell.column}`, this.#shownValue(sheet.key, cell)]),
    );
    return Array.from({ length: rect.rows * rect.columns }, (_, index) => {
      const [row, column] = [
        rect.row + Math.floor(index / rect.columns),
        rect.column + (index % rect.columns),
      ];
      return values.get(`${row} ${column}`) ?? null;
    });
  };
}

/** Children of a worksheet that go along; comments, rules, links and everything unknown do not. */
const keptElements: ReadonlySet<string> = new Set([
  'sheetPr',
  'dimension',
  'sheetViews',
  'sheetFormatPr',
  'cols',
  'mergeCells',
  'printOptions',
  'pageMargins',
  'pageSetup',
  'headerFooter',
  'rowBreaks',
  'colBreaks',
]);

const rowAttributes = [
  'r',
  'spans',
  's',
  'customFormat',
  'ht',
  'customHeight',
  'hidden',
  'outlineLevel',
  'collapsed',
];

function onlyKnown(
  attributes: Readonly<Record<string, string>>,
  known: readonly string[],
): Readonly<Record<string, string>> {
  return Object.fromEntries(Object.entries(attributes).filter(([name]) => known.includes(name)));
}

/** Without what leads to other parts, which stay behind, or says which sheet was open. */
function withoutTies(node: XmlElement): XmlElement {
  const attributes = Object.fromEntries(
    Object.entries(node.attributes).filter(
      ([name]) => !name.includes(':') && name !== 'codeName' && name !== 'tabSelected',
    ),
  );
  const children = node.children
    .filter((child) => typeof child === 'string' || localName(child) !== 'extLst')
    .map((child) => (typeof child === 'string' ? child : withoutTies(child)));
  return { ...node, attributes, children };
}

function relationIdOf({ attributes }: XmlElement): string {
  return Object.entries(attributes).find(([name]) => /^\w+:id$/u.test(name))?.[1] ?? '';
}

function descendant(node: XmlElement, name: string): XmlElement | undefined {
  for (const child of childrenOf(node)) {
    const found = localName(child) === name ? child : descendant(child, name);
    if (found) return found;
  }
  return undefined;
}
