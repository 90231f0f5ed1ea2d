import type { ChartReferences } from './charts';
import { attribute, changePart, escapeXml, readPart, relationsOf, unescapeXml, type Parts } from './parts';

/**
 * The chart parts of a package, for what hucre leaves out: a chart's own name, titles and series names that
 * are references to cells, and whether bars lie or stand.
 */

/** Where a sheet's charts are, in the order in which they are drawn. */
export interface ChartPart {
  readonly path: string;
  readonly references: ChartReferences;
  readonly isLyingDown: boolean;
}

/** The charts of a worksheet part, such as `xl/worksheets/sheet1.xml`. */
export function chartPartsOf(parts: Parts, worksheet: string): readonly ChartPart[] {
  const drawing = drawingOf(parts, worksheet);
  if (drawing === undefined) return [];
  const relations = relationsOf(parts, drawing);
  const frames = (readPart(parts, drawing) ?? '').matchAll(
    /<(?:\w+:)?graphicFrame[\s>][\s\S]*?<\/(?:\w+:)?graphicFrame>/gu,
  );
  return [...frames].flatMap(([frame]) => {
    const path = relations.get(attribute(tag(frame, 'chart'), 'id') ?? '');
    const xml = path === undefined ? undefined : readPart(parts, path);
    if (path === undefined || xml === undefined) return [];
    const name = attribute(tag(frame, 'cNvPr'), 'name') ?? '';
    return [
      { path, references: referencesIn(xml, name), isLyingDown: /<(?:\w+:)?barDir\s+val="bar"/u.test(xml) },
    ];
  });
}

/** Puts names and references into the charts that hucre has just written for this worksheet. */
export function addReferences(parts: Parts, worksheet: string, charts: readonly ChartReferences[]): void {
  const drawing = drawingOf(parts, worksheet);
  if (drawing === undefined) return;
  const written = chartPartsOf(parts, worksheet);
  let frame = 0;
  changePart(parts, drawing, (xml) =>
    xml.replaceAll(/(<xdr:cNvPr id="\d+" name=")[^"]*"/gu, (whole, start: string) => {
      const chart = charts[frame++];
      return chart ? `${start}${escapeXml(chart.name)}"` : whole;
    }),
  );
  for (const [index, { path }] of written.entries()) {
    const chart = charts[index];
    if (chart)
      changePart(parts, path, (xml) => withStraightLines(withPaleGridlines(withReferences(xml, chart))));
  }
}

function drawingOf(parts: Parts, worksheet: string): string | undefined {
  const id = attribute(tag(readPart(parts, worksheet) ?? '', 'drawing'), 'id');
  return id === undefined ? undefined : relationsOf(parts, worksheet).get(id);
}

function withReferences(xml: string, chart: ChartReferences): string {
  let series = 0;
  const named = xml.replaceAll(/<c:ser>[\s\S]*?<\/c:ser>/gu, (ser) => {
    const reference = chart.nameReferences[series++];
    if (reference === undefined) return ser;
    return ser.replace(/<c:tx><c:v>([\s\S]*?)<\/c:v><\/c:tx>/u, (_, text: string) =>
      cellText(reference, text),
    );
  });
  const { titleReference } = chart;
  if (titleReference === undefined) return named;
  return named.replace(
    /<c:title><c:tx>([\s\S]*?)<\/c:tx>([\s\S]*?)<\/c:title>/u,
    (_, rich: string, rest: string) => {
      const text = [...rich.matchAll(/<a:t>([\s\S]*?)<\/a:t>/gu)].map(([, run]) => run ?? '').join('');
      return `<c:title>${cellText(titleReference, text)}${rest}${titleLook}</c:title>`;
    },
  );
}

// The look that hucre gives to a title of its own: it belongs to the text, which is no longer in the chart.
const titleLook =
  '<c:txPr><a:bodyPr/><a:p><a:pPr><a:defRPr sz="1200" b="1"/></a:pPr><a:endParaRPr lang="en-US"/></a:p></c:txPr>';

/** A scatter series that says nothing of it is drawn as a curve, and hucre says it only of curves. */
function withStraightLines(xml: string): string {
  if (!xml.includes('<c:scatterChart>')) return xml;
  return xml.replaceAll(/(?<!<c:smooth val="[01]"\/>)<\/c:ser>/gu, '<c:smooth val="0"/></c:ser>');
}

/** hucre's gridlines are as dark as the axes and drown the series. */
function withPaleGridlines(xml: string): string {
  const pale = '<c:spPr><a:ln w="6350"><a:solidFill><a:srgbClr val="D9D9D9"/></a:solidFill></a:ln></c:spPr>';
  return xml.replaceAll('<c:majorGridlines/>', `<c:majorGridlines>${pale}</c:majorGridlines>`);
}

/** A text that is taken from a cell, with the text that the cell had last. */
function cellText(reference: string, lastText: string): string {
  const cache = `<c:strCache><c:ptCount val="1"/><c:pt idx="0"><c:v>${lastText}</c:v></c:pt></c:strCache>`;
  return `<c:tx><c:strRef><c:f>${escapeXml(reference)}</c:f>${cache}</c:strRef></c:tx>`;
}

function referencesIn(xml: string, name: string): ChartReferences {
  const reference = (text: string | undefined): string | undefined => {
    const inside = /<(?:\w+:)?tx>\s*<(?:\w+:)?strRef>\s*<(?:\w+:)?f>([\s\S]*?)<\//u.exec(text ?? '')?.[1];
    return inside === undefined ? undefined : unescapeXml(inside);
  };
  const beforePlot = xml.slice(0, xml.search(/<(?:\w+:)?plotArea[\s>/]/u));
  const series = xml.matchAll(/<(?:\w+:)?ser>[\s\S]*?<\/(?:\w+:)?ser>/gu);
  const titleReference = reference(beforePlot);
  return {
    name,
    ...(titleReference !== undefined && { titleReference }),
    nameReferences: [...series].map(([ser]) => reference(ser)),
  };
}

/** The first tag of that name, whatever its prefix; empty when there is none. */
function tag(xml: string, name: string): string {
  return new RegExp(`<(?:\\w+:)?${name}\\s[^>]*>`, 'u').exec(xml)?.[0] ?? '';
}
