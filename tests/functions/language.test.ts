import { userLanguage } from '../../src/functions/language';

describe('language of the messages', () => {
  it('is Office’s display language, else that of the contents, else the browser’s, else English', () => {
    const navigator = { language: 'en-GB' };
    expect(
      userLanguage({
        Office: { context: { displayLanguage: 'da-DK', contentLanguage: 'en-US' } },
        navigator,
      }),
    ).toBe('da');
    expect(userLanguage({ Office: { context: { contentLanguage: 'da-DK' } }, navigator })).toBe('da');
    expect(userLanguage({ Office: {}, navigator: { language: 'da' } })).toBe('da');
    expect(userLanguage({ navigator })).toBe('en');
    expect(userLanguage({})).toBe('en');
  });
});
