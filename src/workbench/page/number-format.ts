/**
 * Shows a number on a chart's axis under an Excel number format. Axes need only decimals, thousands, percent
 * and a unit in quotes; of a format with several parts the first counts.
 */
export function formatNumber(value: number, format: string | undefined, locale: string): string {
  const [first = ''] = (format ?? 'General').split(';');
  const pattern = /[#0?][#0?,.]*/u.exec(first)?.[0];
  if (pattern === undefined) return new Intl.NumberFormat(locale, { maximumFractionDigits: 6 }).format(value);
  const isShare = first.includes('%');
  const decimals = pattern.split('.')[1] ?? '';
  const number = new Intl.NumberFormat(locale, {
    minimumFractionDigits: decimals.replaceAll('#', '').length,
    maximumFractionDigits: decimals.length,
    useGrouping: pattern.includes(','),
  }).format(isShare ? value * 100 : value);
  const around = first.split(pattern);
  return unquoted(around[0] ?? '') + number.replace(/^-/u, '−') + unquoted(around[1] ?? '');
}

function unquoted(text: string): string {
  return text.replaceAll(/\[[^\]]*\]|["\\]|_.|\*./gu, '');
}
