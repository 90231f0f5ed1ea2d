/** What is evaluated: tables read into a study, checked, and aligned to event years. */
export * from './align';
export * from './aligned-numbers';
export { allFindings } from './all-findings';
export * from './answers';
export * from './assemble';
export * from './check-study';
export * from './cost-library';
export * from './evaluate';
export * from './finding';
export * from './grid';
export * from './horizon';
export { decodeText, readCsv } from './read-csv';
export * from './overdispersion-of';
export { readNumber, type Expected } from './read-number';
export { readOptions } from './read-options';
export * from './robustness';
export * from './simulate-figures';
export * from './study';
