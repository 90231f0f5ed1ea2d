/**
 * Whether a text may be meant as a number, a date or a time. Univer tries every format there is, each time that a
 * text is written or stands in a formula that is computed; what is none is remembered here.
 */
import { getNumfmtParseValueFilter } from '@univerjs/core';
import { ValueObjectFactory } from '@univerjs/engine-formula';

const mostRemembered = 10_000;
const saying = new Map<string, boolean>();

/** A name stands in a table once for every year. */
export function saysNoNumber(text: string): boolean {
  const known = saying.get(text);
  if (known !== undefined) return known;
  if (saying.size >= mostRemembered) saying.clear();
  const isNone = getNumfmtParseValueFilter(text) === null;
  saying.set(text, isNone);
  return isNone;
}

const isPatched = Symbol('asks for a number once');

/** Every formula of this page or process from now on. */
export function askForNumbersOnce(): void {
  const factory = ValueObjectFactory as typeof ValueObjectFactory & { [isPatched]?: true };
  if (factory[isPatched]) return;
  factory[isPatched] = true;
  const create = factory.create.bind(factory);
  factory.create = (value, isNoPattern) =>
    create(value, isNoPattern === true || (typeof value === 'string' && saysNoNumber(withoutQuotes(value))));
}

function withoutQuotes(text: string): string {
  return text.startsWith('"') && text.endsWith('"') ? text.slice(1, -1) : text;
}
