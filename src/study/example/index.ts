export { exampleTables } from './tables';
export { publishedFigures } from './published-figures';
