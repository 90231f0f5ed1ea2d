/**
 * The XML of a workbook's parts, as a tree that is written back just as it was read. Only what programs write
 * is read: no document types, no entities of one's own. (A library that checks everything a person could write
 * takes ten seconds for a sheet that takes a fifth of one here.)
 */
export interface XmlElement {
  readonly name: string;
  /** Values as they stand in the file, escaped. */
  readonly attributes: Readonly<Record<string, string>>;
  readonly children: readonly XmlNode[];
}

/** An element, or a text as it stands in the file, escaped. */
export type XmlNode = XmlElement | string;

interface OpenElement extends XmlElement {
  readonly children: XmlNode[];
}

const token =
  /<(?:!--[^]*?--|\?[^]*?\?|!\[CDATA\[([^]*?)\]\]|\/([^\s>]+)\s*|([^\s/>!?]+)((?:[^>"']|"[^"]*"|'[^']*')*?)(\/?))>|[^<]+/gu;
const attribute = /([^\s=]+)\s*=\s*(?:"([^"]*)"|'([^']*)')/gu;

/** Throws when the text is no well-formed XML. */
export function parseXml(text: string): XmlElement {
  const top: OpenElement = { name: '', attributes: {}, children: [] };
  const open = [top];
  let end = 0;
  for (const match of text.matchAll(token)) {
    if (match.index !== end) break;
    end += match[0].length;
    const [all, characters, closed, name, attributes, isEmpty] = match;
    const inside = open.at(-1)!;
    if (characters !== undefined) inside.children.push(escapeXml(characters));
    else if (closed !== undefined) {
      if (open.pop()!.name !== closed) throw new Error(`The element ${closed} is closed, but not open.`);
    } else if (name !== undefined) {
      const element: OpenElement = { name, attributes: attributesIn(attributes!), children: [] };
      inside.children.push(element);
      if (isEmpty === '') open.push(element);
    } else if (!all.startsWith('<')) inside.children.push(all);
  }
  const roots = top.children.filter((child) => typeof child !== 'string');
  if (end !== text.length || open.length !== 1 || roots.length !== 1) throw new Error('No well-formed XML.');
  return roots[0]!;
}

function attributesIn(text: string): Record<string, string> {
  const attributes: Record<string, string> = {};
  if (text === '') return attributes;
  for (const [, name, double, single] of text.matchAll(attribute))
    attributes[name!] = double ?? single!.replaceAll('"', '&quot;');
  return attributes;
}

/** A whole part, with its declaration. */
export function writeXml(root: XmlElement): string {
  const pieces = ['<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'];
  writeNode(root, pieces);
  return pieces.join('');
}

function writeNode(node: XmlNode, pieces: string[]): void {
  if (typeof node === 'string') {
    pieces.push(node);
    return;
  }
  pieces.push(`<${node.name}`);
  for (const [name, value] of Object.entries(node.attributes)) pieces.push(` ${name}="${value}"`);
  if (node.children.length === 0) {
    pieces.push('/>');
    return;
  }
  pieces.push('>');
  for (const child of node.children) writeNode(child, pieces);
  pieces.push(`</${node.name}>`);
}

export function element(
  name: string,
  attributes: Readonly<Record<string, string>> = {},
  children: readonly XmlNode[] = [],
): XmlElement {
  return { name, attributes, children };
}

/** The elements in an element, of one name or all; a name is told without its prefix. */
export function childrenOf(parent: XmlElement, name?: string): readonly XmlElement[] {
  return parent.children.filter(
    (child): child is XmlElement =>
      typeof child !== 'string' && (name === undefined || localName(child) === name),
  );
}

export function childOf(parent: XmlElement, name: string): XmlElement | undefined {
  return childrenOf(parent, name)[0];
}

export function localName({ name }: XmlElement): string {
  return name.slice(name.indexOf(':') + 1);
}

/** All text in an element, without escapes. */
export function textOf(node: XmlNode | undefined): string {
  if (node === undefined) return '';
  if (typeof node === 'string') return unescapeXml(node);
  return node.children.map(textOf).join('');
}

export function escapeXml(text: string): string {
  return text
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replaceAll('"', '&quot;');
}

export function unescapeXml(text: string): string {
  if (!text.includes('&')) return text;
  return text
    .replaceAll('&lt;', '<')
    .replaceAll('&gt;', '>')
    .replaceAll('&quot;', '"')
    .replaceAll('&apos;', "'")
    .replaceAll(/&#(\d+);/gu, (_, code: string) => String.fromCodePoint(Number(code)))
    .replaceAll(/&#x([\da-f]+);/giu, (_, code: string) => String.fromCodePoint(parseInt(code, 16)))
    .replaceAll('&amp;', '&');
}
