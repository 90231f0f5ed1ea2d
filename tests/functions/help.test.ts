import { catalogue } from '../../src/functions/catalogue';
import { examples, exampleSheet } from '../../src/functions/examples';
import { functionFiles } from '../../src/functions/files';
import { functionMetadata } from '../../src/functions/metadata';
import { textsOf } from '../../src/functions/texts';

const address = 'https://example.org/addin';
const files = new Map(functionFiles(address).map(({ path, content }) => [path, content]));

/** Tags that are opened and not closed in turn; the pages use no void elements but meta and the doctype. */
function unclosed(html: string): string[] {
  const open: string[] = [];
  for (const [, slash, name] of html.matchAll(/<(\/?)([a-z0-9]+)[^>]*>/gi)) {
    if (name === 'meta') continue;
    if (slash === '') open.push(name!);
    else if (open.pop() !== name) return [name!];
  }
  return open;
}

describe.each(['en', 'da'] as const)('help pages (%s)', (language) => {
  it('stand where the metadata says', () => {
    for (const { helpUrl } of functionMetadata(language, address).functions) {
      expect(files.has(helpUrl.replace(`${address}/`, ''))).toBe(true);
    }
    expect(files.get(`help/${language}/functions.html`)!.match(/<dt>/g)).toHaveLength(catalogue.length);
  });

  it('lead to each other, and nowhere else', () => {
    for (const [path, content] of files) {
      if (!path.endsWith('.html')) continue;
      const links = [...content.matchAll(/href="([^"]*)"/g)].map(([, link]) => link!);
      expect(links.length).toBeGreaterThan(0);
      for (const link of links) {
        const target = new URL(link, `${address}/${path}`).href.replace(`${address}/`, '');
        expect([path, link, files.has(target)]).toEqual([path, link, true]);
      }
    }
  });

  it.each(['index', 'support', 'privacy'])('%s is a page of plain words', (id) => {
    const page = files.get(`help/${language}/${id}.html`)!;
    expect(page).toContain(`<html lang="${language}">`);
    expect(page).toContain("default-src 'none'");
    expect(unclosed(page)).toEqual([]);
    expect(page).not.toMatch(/undefined|\{\w+\}|<script/);
  });

  it.each(catalogue.map((one) => [one.id, one] as const))(
    '%s: formula, arguments and examples',
    (id, definition) => {
      const page = files.get(`help/${language}/${id.toLowerCase()}.html`)!;
      expect(page).toContain(`<html lang="${language}">`);
      expect(page).toContain('<math xmlns="http://www.w3.org/1998/Math/MathML"');
      for (const { name } of definition.arguments)
        expect(page).toContain(`<code>${textsOf[language].arguments[name]}</code>`);
      for (const example of examples.filter((one) => one.id === id)) {
        expect(page).toContain(exampleSheet(example, language).formula);
      }
      expect(unclosed(page)).toEqual([]);
      // A bare sign would be taken for a tag and vanish.
      expect(page).not.toMatch(/<(?![a-z/!])/i);
      expect(page).not.toMatch(/undefined|NaN|<script|https?:\/\/(?!www\.w3\.org)/);
    },
  );
});
