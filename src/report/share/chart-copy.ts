import type { Value } from './source-report';
import {
  childOf,
  childrenOf,
  element,
  escapeXml,
  localName,
  textOf,
  type XmlElement,
  type XmlNode,
} from './xml';

/** What the cells of a reference show in the copy; null for cells that the copy has not. */
export type ChartCells = (reference: string) => readonly Value[] | null;

/**
 * A chart whose remembered values are those of the copy's cells. Excel reads the cells anew; what is remembered
 * would still hold what is masked. Series of cells that stay behind, and ties to other parts, are left out.
 */
export function renewedChart(chart: XmlElement, cells: ChartCells): XmlElement {
  const children = chart.children.flatMap((child): readonly XmlNode[] => {
    if (typeof child === 'string') return [child];
    const name = localName(child);
    if (leftOut.has(name) || (name === 'ser' && !isKnown(child, cells))) return [];
    if (name === 'numRef' || name === 'strRef' || name === 'multiLvlStrRef')
      return [renewedReference(child, cells)];
    return [renewedChart(child, cells)];
  });
  return { ...chart, children };
}

const leftOut: ReadonlySet<string> = new Set(['externalData', 'userShapes', 'extLst', 'AlternateContent']);

function isKnown(node: XmlElement, cells: ChartCells): boolean {
  return childrenOf(node).every((child) =>
    localName(child) === 'f' ? cells(textOf(child)) !== null : isKnown(child, cells),
  );
}

function renewedReference(reference: XmlElement, cells: ChartCells): XmlElement {
  const formula = childOf(reference, 'f');
  const values = cells(textOf(formula));
  if (!formula || !values || localName(reference) === 'multiLvlStrRef')
    return { ...reference, children: formula ? [formula] : [] };
  const prefix = reference.name.slice(0, reference.name.length - localName(reference).length);
  const isNumber = localName(reference) === 'numRef';
  const points = values.flatMap((value, index) => {
    if (typeof value !== 'number' && (isNumber || typeof value !== 'string')) return [];
    const text = element(`${prefix}v`, {}, [escapeXml(String(value))]);
    return [element(`${prefix}pt`, { idx: String(index) }, [text])];
  });
  const before = childOf(reference, isNumber ? 'numCache' : 'strCache');
  const format = before && childOf(before, 'formatCode');
  const count = element(`${prefix}ptCount`, { val: String(values.length) });
  const remembered = element(`${prefix}${isNumber ? 'numCache' : 'strCache'}`, {}, [
    ...(format ? [format] : []),
    count,
    ...points,
  ]);
  return { ...reference, children: [formula, remembered] };
}
