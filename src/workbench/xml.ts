/** The little that the host and the files need to know of an XML document without building its tree. */

/** The namespace of a document's first element; '' where it has none. */
export function namespaceOf(xml: string): string {
  const root = /<([\w.-]+:)?[\w.-]+(?:\s[^>]*)?>/u.exec(xml.replace(/<[?!][^>]*>/gu, ''));
  const prefix = root?.[1] === undefined ? '' : `:${root[1].slice(0, -1)}`;
  const found = new RegExp(`\\sxmlns${prefix}\\s*=\\s*(?:"([^"]*)"|'([^']*)')`, 'u').exec(root?.[0] ?? '');
  return (found?.[1] ?? found?.[2] ?? '').replaceAll('&amp;', '&');
}

// eslint-disable-next-line no-control-regex -- these are what it looks for
const noXml = /[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]/;
const markup =
  /<!--[\s\S]*?-->|<\?[\s\S]*?\?>|<!\[CDATA\[[\s\S]*?\]\]>|<(\/?)([\w.:-]+)((?:\s+[\w.:-]+\s*=\s*(?:"[^<"]*"|'[^<']*'))*)\s*(\/?)>/gu;

/** Whether every element is closed, there is one around all, and no character stands that XML has no place for. */
export function isWellFormed(xml: string): boolean {
  if (noXml.test(xml)) return false;
  const open: string[] = [];
  let roots = 0;
  const text = xml.replaceAll(
    markup,
    (_, closes: string, name: string | undefined, __: string, isEmpty: string) => {
      if (name === undefined) return '';
      if (closes) return open.pop() === name ? '' : '<';
      if (open.length === 0) roots += 1;
      if (!isEmpty) open.push(name);
      return '';
    },
  );
  return roots === 1 && open.length === 0 && !/<|&(?!(?:amp|lt|gt|quot|apos|#\d+|#x[\da-f]+);)/iu.test(text);
}
