/** A study as a workbook on paper. */
export { planReport } from './report';
export { sheetMarkers, sheetNames, type ReportSettings } from './context';
export * from './plan';
export { styleLooks, type StyleLook } from './styles';
export { absolute, quotedSheet, relative } from './references';
