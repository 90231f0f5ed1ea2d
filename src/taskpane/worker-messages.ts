import type { Part, Parted } from './in-parts';
import type { WorkName } from './study-work';

/** Fields of an input that hold a whole study. */
export const studyFields = ['assembled', 'fresh'] as const;
export type StudyField = (typeof studyFields)[number];

/** What the pane says to its worker. */
export type ToWorker =
  /** A piece of what comes with the message of the same request. */
  | { readonly kind: 'part'; readonly request: number; readonly part: Part }
  /** A study to keep under the request's number. */
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
  /** The worker no longer keeps a study that the work is about. */
  | { readonly kind: 'study-unknown'; readonly request: number }
  | { readonly kind: 'failed'; readonly request: number; readonly message: string };
