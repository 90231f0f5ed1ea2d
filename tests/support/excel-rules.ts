import { childOf, childrenOf, parseXml, textOf, type XmlElement } from '../../src/report/share/xml';
import { referenceOf, rectOf } from '../../src/report/share/addresses';
import { BookFile, nameOf, type FileSheet } from './book-file';
import { formulaProblems } from './formula-rules';
import { holds } from '../../src/report/share/source-report';
import type { Rect } from '../../src/report';

/**
 * What Excel would repair, drop or refuse in a workbook's file although every part is well formed: what no schema
 * says. Each complaint names the part. Sources: [MS-XLSX], "Excel specifications and limits", and what Excel is
 * known to repair.
 */
export function excelProblems(xlsx: Uint8Array): string[] {
  const book = new BookFile(xlsx);
  return [
    ...packageProblems(book),
    ...nameProblems(book),
    ...book.sheets.flatMap((sheet) => [
      ...cellProblems(book, sheet),
      ...tableProblems(book, sheet),
      ...ruleProblems(sheet),
      ...chartProblems(book, sheet),
    ]),
    ...repeated([
      ...book.sheets.flatMap(({ tables }) => tables.map(nameOf)),
      ...book.names.filter(({ scope }) => scope === '').map(({ name }) => name),
    ]).map((name) => `a table or name ${name} is there twice`),
  ];
}

const repeated = (texts: readonly string[]): string[] => {
  const seen = new Set<string>();
  return texts.filter((text) => seen.size === seen.add(text.toLowerCase()).size);
};

function packageProblems(book: BookFile): string[] {
  const { parts, sheets } = book;
  const problems: string[] = [];
  const types = parseXml(parts.get('[Content_Types].xml') ?? '<Types/>');
  const extensions = childrenOf(types, 'Default').map(({ attributes }) => attributes['Extension']);
  const overrides = childrenOf(types, 'Override').map(({ attributes }) => attributes['PartName'] ?? '');
  for (const path of parts.keys())
    if (
      path !== '[Content_Types].xml' &&
      !overrides.includes(`/${path}`) &&
      !extensions.includes(path.replace(/^.*\./u, ''))
    )
      problems.push(`${path} has no content type`);
  for (const path of overrides)
    if (!parts.has(path.slice(1))) problems.push(`${path} has a content type and is not there`);
  for (const path of parts.keys()) {
    const source = path.replace(/_rels\/(.*)\.rels$/u, '$1');
    if (source === path) continue;
    const own = book.relations(source);
    for (const id of repeated(own.map((each) => each.id))) problems.push(`${path} has ${id} twice`);
    for (const { target } of own)
      if (!parts.has(target)) problems.push(`${path} leads to ${target}, which is not there`);
    const used = [...(parts.get(source) ?? '').matchAll(/\br:(?:id|embed)="([^"]*)"/gu)].map(([, id]) => id!);
    for (const id of used)
      if (!own.some((each) => each.id === id)) problems.push(`${source} names ${id}, which is not there`);
  }
  for (const name of repeated(sheets.map((sheet) => sheet.name)))
    problems.push(`a sheet ${name} is there twice`);
  for (const { name } of sheets)
    if (name.length === 0 || name.length > 31 || /[\\/?*[\]:]|^'|'$/u.test(name))
      problems.push(`a sheet may not be called ${name}`);
  return problems;
}

