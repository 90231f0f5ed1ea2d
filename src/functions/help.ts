import { helpPages as danish } from '../texts/da/help-pages';
import { helpPages as english, type HelpPageTexts } from '../texts/en/help-pages';
import { catalogue, namespace } from './catalogue';
import type { FunctionDefinition } from './definition';
import { type Example, examples, exampleSheet } from './examples';
import { formulas } from './formulas';
import type { Language } from './language';
import { inWords } from './mathml';
import { argumentDescription, helpOf, helpPath } from './metadata';
import { escape, page } from './page';
import { pageLinks } from './product-pages';
import { textsOf } from './texts';

const pageTexts: Readonly<Record<Language, HelpPageTexts>> = { da: danish, en: english };

function say(cell: number | string | null, language: Language): string {
  if (typeof cell === 'string') return escape(language === 'da' && cell === '#N/A' ? '#I/T' : cell);
  // As many digits as a reader needs to see that it is the same number.
  const digits = cell === null ? '' : String(Number(cell.toPrecision(10)));
  return language === 'da' ? digits.replace('.', ',') : digits;
}

function table(rows: readonly (readonly (number | string | null)[])[], language: Language): string {
  const cells = rows.map(
    (row) => `<tr>${row.map((cell) => `<td>${say(cell, language)}</td>`).join('')}</tr>`,
  );
  return `<table class="cells">${cells.join('')}</table>`;
}

function exampleHtml(example: Example, language: Language): string {
  const texts = pageTexts[language];
  const { rows, formula } = exampleSheet(example, language);
  const result = typeof example.result === 'number' ? [[example.result]] : example.result;
  const given = rows.length > 0 ? `<p>${texts.exampleCells}</p>${table(rows, language)}` : '';
  const gives = example.within === undefined ? texts.result : texts.simulatedResult;
  return `${given}<p><code>${escape(formula)}</code> ${gives}</p>${table(result, language)}`;
}

function argumentsHtml(definition: FunctionDefinition, language: Language): string {
  const texts = pageTexts[language];
  const rows = definition.arguments.map(({ name, optional }) => {
    const label = textsOf[language].arguments[name];
    const note = optional ? ` <small>(${texts.optional})</small>` : '';
    const description = escape(argumentDescription(definition.id, name, language));
    return `<tr><th scope="row"><code>${label}</code>${note}</th><td>${description}</td></tr>`;
  });
  const head = `<tr><th scope="col">${texts.name}</th><th scope="col">${texts.meaning}</th></tr>`;
  return `<table><thead>${head}</thead><tbody>${rows.join('')}</tbody></table>`;
}

/** The help page of one function: what it does, formula, arguments, examples, errors, reference. */
export function helpPage(definition: FunctionDefinition, language: Language): string {
  const texts = pageTexts[language];
  const { id } = definition;
  const { math, symbols, reference } = formulas[id];
  const names = definition.arguments.map(({ name, optional }) => {
    const label = textsOf[language].arguments[name];
    return optional ? `[${label}]` : label;
  });
  const call = `=${namespace}.${id}(${names.join(language === 'da' ? '; ' : ', ')})`;
  const legend = symbols.map((name) => {
    const [symbol, meaning] = texts.symbols[name];
    return `<dt>${symbol}</dt><dd>${escape(meaning)}</dd>`;
  });
  const note = texts.notes[id];
  const errors = texts.errorTexts.map(([code, text]) => `<dt><code>${code}</code></dt><dd>${text}</dd>`);
  const body = [
    pageLinks(id.toLowerCase(), language),
    `<h1>${namespace}.${id}</h1><p><code>${call}</code></p><p>${escape(helpOf[language].summaries[id])}</p>`,
    note === undefined ? '' : `<p>${escape(note)}</p>`,
    `<h2>${texts.formula}</h2>${math.map((one) => inWords(one, texts.words)).join('')}<dl>${legend.join('')}</dl>`,
    `<h2>${texts.arguments}</h2>${argumentsHtml(definition, language)}`,
    `<h2>${texts.example}</h2>`,
    ...examples.filter((example) => example.id === id).map((example) => exampleHtml(example, language)),
    `<h2>${texts.errors}</h2><dl>${errors.join('')}</dl>`,
    `<h2>${texts.reference}</h2><p>${escape(reference)}</p>`,
  ];
  return page(`${namespace}.${id}`, language, body.join('\n'));
}

/** The list of all functions with links to their pages. */
export function functionList(language: Language): string {
  const texts = pageTexts[language];
  const items = catalogue.map(({ id }) => {
    const file = helpPath(id, language).split('/').at(-1) ?? '';
    return `<dt><a href="${file}"><code>${namespace}.${id}</code></a></dt><dd>${escape(helpOf[language].summaries[id])}</dd>`;
  });
  const body = `${pageLinks('functions', language)}<h1>${texts.title}</h1><p>${texts.introduction}</p><dl>${items.join('')}</dl>`;
  return page(texts.title, language, body);
}
