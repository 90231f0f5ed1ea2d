import js from '@eslint/js';
import importX from 'eslint-plugin-import-x';
import reactHooks from 'eslint-plugin-react-hooks';
import tseslint from 'typescript-eslint';

/**
 * Imports go one way: stats <- study <- report <- excel <- taskpane; functions <- stats; texts serve all
 * but know only the type of what they speak of; the workbench knows the add-in only through the built
 * bundle and Office.js. Each zone: nothing in `target` may import from `from`, except what `except` lists.
 */
const allowed = {
  stats: [],
  study: ['stats'],
  texts: ['stats', 'study'],
  report: ['stats', 'study', 'texts'],
  excel: ['stats', 'study', 'texts', 'report'],
  taskpane: ['stats', 'study', 'texts', 'report', 'excel'],
  functions: ['stats', 'texts'],
  conformance: ['texts'],
  workbench: [],
};
const zones = Object.entries(allowed).map(([folder, others]) => ({
  target: `./src/${folder}`,
  from: './src',
  except: [folder, ...others].map((name) => `./${name}`),
  message: `src/${folder} may import only from: ${[folder, ...others].join(', ')} (see CONTRIBUTING.md).`,
}));

export default tseslint.config(
  { ignores: ['node_modules', 'dist', 'build', 'coverage', 'tests/fixtures'] },
  js.configs.recommended,
  ...tseslint.configs.strictTypeChecked.map((config) => ({ ...config, files: ['**/*.ts', '**/*.tsx'] })),
  {
    files: ['**/*.ts', '**/*.tsx'],
    plugins: { 'import-x': importX, 'react-hooks': reactHooks },
    languageOptions: { parserOptions: { projectService: true, tsconfigRootDir: import.meta.dirname } },
    settings: { 'import-x/resolver': { typescript: true } },
    rules: {
      // The architecture's import directions; without a rule they erode.
      'import-x/no-restricted-paths': ['error', { zones }],
      // Cycles hide which module is the lower one.
      'import-x/no-cycle': 'error',
      // A default export lets every importer choose another name for the same thing.
      'import-x/no-default-export': 'error',
      'react-hooks/rules-of-hooks': 'error',
      'react-hooks/exhaustive-deps': 'error',
      // Numbers and language codes read naturally inside template literals.
      '@typescript-eslint/restrict-template-expressions': [
        'error',
        { allowNumber: true, allowBoolean: true },
      ],
      // Arrow functions that only call something are common as event handlers.
      '@typescript-eslint/no-confusing-void-expression': ['error', { ignoreArrowShorthand: true }],
      // A non-null assertion after a length check is clearer than a branch that cannot be reached.
      '@typescript-eslint/no-non-null-assertion': 'off',
      // Kept promises of our own types are checked again at the borders (files, Office.js), where they are not.
      '@typescript-eslint/no-unnecessary-condition': 'off',
    },
  },
  {
    files: ['src/stats/**', 'src/study/**', 'src/report/**', 'src/texts/**', 'src/functions/**'],
    rules: {
      // Pure folders: no DOM, no Office, no clock, no chance.
      'no-restricted-globals': ['error', 'window', 'document', 'Office', 'Excel', 'fetch', 'localStorage'],
      'no-restricted-properties': [
        'error',
        { object: 'Math', property: 'random', message: 'Randomness is seeded: see src/stats/random.ts.' },
        { object: 'Date', property: 'now', message: 'Pass the time in.' },
      ],
    },
  },
  {
    files: ['src/!(excel|conformance)/**'],
    rules: {
      'no-restricted-syntax': [
        'error',
        {
          selector: "MemberExpression[object.name='Excel'][property.name='run']",
          message: 'Only src/excel calls Office.js (and src/conformance, to try it out).',
        },
      ],
    },
  },
  {
    files: ['tests/**'],
    rules: {
      '@typescript-eslint/no-unsafe-assignment': 'off',
      '@typescript-eslint/no-unsafe-member-access': 'off',
      '@typescript-eslint/no-unsafe-call': 'off',
      '@typescript-eslint/no-unsafe-argument': 'off',
      '@typescript-eslint/no-unsafe-return': 'off',
    },
  },
  {
    files: ['**/*.mjs', '**/*.js'],
    languageOptions: {
      globals: {
        console: 'readonly',
        process: 'readonly',
        module: 'readonly',
        require: 'readonly',
        URL: 'readonly',
        __dirname: 'readonly',
        setTimeout: 'readonly',
        Buffer: 'readonly',
        performance: 'readonly',
        fetch: 'readonly',
      },
    },
  },
);
