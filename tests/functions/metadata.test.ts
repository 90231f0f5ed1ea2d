import { catalogue } from '../../src/functions/catalogue';
import { functionMetadata } from '../../src/functions/metadata';

const english = functionMetadata('en', 'https://example.org/addin/');
const danish = functionMetadata('da', 'https://example.org/addin');

describe('function metadata', () => {
  it('describes every function and argument in both languages', () => {
    for (const metadata of [english, danish]) {
      expect(metadata.functions.map((one) => one.id)).toEqual(catalogue.map((one) => one.id));
      for (const { description, parameters } of metadata.functions) {
        expect(description.length).toBeGreaterThan(10);
        for (const parameter of parameters) expect(parameter.description.length).toBeGreaterThan(10);
      }
    }
  });

  it('differs between the languages in words only', () => {
    const frame = (metadata: typeof english): unknown =>
      metadata.functions.map((one) => [
        one.id,
        one.name,
        one.result,
        one.parameters.map(({ type, dimensionality, optional }) => [type, dimensionality, optional]),
      ]);
    expect(frame(danish)).toEqual(frame(english));
    expect(danish.functions[0]!.description).not.toBe(english.functions[0]!.description);
    expect(danish.functions[0]!.parameters[0]!.name).toBe('udsættelser');
  });

  it('has what Excel’s schema demands of ids, names and types', () => {
    for (const one of english.functions) {
      // Ids: letters, digits and periods are documented; underscores are what the official generator writes too.
      expect(one.id).toMatch(/^[A-Z][A-Z0-9_.]*$/);
      expect(one.name).toMatch(/^[A-Z][A-Z0-9_.]{2,}$/);
      expect(new Set(one.parameters.map((parameter) => parameter.name)).size).toBe(one.parameters.length);
      for (const { type, dimensionality, optional } of one.parameters) {
        expect([type, ['scalar', 'matrix'].includes(dimensionality), optional ?? true]).toEqual([
          'any',
          true,
          true,
        ]);
      }
    }
    expect(english.allowErrorForDataTypeAny).toBe(true);
  });

  it('leads to a help page per function and language', () => {
    expect(english.functions[0]!.helpUrl).toBe('https://example.org/addin/help/en/eviction_rate.html');
    expect(danish.functions[0]!.helpUrl).toBe('https://example.org/addin/help/da/eviction_rate.html');
  });
});
