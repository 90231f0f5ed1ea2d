/** Fields of the worker's inputs that hold a whole study. */
export const studyFields = ['assembled', 'fresh'] as const;
export type StudyField = (typeof studyFields)[number];
