import type { UnreadableReason } from '../files/unreadable-file';

/** Every word of the workbench's page. */
export interface PageTexts {
  readonly locale: 'da-DK' | 'en-US';
  readonly open: string;
  readonly download: string;
  readonly pane: string;
  readonly newFile: string;
  readonly firstSheet: string;
  readonly starting: string;
  readonly ready: string;
  readonly opening: (name: string) => string;
  readonly opened: (name: string) => string;
  readonly downloaded: (name: string) => string;
  readonly unreadable: Readonly<Record<UnreadableReason, string>>;
  readonly failed: (reason: string) => string;
}

const danish: PageTexts = {
  locale: 'da-DK',
  open: 'Åbn .xlsx',
  download: 'Download .xlsx',
  pane: 'Sociale viceværter',
  newFile: 'Mappe1.xlsx',
  firstSheet: 'Ark1',
  starting: 'Starter …',
  ready: 'Klar. Intet forlader denne maskine.',
  opening: (name) => `Åbner ${name} …`,
  opened: (name) => `${name} er åbnet.`,
  downloaded: (name) => `${name} er hentet.`,
  unreadable: {
    notAWorkbook: 'Filen er ikke en .xlsx-projektmappe. Gem den i Excel som “Excel-projektmappe (.xlsx)”.',
    damaged: 'Projektmappen er beskadiget og kan ikke læses. Åbn den i Excel, og gem den igen.',
    passwordProtected: 'Projektmappen er beskyttet med en adgangskode: gem den først uden.',
    tooLarge:
      'Projektmappen er for stor til at blive læst. Gem arkene med tallene i en projektmappe for sig.',
    tooWide:
      'Et ark rækker langt ud over sine tabeller: slet det, der står efter dem, eller kopier tabellerne til en ny projektmappe.',
  },
  failed: (reason) => `Det lykkedes ikke: ${reason}`,
};

const english: PageTexts = {
  locale: 'en-US',
  open: 'Open .xlsx',
  download: 'Download .xlsx',
  pane: 'Social caretakers',
  newFile: 'Book1.xlsx',
  firstSheet: 'Sheet1',
  starting: 'Starting …',
  ready: 'Ready. Nothing leaves this machine.',
  opening: (name) => `Opening ${name} …`,
  opened: (name) => `${name} is open.`,
  downloaded: (name) => `${name} has been downloaded.`,
  unreadable: {
    notAWorkbook: 'The file is not an .xlsx workbook. Save it in Excel as “Excel Workbook (.xlsx)”.',
    damaged: 'The workbook is damaged and cannot be read. Open it in Excel and save it again.',
    passwordProtected: 'The workbook is protected by a password: save it without one first.',
    tooLarge:
      'The workbook is too large to be read. Save the sheets with the counts into a workbook of their own.',
    tooWide:
      'A sheet reaches far beyond its tables: delete what stands after them, or copy the tables into a workbook of their own.',
  },
  failed: (reason) => `It did not work: ${reason}`,
};

/** The texts for the page's address: Danish unless it says `?language=en`. */
export function textsFor(search: string): PageTexts {
  return new URLSearchParams(search).get('language') === 'en' ? english : danish;
}
