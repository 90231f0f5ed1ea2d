import type { Language } from './language';

/** Text as it may stand in a page. */
export function escape(text: string): string {
  return text.replace(/&/g, '&amp;').replace(/</g, '&lt;').replace(/>/g, '&gt;');
}

const style = `body{font:16px/1.5 system-ui,sans-serif;max-width:46rem;margin:2rem auto;padding:0 1rem;color:#1b1b1b;background:#fff}
table{border-collapse:collapse;margin:.5rem 0;display:block;overflow-x:auto}th,td{border:1px solid #767676;padding:.25rem .6rem;text-align:left;vertical-align:top}
.cells td{text-align:right;font-variant-numeric:tabular-nums}code{font-family:ui-monospace,monospace}math{margin:.75rem 0;font-size:1.15rem}
nav{display:flex;flex-wrap:wrap;gap:1.25rem}h1{font-size:1.6rem;line-height:1.25}h2{font-size:1.2rem;margin:1.5rem 0 .25rem}li{margin:.25rem 0}
@media (prefers-color-scheme:dark){body{color:#f3f3f3;background:#1b1b1b}a{color:#8ab4f8}}`;

/** A page of its own: no script, nothing fetched. */
export function page(title: string, language: Language, body: string): string {
  return `<!doctype html>
<html lang="${language}"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width">
<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'">
<title>${title}</title><style>${style}</style></head>
<body>${body}</body></html>
`;
}
