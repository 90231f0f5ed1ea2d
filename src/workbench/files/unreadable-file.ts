export type UnreadableReason = 'notAWorkbook' | 'damaged' | 'passwordProtected' | 'tooLarge' | 'tooWide';

const sentences: Readonly<Record<UnreadableReason, string>> = {
  notAWorkbook: 'This is not an .xlsx workbook.',
  damaged: 'The workbook is damaged and cannot be read.',
  passwordProtected: 'The workbook is protected by a password: save it without one first.',
  tooLarge: 'The workbook is too large to be read.',
  tooWide:
    'A sheet reaches far beyond its tables: delete what stands after them, or copy the tables into a workbook of their own.',
};

/** Bytes that are no workbook we can read. `reason` is for programs, `message` for people (English). */
export class UnreadableFile extends Error {
  override readonly name = 'UnreadableFile';

  constructor(
    readonly reason: UnreadableReason,
    options?: ErrorOptions,
  ) {
    super(sentences[reason], options);
  }
}
