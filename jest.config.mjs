/** Every test runs in plain Node: the pane is tested in a real browser, Office.js in the headless workbench. */
export default {
  testEnvironment: 'node',
  testMatch: ['<rootDir>/tests/**/*.test.ts', '<rootDir>/tests/**/*.test.tsx'],
  transform: {
    // ES modules of others, made CommonJS: default imports keep their usual meaning.
    '/node_modules/.+\\.m?js$': ['@swc/jest', { jsc: { target: 'es2022' }, module: { type: 'commonjs' } }],
    '\\.(m?js|tsx?)$': [
      '@swc/jest',
      {
        jsc: {
          target: 'es2022',
          parser: { syntax: 'typescript', tsx: true },
          transform: { react: { runtime: 'automatic' } },
        },
        module: { type: 'commonjs', importInterop: 'node' },
      },
    ],
  },
  // These are published as ES modules only; hucre, and what Univer and jsdom need.
  transformIgnorePatterns: [
    '/node_modules/(?!(hucre|kdbush|nanoid|rbush|quickselect|cjk-regex|regexp-util|unicode-regex|franc-min|trigram-utils|collapse-white-space|n-gram|@asamuzakjp/css-color|@asamuzakjp/generational-cache|@csstools/css-calc|@csstools/css-color-parser|@csstools/color-helpers|@csstools/css-parser-algorithms|@csstools/css-tokenizer|@asamuzakjp/dom-selector|@exodus/bytes|parse5|entities)/)',
  ],
  // Univer's CommonJS build asks for lodash as ES modules, which Jest cannot require; lodash is the same code.
  moduleNameMapper: { '^lodash-es$': 'lodash' },
  testTimeout: 60000,
  maxWorkers: 2,
};
