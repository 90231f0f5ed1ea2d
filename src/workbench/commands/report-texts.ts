import type { UnreadableReason } from '../files/unreadable-file';
import { textsFor } from '../page/texts';

export type ReportLanguage = 'da' | 'en';

/** Every sentence of `npm run report` that is not the add-in's: each says what, where and what to do. */
export interface ReportTexts {
  readonly oneInput: (more: string) => string;
  readonly noSuchOption: (option: string) => string;
  readonly noValue: (option: string) => string;
  readonly wrongLanguage: (found: string) => string;
  readonly noInput: (path: string) => string;
  readonly wrongKind: (path: string) => string;
  readonly tooLarge: (path: string, megabytes: number, most: number) => string;
  readonly wrongEnding: (path: string) => string;
  readonly noFolder: (path: string) => string;
  readonly notReplaceable: (path: string) => string;
  readonly replacesInput: (path: string) => string;
  readonly unreadable: Readonly<Record<UnreadableReason, string>>;
  readonly cannotRead: (path: string, why: string) => string;
  readonly cannotWrite: (path: string, why: string) => string;
  /** By the code of the operating system; another code is said as it is. */
  readonly why: Readonly<Record<string, string>>;
  readonly failed: (reason: string) => string;
}

const danish: ReportTexts = {
  oneInput: (more) => `Kun ét input ad gangen, ikke også ${more}. ${usage('Brug')}`,
  noSuchOption: (option) => `${option} kendes ikke. ${usage('Brug')}`,
  noValue: (option) => `${option} mangler sin værdi. ${usage('Brug')}`,
  wrongLanguage: (found) => `--language er da eller en, ikke ${found}.`,
  noInput: (path) => `Der er ingen fil eller mappe, der hedder ${path}. Ret navnet.`,
  wrongKind: (path) =>
    `${path} er hverken en mappe eller en .csv- eller .xlsx-fil. Gem den i Excel som “Excel-projektmappe (.xlsx)”.`,
  tooLarge: (path, megabytes, most) =>
    `${path} er på ${megabytes} MB: Der læses højst ${most} MB. Gem arkene med tallene i en fil for sig.`,
  wrongEnding: (path) => `Resultatet skal ende på .xlsx: ${path}. Ret navnet efter --out.`,
  noFolder: (path) => `Der er ingen mappe ${path}. Opret den, eller vælg et andet sted med --out.`,
  notReplaceable: (path) => `${path} er ikke en fil, der kan erstattes. Vælg et andet navn med --out.`,
  replacesInput: (path) => `Resultatet ville erstatte inputtet ${path}. Vælg et andet navn med --out.`,
  unreadable: textsFor('').unreadable,
  cannotRead: (path, why) => `${path} kan ikke læses: ${why}. Ret det, eller tag filen ud af mappen.`,
  cannotWrite: (path, why) =>
    `${path} kunne ikke skrives: ${why}. Det, der stod der, er uændret; vælg et andet sted med --out.`,
  why: {
    ENOSPC: 'disken er fuld',
    EIO: 'disken fejlede',
    EDQUOT: 'pladsen på disken er brugt op',
    EROFS: 'disken kan kun læses',
    EACCES: 'du har ikke adgang',
    EPERM: 'du har ikke adgang, eller filen er åben i et andet program',
    EBUSY: 'filen er åben i et andet program',
    ENOENT: 'den findes ikke længere, eller den henviser til noget, der ikke findes',
    EISDIR: 'det er en mappe',
    ELOOP: 'den henviser til sig selv',
    EMFILE: 'for mange filer er åbne',
  },
  failed: (reason) => `Rapporten kunne ikke laves: ${reason}`,
};

const english: ReportTexts = {
  oneInput: (more) => `One input only, not also ${more}. ${usage('Use')}`,
  noSuchOption: (option) => `${option} is not known. ${usage('Use')}`,
  noValue: (option) => `${option} lacks its value. ${usage('Use')}`,
  wrongLanguage: (found) => `--language is da or en, not ${found}.`,
  noInput: (path) => `There is no file or folder ${path}. Correct the name.`,
  wrongKind: (path) =>
    `${path} is neither a folder nor a .csv or .xlsx file. Save it in Excel as “Excel Workbook (.xlsx)”.`,
  tooLarge: (path, megabytes, most) =>
    `${path} is ${megabytes} MB: more than ${most} MB is not read. Save the sheets with the counts into a file of their own.`,
  wrongEnding: (path) => `The output must end in .xlsx: ${path}. Correct the name after --out.`,
  noFolder: (path) => `There is no folder ${path}. Make it, or choose another place with --out.`,
  notReplaceable: (path) => `${path} is not a file that can be replaced. Choose another name with --out.`,
  replacesInput: (path) => `The output would replace the input ${path}. Choose another name with --out.`,
  unreadable: textsFor('?language=en').unreadable,
  cannotRead: (path, why) => `${path} cannot be read: ${why}. Put it right, or take it out of the folder.`,
  cannotWrite: (path, why) =>
    `${path} could not be written: ${why}. What stood there is unchanged; choose another place with --out.`,
  why: {
    ENOSPC: 'the disk is full',
    EIO: 'the disk failed',
    EDQUOT: 'the disk quota is used up',
    EROFS: 'the disk is read-only',
    EACCES: 'there is no permission',
    EPERM: 'there is no permission, or the file is open in another program',
    EBUSY: 'the file is open in another program',
    ENOENT: 'it is no longer there, or leads to something that is not',
    EISDIR: 'it is a folder',
    ELOOP: 'it leads to itself',
    EMFILE: 'too many files are open',
  },
  failed: (reason) => `The report could not be made: ${reason}`,
};

function usage(verb: string): string {
  return `${verb}: npm run report [-- <folder, .csv or .xlsx file> --out <file.xlsx> --language da|en]`;
}

export function reportTextsIn(language: ReportLanguage): ReportTexts {
  return language === 'en' ? english : danish;
}
