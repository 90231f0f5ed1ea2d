/** A study as a workbook on paper. */
export { planReport, planSheetBySheet } from './report';
export { sheetMarkers, sheetNames, type ReportSettings, type Simulation } from './context';
export * from './plan';
export { styleLooks, type StyleLook } from './styles';
export { absolute, quotedSheet, relative } from './references';
export { copyOfReport, NoSuchReport, type CopyRequest, type SharedCopy } from './share/share-copy';
export { ReportTooOld, type Masking } from './share/masking';
export { reportSuffixes } from './share/source-report';
export { UnreadableCopy } from './share/package';
export { inputsOf, keyText, rowLabel, withInputs, type ReportInput } from './inputs';
export { underSheetNames } from './under-sheet-names';
