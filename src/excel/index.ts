/** The only folder that calls Office.js: reads the open workbook, writes any plan into it. */
export { compareReport, type Inspection, type ReportAsRead, type TypedInput } from './compare-report';
export { freeSuffix } from './free-suffix';
export {
  features,
  floor,
  isOffered,
  isTooOld,
  readHealth,
  type Feature,
  type Health,
  type RequirementSet,
} from './health';
export type { OwnReport } from './own-sheets';
export { preparePlan, type PreparedPlan } from './prepare-plan';
export { ExcelProblem, type ExcelProblemCode } from './problem';
export { readReport, reportsThere } from './read-report';
export {
  listParts,
  onSelectionChanged,
  readParts,
  readSelected,
  readWorkbook,
  readWorkbookFile,
  selectedRange,
  type ListedPart,
  type ReadOptions,
  type SelectedRange,
  type WorkbookPart,
} from './read-workbook';
export { onRibbonButton, showPage, showPane, type RibbonButton } from './ribbon';
export {
  forgetSaved,
  readSavedStudies,
  readSavedTables,
  saveStudy,
  tablesAsXml,
  type SavedPart,
  type StudyToSave,
} from './saved-study';
export { savedVersion, type SavedText } from './saved-xml';
export { showCell, showSheet } from './select';
export { listReports, shareReport } from './share-report';
export { writeReport, type WriteOptions, type Written } from './write-report';
