/** Rules for what may be typed into cells. */
import type { Rect, ValidationSnapshot } from '../../book';
import { intersection } from '../../addresses';
import { apiNotFound, invalidArgument } from '../errors';
import * as rules from '../rules';
import type { Desk, ObjectClass, RangeTarget } from './object';
import { isObject } from './object';
import { fullAddress } from './references';

type Draft = Omit<ValidationSnapshot, 'range'>;

const OPERATORS = {
  Between: 'between',
  NotBetween: 'notBetween',
  EqualTo: 'equal',
  NotEqualTo: 'notEqual',
  GreaterThan: 'greaterThan',
  LessThan: 'lessThan',
  GreaterThanOrEqualTo: 'greaterThanOrEqual',
  LessThanOrEqualTo: 'lessThanOrEqual',
} as const;

/** Any text is allowed until a rule says otherwise: prompts may come before it. */
const ANYTHING: Draft = { kind: 'custom', first: '=TRUE', allowBlank: true };

const isSame = (a: Rect, b: Rect): boolean => JSON.stringify(a) === JSON.stringify(b);

function find({ sheet, rect }: RangeTarget, desk: Desk): ValidationSnapshot | undefined {
  return desk.engine.rules.validations(sheet).find(({ range }) => isSame(range, rect));
}

/** A cell has one rule: a new one takes the place of those of the same cells. */
function put(target: RangeTarget, desk: Desk, change: Partial<Draft>): void {
  rules.formatsMayChange(desk, target.sheet);
  const present = find(target, desk) ?? { ...ANYTHING, range: target.rect };
  const others = desk.engine.rules
    .validations(target.sheet)
    .filter(({ range }) => !isSame(range, target.rect));
  desk.engine.rules.setValidations(target.sheet, [...others, { ...present, ...change }]);
}

interface Operands {
  readonly formula1?: unknown;
  readonly formula2?: unknown;
  readonly operator?: unknown;
}
interface WireRule {
  readonly list?: { readonly source?: unknown };
  readonly decimal?: Operands;
  readonly wholeNumber?: Operands;
  readonly custom?: { readonly formula?: unknown };
}

function toDraft(value: unknown, desk: Desk): Pick<Draft, 'kind' | 'operator' | 'first' | 'second'> {
  const rule = (value ?? {}) as WireRule;
  if (rule.list != null) return { kind: 'list', first: operand(rule.list.source, desk) };
  if (rule.custom != null) return { kind: 'custom', first: operand(rule.custom.formula, desk) };
  const kind = rule.wholeNumber != null ? 'whole' : 'decimal';
  const operands = rule.wholeNumber ?? rule.decimal;
  if (operands == null)
    throw apiNotFound(`DataValidation.rule with ${Object.keys(rule).join(', ') || 'nothing'}`);
  const operator =
    OPERATORS[rules.valueIsKnown(operands.operator, Object.keys(OPERATORS) as (keyof typeof OPERATORS)[])];
  const first = operand(operands.formula1, desk);
  if (operands.formula2 == null) return { kind, operator, first };
  return { kind, operator, first, second: operand(operands.formula2, desk) };
}

/** A number, a text, a formula, or a range. */
function operand(value: unknown, desk: Desk): string {
  if (typeof value === 'number') return String(value);
  if (typeof value === 'string' && value !== '') return value;
  if (isObject(value) && value.type === 'Range')
    return `=${fullAddress(desk, value.target as RangeTarget, true)}`;
  throw invalidArgument();
}

function toWireRule({ kind, operator, first, second }: ValidationSnapshot): object {
  if (kind === 'list') return { list: { inCellDropDown: true, source: first } };
  if (kind === 'custom') return { custom: { formula: first } };
  const known = Object.entries(OPERATORS).find(([, value]) => value === operator)?.[0] ?? 'Between';
  const number = (text: string | undefined): string | number | undefined =>
    text === undefined || text.startsWith('=') ? text : Number(text);
  const operands = { formula1: number(first), formula2: number(second), operator: known };
  return kind === 'whole' ? { wholeNumber: operands } : { decimal: operands };
}

const message = (name: 'prompt' | 'alert', shown: string) => ({
  get(target: RangeTarget, desk: Desk) {
    const found = find(target, desk)?.[name];
    return { [shown]: found !== undefined, title: found?.title ?? '', message: found?.message ?? '' };
  },
  set(target: RangeTarget, value: unknown, desk: Desk) {
    const { title, message: text } = value as { title?: string; message?: string };
    put(target, desk, { [name]: { title: title ?? '', message: text ?? '' } });
  },
});

export const DataValidation: ObjectClass<'DataValidation'> = {
  properties: {
    rule: {
      get(target, desk) {
        const found = find(target, desk);
        return found === undefined ? {} : toWireRule(found);
      },
      set: (target, value, desk) => put(target, desk, toDraft(value, desk)),
    },
    prompt: message('prompt', 'showPrompt'),
    errorAlert: message('alert', 'showAlert'),
    ignoreBlanks: {
      get: (target, desk) => find(target, desk)?.allowBlank ?? true,
      set: (target, value, desk) => put(target, desk, { allowBlank: value === true }),
    },
  },
  methods: {
    clear(target, _args, desk) {
      rules.formatsMayChange(desk, target.sheet);
      const others = desk.engine.rules
        .validations(target.sheet)
        .filter(({ range }) => intersection(range, target.rect) === null);
      desk.engine.rules.setValidations(target.sheet, others);
    },
  },
};
