import { compareReport, readReport, type Inspection } from '../../src/excel';

/** What a user has made of a report, found in one go: the pane has its worker compare. */
export async function inspectReport(suffix: string): Promise<Inspection> {
  return compareReport(await readReport(suffix));
}
