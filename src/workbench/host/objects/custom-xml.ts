/** Documents that programs keep in the workbook. */
import { namespaceOf } from '../../xml';
import { invalidArgument, itemNotFound } from '../errors';
import * as rules from '../rules';
import type { Desk, HostObject, ObjectClass } from './object';
import { object } from './object';

const part = (id: string): HostObject<'CustomXmlPart'> => object('CustomXmlPart', id);

/** Ids differ without regard to case, with or without braces. */
function find(key: unknown, ids: readonly string[]): string | undefined {
  const plain = (id: string): string => id.replace(/[{}]/g, '').toLowerCase();
  return ids.find((id) => plain(id) === plain(String(key)));
}

function get(key: unknown, ids: readonly string[]): HostObject<'CustomXmlPart'> {
  const id = find(key, ids);
  if (id === undefined) throw itemNotFound();
  return part(id);
}

function getOrNull(key: unknown, ids: readonly string[]): HostObject<'CustomXmlPart'> | null {
  const id = find(key, ids);
  return id === undefined ? null : part(id);
}

function xmlOf(id: string, desk: Desk): string {
  const xml = desk.engine.customXml.get(id);
  if (xml === undefined) throw itemNotFound();
  return xml;
}

const all = (desk: Desk): readonly string[] => [...desk.engine.customXml.keys()];

const ofNamespace = (namespace: string, desk: Desk): readonly string[] =>
  all(desk).filter((id) => namespaceOf(xmlOf(id, desk)) === namespace);

/** Excel keeps a document, not its text: a declaration before it is not given back. */
function documentIn(xml: unknown): string {
  rules.xmlIsWellFormed(xml);
  return xml.replace(/^\s*<\?xml[^>]*\?>\s*/u, '');
}

export const CustomXmlPartCollection: ObjectClass<'CustomXmlPartCollection'> = {
  items: (_all, desk) => all(desk).map(part),
  methods: {
    add(_all, [xml], desk) {
      rules.workbookIsWritable(desk);
      const text = documentIn(xml);
      const id = `{${globalThis.crypto.randomUUID().toUpperCase()}}`;
      desk.engine.customXml.set(id, text);
      return part(id);
    },
    getByNamespace(_all, [namespace]) {
      if (typeof namespace !== 'string') throw invalidArgument();
      return object('CustomXmlPartScopedCollection', namespace);
    },
    getItem: (_all, [id], desk) => get(id, all(desk)),
    getItemOrNullObject: (_all, [id], desk) => getOrNull(id, all(desk)),
    getCount: (_all, _args, desk) => all(desk).length,
  },
};

export const CustomXmlPartScopedCollection: ObjectClass<'CustomXmlPartScopedCollection'> = {
  items: (namespace, desk) => ofNamespace(namespace, desk).map(part),
  methods: {
    getItem: (namespace, [id], desk) => get(id, ofNamespace(namespace, desk)),
    getItemOrNullObject: (namespace, [id], desk) => getOrNull(id, ofNamespace(namespace, desk)),
    getCount: (namespace, _args, desk) => ofNamespace(namespace, desk).length,
    getOnlyItem(namespace, _args, desk) {
      const [id, ...others] = ofNamespace(namespace, desk);
      if (id === undefined || others.length > 0) throw itemNotFound();
      return part(id);
    },
    getOnlyItemOrNullObject(namespace, _args, desk) {
      const [id, ...others] = ofNamespace(namespace, desk);
      return id === undefined || others.length > 0 ? null : part(id);
    },
  },
};

export const CustomXmlPart: ObjectClass<'CustomXmlPart'> = {
  identity: (id) => ({ id }),
  properties: {
    id: { get: (id) => id },
    namespaceUri: { get: (id, desk) => namespaceOf(xmlOf(id, desk)) },
  },
  methods: {
    getXml: (id, _args, desk) => xmlOf(id, desk),
    setXml(id, [xml], desk) {
      rules.workbookIsWritable(desk);
      xmlOf(id, desk);
      desk.engine.customXml.set(id, documentIn(xml));
    },
    delete(id, _args, desk) {
      rules.workbookIsWritable(desk);
      xmlOf(id, desk);
      desk.engine.customXml.delete(id);
    },
  },
};