function nameProblems(book: BookFile): string[] {
  const problems = repeated(book.names.map(({ name, scope }) => `${scope} ${name}`)).map(
    (name) => `the name${name} is there twice`,
  );
  for (const { name, text } of book.names) {
    const isBuiltIn = name.startsWith('_xlnm.');
    if (
      !isBuiltIn &&
      (!/^[\p{L}_\\][\p{L}\p{N}_.\\?]{0,254}$/u.test(name) ||
        /^(?:[a-z]{1,3}\d+|r\d*c?\d*|c\d*)$/iu.test(name))
    )
      problems.push(`${name} is no name`);
    const places = text.split(/,(?=(?:[^']*'[^']*')*[^']*$)/u);
    for (const place of places) {
      const sheet = /^(?:'((?:[^']|'')+)'|([^'!]+))!/u.exec(place);
      const found = sheet?.[1]?.replaceAll("''", "'") ?? sheet?.[2];
      if (found === undefined || !book.isSheet(found))
        problems.push(`${name} leads to ${text}, which is not there`);
    }
  }
  return problems;
}

function cellProblems(book: BookFile, { name, xml }: FileSheet): string[] {
  const problems: string[] = [];
  const say = (at: string, what: string): number => problems.push(`${name}!${at}: ${what}`);
  let lastRow = 0;
  for (const row of childrenOf(childOf(xml, 'sheetData')!, 'row')) {
    const number = Number(row.attributes['r']);
    if (!(number > lastRow) || number > 1_048_576) say(`row ${number}`, `stands after row ${lastRow}`);
    lastRow = number;
    let lastColumn = -1;
    for (const cell of childrenOf(row, 'c')) {
      const at = cell.attributes['r'] ?? '';
      const place = rectOf(at);
      if (!place || place.row !== number - 1 || place.column <= lastColumn || place.column > 16383)
        say(at, `stands in row ${number} after column ${lastColumn}`);
      lastColumn = place?.column ?? lastColumn;
      if (Number(cell.attributes['s'] ?? 0) >= book.looks)
        say(at, `has the look ${cell.attributes['s']} of ${book.looks}`);
      const value = textOf(childOf(cell, 'v'));
      const type = cell.attributes['t'] ?? 'n';
      const formula = childOf(cell, 'f');
      if (type === 's' && !book.strings[Number(value)])
        say(at, `has the text ${value} of ${book.strings.length}`);
      if (type === 'n' && value !== '' && !Number.isFinite(Number(value))) say(at, `${value} is no number`);
      if (textOfCell(book, cell).length > 32_767) say(at, 'a text of more than 32,767 characters');
      // An error that is typed is nobody's wish.
      if (type === 'e' && !formula) say(at, `holds the error ${value}`);
      if (formula) for (const problem of formulaProblems(book, textOf(formula))) say(at, problem);
    }
  }
  const merges = childrenOf(childOf(xml, 'mergeCells') ?? xml, 'mergeCell').map(({ attributes }) =>
    rectOf(attributes['ref'] ?? '')!,
  );
  for (const [index, one] of merges.entries())
    if (merges.slice(index + 1).some((other) => overlap(one, other)))
      say(`row ${one.row + 1}`, 'two merged ranges overlap');
  return problems;
}

function textOfCell(book: BookFile, cell: XmlElement): string {
  const value = textOf(childOf(cell, 'v'));
  const type = cell.attributes['t'];
  if (type === 'inlineStr') return deepText(childOf(cell, 'is'));
  return type === 's' ? deepText(book.strings[Number(value)]) : value;
}

function deepText(node: XmlElement | null | undefined): string {
  if (!node) return '';
  return childrenOf(node)
    .map((child) => (child.name === 't' ? textOf(child) : deepText(child)))
    .join('');
}

function overlap(one: Rect, other: Rect): boolean {
  return (
    one.row < other.row + other.rows &&
    other.row < one.row + one.rows &&
    one.column < other.column + other.columns &&
    other.column < one.column + one.columns
  );
}

