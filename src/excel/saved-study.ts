import { inExcel } from './in-excel';
import { turn } from './in-turns';
import {
  fromSavedXml,
  joined,
  pieceOf,
  savedNamespace,
  setOfTables,
  toSavedXml,
  type SavedPiece,
  type SavedText,
} from './saved-xml';

/**
 * Studies that are kept with the workbook. A pane writes only its own part, so that two panes on one workbook
 * never write over each other: each keeps a study of its own.
 */
export interface SavedPart {
  /** The part's id in the workbook. */
  readonly part: string;
  readonly saved: SavedText;
}

/** Every study in the workbook. One round trip where there is none, else two. */
export async function readSavedStudies(): Promise<SavedPart[]> {
  return inExcel(async (context) => {
    const parts = context.workbook.customXmlParts;
    const listed = parts.getByNamespace(savedNamespace.study);
    listed.load('items/id');
    await context.sync();
    if (listed.items.length === 0) return [];
    const read = listed.items.map((part) => ({ part: part.id, xml: part.getXml() }));
    await context.sync();
    return read.map(({ part, xml }) => ({ part, saved: fromSavedXml([xml.value]) }));
  });
}

/** The tables of a study, as they were when it was read. Two round trips, more for more than one answer holds. */
export async function readSavedTables(set: string): Promise<SavedText> {
  return inExcel((context) => readSaved(context, savedNamespace.tables(set)));
}

/** The text that is kept under a namespace, one document at a time: Office.js takes an answer apart in one go. */
export async function readSaved(context: Excel.RequestContext, namespace: string): Promise<SavedText> {
  const listed = context.workbook.customXmlParts.getByNamespace(namespace);
  listed.load('items/id');
  await context.sync();
  const pieces: (SavedPiece | null)[] = [];
  for (const part of listed.items) {
    const xml = part.getXml();
    await context.sync();
    await turn();
    pieces.push(pieceOf(xml.value));
  }
  return joined(pieces);
}

export interface StudyToSave {
  readonly json: string;
  /** The documents of `tablesAsXml`, where they are not in the workbook yet. */
  readonly tables: readonly string[] | null;
}

/** A study's tables as documents that `saveStudy` keeps. Pure: it can be done where it holds nobody up. */
export function tablesAsXml(set: string, json: string): readonly string[] {
  return toSavedXml(savedNamespace.tables(set), json);
}

/**
 * Keeps a study in the part that this pane has written before, or in a new one. One round trip, and one for every
 * 0.1 MB of tables.
 *
 * @param own the part that this pane wrote last; null at first
 * @returns the part that holds the study now
 */
export async function saveStudy({ json, tables }: StudyToSave, own: string | null): Promise<string> {
  return inExcel(async (context) => {
    const parts = context.workbook.customXmlParts;
    for (const [index, document] of (tables ?? []).entries()) {
      if (index > 0) await context.sync();
      parts.add(document);
    }
    // Thousands of typed years are long, too, but a study is one part: that is how a pane knows its own.
    const [xml] = toSavedXml(savedNamespace.study, json, Number.MAX_SAFE_INTEGER);
    if (own !== null) {
      try {
        parts.getItem(own).setXml(xml!);
        await context.sync();
        return own;
      } catch (error) {
        // Somebody took the part away, or went back to an older copy of the workbook.
        if ((error as { code?: unknown }).code !== 'ItemNotFound') throw error;
      }
    }
    const added = parts.add(xml!);
    added.load('id');
    await context.sync();
    return added.id;
  });
}

/** Takes studies away that are kept elsewhere by now, and tables that no study needs. Two round trips. */
export async function forgetSaved(
  studies: readonly string[],
  isNeeded: (set: string) => boolean,
): Promise<void> {
  await inExcel(async (context) => {
    const parts = context.workbook.customXmlParts;
    parts.load('items/id,items/namespaceUri');
    await context.sync();
    const gone = parts.items.filter(({ id, namespaceUri }) => {
      const set = setOfTables(namespaceUri);
      return set === null ? namespaceUri === savedNamespace.study && studies.includes(id) : !isNeeded(set);
    });
    for (const part of gone) part.delete();
    await context.sync();
  });
}
