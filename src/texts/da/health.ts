import type { HealthTexts } from '../en/health';

export const healthTexts: HealthTexts = {
  label: 'Om tilføjelsesprogrammet',
  line: (version, place) => `Version ${version} · ${place}`,
  places: {
    PC: 'Excel til Windows',
    Mac: 'Excel til Mac',
    OfficeOnline: 'Excel på internettet',
    iOS: 'Excel til iPad',
    Android: 'Excel til Android',
    Universal: 'Excel til Windows',
  },
  elsewhere: 'Excel',
  excelVersion: 'Excels version',
  notSaid: 'ikke oplyst',
  sets: 'Kravsæt',
  missing: (set) => `${set} mangler`,
  tooOld: 'Denne udgave af Excel er for gammel til:',
  features: { otherWorkbooks: 'at læse tabeller fra en anden projektmappe på disken' },
  nothingOff: 'Alt i tilføjelsesprogrammet virker i denne udgave af Excel.',
  update: 'Opdatér Office for at få det.',
  help: 'Hjælp',
  support: 'Support',
  privacy: 'Privatliv',
};
