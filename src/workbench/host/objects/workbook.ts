/** The workbook, the application and what belongs to them. */
import { apiNotFound, itemNotFound, invalidArgument } from '../errors';
import { insertSheets } from './insert-sheets';
import * as rules from '../rules';
import type { Desk, ObjectClass } from './object';
import { object } from './object';
import { eventMethods } from './event-methods';

export const Workbook: ObjectClass<'Workbook'> = {
  properties: {
    name: { get: (_book, desk) => desk.workbookName },
    readOnly: { get: (_book, desk) => desk.isReadOnly },
  },
  navigation: {
    worksheets: () => object('WorksheetCollection', null),
    tables: () => object('TableCollection', null),
    names: () => object('NamedItemCollection', null),
    application: () => object('Application', null),
    settings: () => object('SettingCollection', null),
    customXmlParts: () => object('CustomXmlPartCollection', null),
    protection: () => object('WorkbookProtection', null),
    properties: () => object('DocumentProperties', null),
  },
  methods: {
    getSelectedRange: (_book, _args, desk) => object('Range', desk.engine.selection()),
    getActiveCell(_book, _args, desk) {
      const { sheet, rect } = desk.engine.selection();
      return object('Range', { sheet, rect: { ...rect, rows: 1, columns: 1 } });
    },
    insertWorksheetsFromBase64: (_book, [base64, options], desk) =>
      insertSheets(String(base64), options, desk),
    async createAndOpenWorkbook(_book, [base64], desk) {
      if (desk.openWorkbook === null) throw apiNotFound('Workbook.createAndOpenWorkbook');
      const bytes = Uint8Array.from(atob(typeof base64 === 'string' ? base64 : ''), (letter) =>
        letter.charCodeAt(0),
      );
      // Assumed: a file that Excel cannot read is refused.
      await desk.readWorkbook?.(bytes).catch(() => {
        throw invalidArgument();
      });
      desk.openWorkbook(bytes);
      return null;
    },
    _GetObjectByReferenceId: (_book, [id], desk) => desk.kept.get(String(id)) ?? null,
    _GetReferenceCount: (_book, _args, desk) => desk.kept.size,
    _RemoveReference: (_book, [id], desk) => desk.kept.forget(String(id)),
    _RemoveAllReferences: (_book, _args, desk) => desk.kept.forgetAll(),
    ...eventMethods('ActivatedEvent'),
  },
};

export const Application: ObjectClass<'Application'> = {
  properties: {
    calculationMode: {
      get: (_application, desk) => desk.calculationMode,
      set(_application, mode, desk) {
        desk.calculationMode = rules.valueIsKnown(mode, ['Automatic', 'AutomaticExceptTables', 'Manual']);
      },
    },
  },
  navigation: { cultureInfo: () => object('CultureInfo', null) },
  methods: {
    async calculate(_application, [type], desk) {
      rules.valueIsKnown(type, ['Recalculate', 'Full', 'FullRebuild']);
      await (type === 'Recalculate' ? desk.engine.calculate() : desk.engine.recalculate());
    },
    suspendScreenUpdatingUntilNextSync(_application, _args, desk) {
      desk.engine.hold('drawing');
    },
    suspendApiCalculationUntilNextSync(_application, _args, desk) {
      desk.isCalculationSuspended = true;
      desk.engine.hold('calculation');
    },
  },
};

export const CultureInfo: ObjectClass<'CultureInfo'> = {
  properties: { name: { get: (_culture, desk) => desk.language } },
  navigation: { numberFormat: () => object('NumberFormatInfo', null) },
};

export const NumberFormatInfo: ObjectClass<'NumberFormatInfo'> = {
  properties: {
    numberDecimalSeparator: { get: (_format, desk) => (desk.language === 'da-DK' ? ',' : '.') },
    numberGroupSeparator: { get: (_format, desk) => (desk.language === 'da-DK' ? '.' : ',') },
  },
};

const property = (name: 'title' | 'author') => ({
  get: (_properties: null, desk: Desk) => desk.properties[name],
  set(_properties: null, value: unknown, desk: Desk) {
    rules.workbookIsWritable(desk);
    desk.properties[name] = String(value);
  },
});

export const DocumentProperties: ObjectClass<'DocumentProperties'> = {
  properties: { title: property('title'), author: property('author') },
};

export const WorkbookProtection: ObjectClass<'WorkbookProtection'> = {
  properties: { protected: { get: (_protection, desk) => desk.isWorkbookProtected } },
  methods: {
    protect(_protection, _args, desk) {
      rules.workbookIsUnprotected(desk);
      desk.isWorkbookProtected = true;
    },
    unprotect(_protection, _args, desk) {
      rules.workbookIsWritable(desk);
      desk.isWorkbookProtected = false;
    },
  },
};

/** Settings: small values that an add-in saves with the workbook. */
export const SettingCollection: ObjectClass<'SettingCollection'> = {
  items: (_all, desk) => [...desk.engine.settings.keys()].map((key) => object('Setting', key)),
  methods: {
    add(_all, [key, value], desk) {
      rules.workbookIsWritable(desk);
      if (typeof key !== 'string' || key === '') throw invalidArgument();
      desk.engine.settings.set(key, JSON.stringify(value ?? null));
      return object('Setting', key);
    },
    getItem(_all, [key], desk) {
      if (!desk.engine.settings.has(String(key))) throw itemNotFound();
      return object('Setting', String(key));
    },
    getItemOrNullObject: (_all, [key], desk) =>
      desk.engine.settings.has(String(key)) ? object('Setting', String(key)) : null,
    getCount: (_all, _args, desk) => desk.engine.settings.size,
  },
};

export const Setting: ObjectClass<'Setting'> = {
  identity: (key) => ({ key }),
  properties: {
    key: { get: (key) => key },
    value: {
      get(key, desk) {
        const text = desk.engine.settings.get(key);
        if (text === undefined) throw itemNotFound();
        return JSON.parse(text) as unknown;
      },
      set(key, value, desk) {
        rules.workbookIsWritable(desk);
        desk.engine.settings.set(key, JSON.stringify(value ?? null));
      },
    },
  },
  methods: {
    delete(key, _args, desk) {
      rules.workbookIsWritable(desk);
      if (!desk.engine.settings.delete(key)) throw itemNotFound();
    },
  },
};

/** Where custom functions report that they are ready, and their results. */
export const CustomFunctionsService: ObjectClass<'CustomFunctionsService'> = {
  methods: {
    _SetOsfControlContainerReadyForCustomFunctions: (_service, _args, desk) => desk.functionsReady(),
    _GetEnabledFeatures: () => FASTER_RESULTS,
    setInvocationArrayResults: (_service, [results], desk) => desk.takeFunctionResults(results as unknown[]),
    setInvocationResults: (_service, [results], desk) => desk.takeFunctionResults(results as unknown[]),
  },
};

/** Features of office.js's own that let it send results at shorter intervals (2: 200 ms, 4: 2 s at most). */
const FASTER_RESULTS = [2, 4];

export const AddinInternalService: ObjectClass<'AddinInternalService'> = {
  methods: { notifyActionHandlerReady: () => null },
};
