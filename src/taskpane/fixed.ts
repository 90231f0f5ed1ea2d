import type { Language } from '../study';

/** A number in words: as the report's own sentences write it, with a true minus sign. */
export function fixed(value: number, decimals: number, language: Language): string {
  const text = value.toLocaleString(language, {
    minimumFractionDigits: decimals,
    maximumFractionDigits: decimals,
  });
  return text.replace('-', '−');
}
