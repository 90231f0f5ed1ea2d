import { forgetSaved, readSavedStudies, readSavedTables, saveStudy } from '../excel';
import type { Summed } from '../study';
import { readSource } from './read-source';
import { packWizard, unpackWizard, withUnsaved, type SavedWizard } from './saved-wizard';
import type { DoWork } from './study-work';
import type { SavedStudies, Source, WizardState } from './wizard';
import { forgetOldUnsaved, readUnsaved } from './unsaved';

/** Studies that never became a report are kept to this number; the oldest go first. */
const mostDrafts = 5;

/** The studies in the workbook; those that another goes on from are taken away. Never disturbs: it may fail. */
export async function findStudies(): Promise<SavedStudies> {
  const parts = await readSavedStudies();
  const read = parts.flatMap(({ part, saved }) => {
    const wizard = typeof saved === 'object' ? unpackWizard(saved.pieces.join('')) : null;
    return wizard ? [{ part, wizard }] : [];
  });
  const isContinued = (part: string, at: number): boolean =>
    read.some(({ wizard }) => wizard.continues?.part === part && wizard.continues.at === at);
  // Where Excel did as told and only its answer was lost, the pane has kept the study once more. Tables that were
  // read anew have an id of their own: two studies under one, neither going on from another, are of one pane.
  const isRepeated = ({ set, continues, at }: SavedWizard): boolean =>
    continues === null &&
    read.some(({ wizard }) => wizard.continues === null && wizard.set === set && wizard.at > at);
  const current = read
    .filter(({ part, wizard }) => !isContinued(part, wizard.at) && !isRepeated(wizard))
    .sort((a, b) => b.wizard.at - a.wizard.at);
  const drafts = current.filter(({ wizard }) => wizard.written === null);
  const studies = current.filter((each) => !drafts.slice(mostDrafts).includes(each));
  const hasNewer = parts.some(({ saved }) => saved === 'newer');
  const hasDamaged = read.length + parts.filter(({ saved }) => saved === 'newer').length < parts.length;
  const gone = read.filter((each) => !studies.includes(each)).map(({ part }) => part);
  // What cannot be read may need any of the tables: then nothing is taken away.
  if (gone.length > 0 && !hasNewer && !hasDamaged) {
    const sets = new Set(studies.map(({ wizard }) => wizard.set));
    await forgetSaved(gone, (set) => sets.has(set)).catch(() => undefined);
  }
  forgetOldUnsaved();
  return { studies: studies.map(asLeft), hasNewer, hasDamaged };
}

/** With what was answered after the workbook had last taken the study. */
function asLeft({ part, wizard }: SavedStudies['studies'][number]): SavedStudies['studies'][number] {
  const unsaved = readUnsaved(wizard.set);
  if (unsaved === null) return { part, wizard };
  const joined = withUnsaved(wizard, unsaved);
  return { part, wizard: joined, hasUnsaved: joined !== wizard };
}

/** The tables of a study that is kept; null where they are damaged or gone. */
export async function readStudy({ set }: SavedWizard, doWork: DoWork): Promise<Summed | null> {
  const saved = await readSavedTables(set);
  if (typeof saved !== 'object') return null;
  return doWork('unpack', { pieces: saved.pieces });
}

/** What this pane keeps in the workbook, from one saving to the next. */
export interface Keeping {
  readonly part: string | null;
  readonly set: string | null;
  readonly assembled: Summed | null;
  readonly continues: SavedWizard['continues'];
}

/** @param newSet the id of the study's tables, where they are not in the workbook yet */
export async function keepStudy(
  state: WizardState,
  keeping: Keeping,
  newSet: string,
  doWork: DoWork,
): Promise<Keeping> {
  const assembled = state.assembled!;
  const isKept = keeping.set !== null && keeping.assembled === assembled;
  const set = isKept ? keeping.set : newSet;
  const json = packWizard(state, { set, at: Date.now(), continues: keeping.continues });
  const tables = isKept ? null : await doWork('pack', { assembled, set });
  const part = await saveStudy({ json, tables }, keeping.part);
  return { part, set, assembled, continues: keeping.continues };
}

/** Reads the tables of the workbook again and compares; null where they are not in the workbook. */
export async function checkSource(source: Source, assembled: Summed, doWork: DoWork) {
  if (source.kind === 'example' || source.kind === 'files') return null;
  const fresh = await readSource(source, assembled.study.options, doWork);
  return {
    assembled: fresh,
    counts: await doWork('compare', { assembled, fresh }),
  };
}
