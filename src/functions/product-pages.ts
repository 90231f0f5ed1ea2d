import { productPages as danish } from '../texts/da/product-pages';
import { productPages as english, type ProductPagesTexts } from '../texts/en/product-pages';
import type { Language } from './language';
import { escape, page } from './page';

const textsOf: Readonly<Record<Language, ProductPagesTexts>> = { da: danish, en: english };

/** The pages about the whole add-in that stand beside those of its functions. */
export const productPageIds = ['index', 'support', 'privacy'] as const;
export type ProductPageId = (typeof productPageIds)[number];

const files = ['index', 'functions', 'support', 'privacy'] as const;

/** Links to the other pages, as they stand at the head of each. */
export function pageLinks(current: string, language: Language): string {
  const { links } = textsOf[language];
  const other: Language = language === 'da' ? 'en' : 'da';
  const link = (file: string, text: string): string => `<a href="${file}.html">${text}</a>`;
  const others = files.filter((file) => file !== current).map((file) => link(file, links[file]));
  const translated = `<a href="../${other}/${current}.html" lang="${other}">${other === 'da' ? 'Dansk' : 'English'}</a>`;
  return `<nav>${[...others, translated].join('')}</nav>`;
}

/** How to use the add-in, whom to ask, or what happens with the figures. */
export function productPage(id: ProductPageId, language: Language): string {
  const { links, [id]: texts } = textsOf[language];
  // `{index}` in a text stands for a link to that page.
  const say = (text: string): string =>
    escape(text).replace(/\{(index|functions|support|privacy)\}/g, (_, file: keyof typeof links) => {
      return `<a href="${file}.html">${links[file]}</a>`;
    });
  const sections = texts.sections.map(({ heading, paragraphs, list }) =>
    [
      `<h2>${escape(heading)}</h2>`,
      ...paragraphs.map((text) => `<p>${say(text)}</p>`),
      list === undefined ? '' : `<ul>${list.map((text) => `<li>${say(text)}</li>`).join('')}</ul>`,
    ].join(''),
  );
  const head = `${pageLinks(id, language)}<h1>${escape(texts.title)}</h1><p>${say(texts.lead)}</p>`;
  return page(escape(texts.title), language, `${head}${sections.join('\n')}`);
}