function tableProblems(book: BookFile, { name, xml, tables }: FileSheet): string[] {
  const problems: string[] = [];
  const ranges = tables.map(({ attributes }) => rectOf(attributes['ref'] ?? '')!);
  const merges = childrenOf(childOf(xml, 'mergeCells') ?? xml, 'mergeCell').map(({ attributes }) =>
    rectOf(attributes['ref'] ?? '')!,
  );
  for (const [index, table] of tables.entries()) {
    const range = ranges[index]!;
    const say = (what: string): number => problems.push(`${name}, table ${nameOf(table)}: ${what}`);
    if ([...ranges.slice(index + 1), ...merges].some((other) => overlap(range, other)))
      say('overlaps another table or a merged range');
    const columns = childrenOf(childOf(table, 'tableColumns')!, 'tableColumn').map(nameOf).map(textOf);
    const headers = childrenOf(childOf(xml, 'sheetData')!, 'row')
      .filter(({ attributes }) => Number(attributes['r']) === range.row + 1)
      .flatMap((row) => childrenOf(row, 'c'))
      .filter(({ attributes }) => holds(range, range.row, rectOf(attributes['r'] ?? '')!.column));
    if (columns.length !== range.columns || repeated(columns).length > 0)
      say(`has the columns ${columns.join(', ')}`);
    const shown = headers.map((cell) =>
      ['s', 'inlineStr', 'str'].includes(cell.attributes['t'] ?? '') ? textOfCell(book, cell) : null,
    );
    if (JSON.stringify(shown) !== JSON.stringify(columns))
      say(`has the columns ${columns.join(', ')} under the cells ${shown.join(', ')}`);
  }
  const ids = book.sheets.flatMap((sheet) => sheet.tables.map(({ attributes }) => attributes['id'] ?? ''));
  if (repeated(ids).length > 0) problems.push(`two tables have the same id`);
  return problems;
}

function ruleProblems({ name, xml }: FileSheet): string[] {
  const all = childOf(xml, 'dataValidations');
  if (!all) return [];
  const rules = childrenOf(all, 'dataValidation');
  const problems: string[] = [];
  if (Number(all.attributes['count']) !== rules.length)
    problems.push(`${name}: says ${all.attributes['count']} rules, has ${rules.length}`);
  for (const rule of rules) {
    const at = `${name}!${rule.attributes['sqref']}`;
    const list = textOf(childOf(rule, 'formula1'));
    if (list.startsWith('"') && list.length > 257) problems.push(`${at}: a list of more than 255 characters`);
    for (const part of ['prompt', 'error'])
      if (textOf(rule.attributes[part] ?? '').length > (part === 'error' ? 225 : 255))
        problems.push(`${at}: ${part} is too long`);
  }
  return problems;
}

function chartProblems(book: BookFile, { name, drawing, charts }: FileSheet): string[] {
  const problems: string[] = [];
  const ids = [...(drawing ? [drawing] : [])].flatMap((root) => childrenOf(root).flatMap(idsIn));
  if (repeated(ids).length > 0) problems.push(`${name}: two drawings have the same id`);
  for (const anchor of drawing ? childrenOf(drawing) : []) {
    const corner = (which: string, what: string): number =>
      Number(textOf(childOf(childOf(anchor, which)!, what)));
    if (corner('from', 'row') >= corner('to', 'row') || corner('from', 'col') >= corner('to', 'col'))
      problems.push(`${name}: a drawing without size`);
  }
  for (const path of charts) {
    const formulas = [...(book.parts.get(path) ?? '').matchAll(/<(?:c:)?f>([^<]*)<\/(?:c:)?f>/gu)].map(
      ([, text]) => textOf(text),
    );
    if (formulas.length === 0) problems.push(`${path} draws no cells`);
    for (const text of formulas) {
      const place = referenceOf(text);
      // A series may be named by a text instead of a cell.
      if (!text.startsWith('"') && (!place || !book.isSheet(place.sheet)))
        problems.push(`${path} draws ${text}, which is not there`);
    }
  }
  return problems;
}

function idsIn(node: XmlElement): string[] {
  const own = node.name.endsWith('cNvPr') ? [node.attributes['id'] ?? ''] : [];
  return [...own, ...childrenOf(node).flatMap(idsIn)];
}
