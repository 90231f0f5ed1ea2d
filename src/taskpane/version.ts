declare const __VERSION__: string;

/** The product's version, from package.json by way of the build; in tests there is no build. */
export const version: string = typeof __VERSION__ === 'string' ? __VERSION__ : 'test';
