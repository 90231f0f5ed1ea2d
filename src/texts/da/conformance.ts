import type { ConformanceTexts } from '../en/conformance';

export const conformanceTexts: ConformanceTexts = {
  title: 'Gør denne Excel, som tilføjelsesprogrammet regner med?',
  lead: 'Åbn først en ny, tom projektmappe. Hver prøve får sit eget ark, som bliver fjernet igen. Det tager omkring et minut.',
  start: 'Begynd',
  progress: (done, all) => `${done} af ${all} prøvet …`,
  summary: (holds, differs, notTried) =>
    `${holds} passer, ${differs} afviger, ${notTried} kunne ikke prøves.`,
  send: 'Kopiér teksten, og send den til den, der bad dig om at åbne siden:',
  copy: 'Kopiér',
  copied: 'Kopieret',
  copyByHand: 'Tryk Ctrl+C (på Mac Cmd+C)',
  results: { holds: 'passer', differs: 'afviger', 'not-tried': 'ikke prøvet' },
  cameInstead: (expected, came) => `ventede ${expected}, fik ${came}`,
  failed: (detail) => `Det kunne ikke lade sig gøre: ${detail}`,
};
