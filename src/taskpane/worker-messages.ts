import type { Summed } from '../study';
import type { Part, Parted } from './in-parts';
import type { StudyField } from './study-fields';
import type { WorkName } from './study-work';

/** What the pane says to its worker. */
export type ToWorker =
  /** A piece of what comes with the message of the same request. */
  | { readonly kind: 'part'; readonly request: number; readonly part: Part }
  /** A study to keep under the request's number, as a `StudyCopy`. */
  | { readonly kind: 'study'; readonly request: number; readonly parted: Parted }
  | {
      readonly kind: 'work';
      readonly request: number;
      readonly name: WorkName;
      readonly parted: Parted;
      /** The input's fields that hold a study, each with the number under which the worker keeps it. */
      readonly studies: Readonly<Partial<Record<StudyField, number>>>;
    };

/** What the worker says to the pane. */
export type FromWorker =
  | { readonly kind: 'part'; readonly request: number; readonly part: Part }
  | { readonly kind: 'progress'; readonly request: number; readonly share: number }
  | { readonly kind: 'done'; readonly request: number; readonly parted: Parted }
  /** The answer is a study, which the worker keeps under the number of the request: it comes as a `HeldStudy`. */
  | { readonly kind: 'held'; readonly request: number; readonly parted: Parted }
  /** The worker no longer keeps a study that the work is about. */
  | { readonly kind: 'study-unknown'; readonly request: number }
  | { readonly kind: 'failed'; readonly request: number; readonly message: string };

/** The whole of a study as pieces of text, for the worker that comes after one that has ended. */
export type StudyCopy = readonly string[];

export interface HeldStudy {
  readonly summed: Summed;
  readonly copy: StudyCopy;
}
