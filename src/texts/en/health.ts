/** The words of the line at the pane's foot that says what was found around the add-in. */
export const healthTexts = {
  label: 'About this add-in',
  line: (version: string, place: string) => `Version ${version} · ${place}`,
  /** Where the add-in runs, by Office.js's name for it. */
  places: {
    PC: 'Excel for Windows',
    Mac: 'Excel for Mac',
    OfficeOnline: 'Excel on the web',
    iOS: 'Excel for iPad',
    Android: 'Excel for Android',
    Universal: 'Excel for Windows',
  } as Readonly<Record<string, string>>,
  elsewhere: 'Excel',
  excelVersion: 'Excel version',
  notSaid: 'not stated',
  sets: 'Requirement sets',
  missing: (set: string) => `${set} is missing`,
  tooOld: 'This Excel is too old for:',
  features: { otherWorkbooks: 'reading tables from another workbook’s file' },
  nothingOff: 'Everything in the add-in works in this Excel.',
  update: 'Update Office to get it.',
  help: 'Help',
  support: 'Support',
  privacy: 'Privacy',
};

export type HealthTexts = typeof healthTexts;
