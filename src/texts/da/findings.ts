import type { FindingDetails, TooMuchText } from '../../study';
import type { FindingTexts } from '../en/findings';
import { listed } from '../listed';

const groupNames = { intervention: 'indsats', control: 'kontrol' } as const;
const groupAreas = { intervention: 'indsatsområderne', control: 'kontrolområderne' } as const;
const tableNames = {
  counts: 'tabellen med udsættelser',
  programmes: 'tabellen med indsatser',
  tenancies: 'tabellen med lejemål',
  yearlyTenancies: 'tabellen med lejemål pr. år',
  costs: 'tabellen med omkostninger',
  'report-block': 'blokken med udsættelser',
} as const;

/** The header that stands for a field. */
const columnLabels: Readonly<Record<string, string>> = {
  area: 'område',
  group: 'gruppe',
  measure: 'måltal',
  organisation: 'boligorganisation',
  year: 'år',
  evictions: 'udsættelser',
  tenancies: 'lejemål',
  controlTenancies: 'kontrollejemål',
  firstFullYear: 'første hele år',
  weeklyHours: 'forebyggelsestimer pr. uge',
  eventYear: 'hændelsesår',
  source: 'kilde',
  amount: 'kr. pr. udsættelse',
};
export const columnLabel = (field: string): string => columnLabels[field] ?? field;
const column = (field: string): string => `“${columnLabel(field)}”`;
const holdsName = (field: string): boolean => ['area', 'group', 'organisation', 'source'].includes(field);
const more = (number: number): string => `og ${number} mere`;
const about = ({ area, year }: { area?: string; year?: number }): string =>
  [area, year].filter((each) => each !== undefined && each !== '').join(' ');
const prefix = (details: { area?: string; year?: number }): string =>
  about(details) ? `${about(details)}: ` : '';

const tenanciesOf = (d: FindingDetails['tenancies-not-positive']): string =>
  [
    d.area,
    d.group && groupNames[d.group],
    d.year ?? (d.eventYear === undefined ? undefined : `hændelsesår ${d.eventYear}`),
  ]
    .filter(Boolean)
    .join(', ');

const tooMuchText: Readonly<Record<TooMuchText, string>> = {
  'too-many-lines': 'tekstfiler må højst have 250.000 linjer tilsammen',
  'too-many-cells': 'tekstfiler må højst have en million celler tilsammen',
  'too-many-characters': 'tekstfiler må højst have 20 millioner tegn tilsammen',
  'line-too-long': 'en linje må højst have 16.384 celler, ligesom i Excel',
  'cell-too-long': 'en celle må højst have 32.767 tegn, ligesom i Excel',
};

export const findingTexts: FindingTexts = {
  'file-unreadable': ({ file, reason }) =>
    ({
      damaged: {
        problem: `${file} er beskadiget og kan ikke læses.`,
        remedy: 'Åbn filen i det program, den kommer fra, gem den igen, og prøv en gang til.',
      },
      'too-large': {
        problem: `${file} er for stor: Der læses højst 64 MB, udpakket 512 MB.`,
        remedy: 'Gem tabellerne med udsættelser i en fil for sig.',
      },
      password: {
        problem: `${file} er beskyttet med en adgangskode.`,
        remedy: 'Åbn filen i Excel, og gem den uden adgangskode.',
      },
      'not-a-workbook': {
        problem: `${file} er ikke en projektmappe i formatet .xlsx.`,
        remedy: 'Åbn filen i Excel, og gem den som .xlsx eller .csv.',
      },
    })[reason],
  'file-ignored': ({ file }) => ({
    problem: `${file} blev sprunget over: Der læses kun .csv-, .tsv- og .txt-filer og study.json.`,
    remedy: 'Rummer den tabeller, så gem dem som .csv, eller angiv projektmappen alene.',
  }),
  'sheet-not-read': ({ sheet, reason }) => {
    if (reason === 'hidden')
      return {
        problem: `Arket “${sheet}” er skjult og blev ikke læst.`,
        remedy: 'Vis det, hvis det rummer tabeller, der hører til undersøgelsen.',
      };
    if (reason === 'too-large')
      return {
        problem: `Arket “${sheet}” fylder for mange celler og blev ikke læst.`,
        remedy: 'Markér tabellen og læs markeringen, eller slet det, der står langt uden for den.',
      };
    return {
      problem: `${sheet} blev ikke læst: ${tooMuchText[reason]}.`,
      remedy:
        'Gem tabellen med udsættelser i en fil for sig. Er den det allerede, så er filens linjeskift eller anførselstegn nok gået tabt: hent den igen.',
    };
  },
  'no-tables': ({ source, known = [] }) => ({
    problem: `Der blev ikke genkendt nogen tabel i ${source}${
      known.length === 0
        ? ''
        : `: Af overskrifterne kendes kun ${listed(
            known.map((header) => `“${header}”`),
            more,
          )}`
    }.`,
    remedy:
      'Tabeller skal have overskrifter: område, gruppe, boligorganisation, år og udsættelser (eller en kolonne for hvert år); eller område og første hele år.',
  }),
  'no-counts': () => ({
    problem: 'Der blev ikke fundet nogen udsættelser.',
    remedy:
      'Angiv en tabel med kolonnerne område, gruppe, boligorganisation, år og udsættelser, eller blokke som i en rapport.',
  }),
  'no-programmes': () => ({
    problem: 'Der blev ikke fundet nogen indsatser.',
    remedy:
      'Skriv det første hele år for hvert område i tilføjelsesprogrammets rude i Excel, eller angiv en tabel med kolonnerne område og første hele år; lejemål og forebyggelsestimer pr. uge bruges til omkostningerne.',
  }),
  'unknown-column': (d) => ({
    problem: `Kolonnen “${d.column}” kendes ikke og blev ikke læst.`,
    remedy: `Hører den til undersøgelsen, så kald den en af: ${d.known.map(columnLabel).join(', ')}.`,
  }),
  'missing-column': (d) => ({
    problem: `Kolonnen ${column(d.column)} mangler i ${tableNames[d.table]}.`,
    remedy: 'Tilføj den, eller ret den overskrift, der skulle være den.',
  }),
  'column-not-used': (d) => ({
    problem: `Kolonnen “${d.column}” blev ikke læst: Undersøgelsen bruger den ikke.`,
    remedy: 'Du skal ikke gøre noget.',
  }),
  'column-without-header': () => ({
    problem: 'En kolonne inde i tabellen har ingen overskrift og blev ikke læst.',
    remedy: 'Hører den til undersøgelsen, så skriv dens overskrift.',
  }),
  'column-twice': (d) => ({ problem: `Kolonnen “${d.column}” findes to gange.`, remedy: 'Behold den ene.' }),
  'row-too-long': (d) => ({
    problem: `Rækken har flere celler end overskriften: “${d.found}” står ikke under nogen kolonne.`,
    remedy:
      'Sæt tekst og tal, der indeholder skilletegnet, i anførselstegn, eller skriv tal uden skilletegn.',
  }),
  'quotes-broken': (d) => ({
    problem: `Anførselstegnene i linje ${d.line} passer ikke sammen.`,
    remedy: 'Afslut eller slet tegnet; et anførselstegn inde i en tekst i anførselstegn skrives to gange.',
  }),
  'rows-after-blank': () => ({
    problem: 'Tabellen ser ud til at fortsætte under en tom række.',
    remedy:
      'Slet de tomme rækker, eller lad der være mere end tre mellem tabellen og det, der ikke hører til den.',
  }),
  'blank-cell': (d) => ({
    problem: `${prefix(d)}Kolonnen ${column(d.column)} er tom.`,
    remedy: holdsName(d.column)
      ? 'Skriv, hvad der skal stå, eller slet rækken.'
      : 'En tom celle læses ikke som 0: Skriv tallet, eller slet rækken.',
  }),
  'not-a-number': (d) => ({
    problem: `${prefix(d)}“${d.found}” i ${column(d.column)} er ikke et tal.`,
    remedy: 'Skriv tallet med cifre alene.',
  }),
  'not-a-year': (d) => ({
    problem: `${prefix({ ...(d.area === undefined ? {} : { area: d.area }) })}“${d.found}” er ikke et kalenderår.`,
    remedy: 'Skriv det med fire cifre, fx 2014.',
  }),
  'no-number-given': (d) => ({
    problem: `${prefix(d)}“${d.found}” i ${column(d.column)} angiver intet tal; det er læst som manglende, ikke som 0.`,
    remedy: 'Skriv tallet, 0 hvis der ingen var; bed om det, hvis det er holdt tilbage.',
  }),
  'unknown-group': (d) => ({
    problem: `${prefix({ area: d.area })}Gruppen “${d.found}” kendes ikke.`,
    remedy: 'Skriv indsats eller kontrol.',
  }),
  'number-doubtful': (d) => ({
    problem: `“${d.found}” er læst som ${d.read.toLocaleString('da', { useGrouping: false })}.`,
    remedy: 'Hvis det er forkert, så skriv tallet uden skilletegn.',
  }),
  'row-left-out': (d) =>
    d.reason === 'total'
      ? {
          problem: `“${d.text}” blev sprunget over: Den gentager de øvrige rækker.`,
          remedy: 'Er det et selvstændigt område, så giv det et andet navn.',
        }
      : d.reason === 'remark'
        ? {
            problem: `“${d.text}” blev sprunget over: Det er en bemærkning under tabellen.`,
            remedy: 'Er det en række i tabellen, så udfyld dens celler.',
          }
        : {
            problem: `Den ekstra række “${d.text}” kan ikke læses: En blok har én række for hver gruppe.`,
            remedy:
              'Angiv boligorganisationerne i en tabel med kolonnerne område, gruppe, boligorganisation, år og udsættelser.',
          },
  'unknown-measure': (d) => ({
    problem: `${d.area}: “${d.found}” er hverken udsættelser eller lejemål.`,
    remedy: 'Skriv udsættelser eller lejemål.',
  }),
  'name-from-above': (d) => ({
    problem: `I ${d.rows} ${d.rows === 1 ? 'række' : 'rækker'} er ${column(d.column)} tom og læst som navnet ovenfor, som i flettede celler.`,
    remedy: 'Hvis det er forkert, så skriv navnene.',
  }),
  'named-by-sheet': (d) => ({
    problem: `Blokken har ingen titel; området er navngivet efter arket: ${d.area}.`,
    remedy: 'Hvis det er forkert, så skriv områdets navn i cellen over blokken.',
  }),
  'cell-error': (d) => ({
    problem: `${d.found} i kolonnen ${column(d.column)}: Formlen har intet resultat.`,
    remedy: 'Ret formlen, eller skriv navnet.',
  }),
  'names-alike': (d) => ({
    problem: `${listed(
      d.names.map((name) => `“${name}”`),
      more,
      ' og ',
    )} blev læst som ét navn: ${d.read}.`,
    remedy: 'Er de forskellige, så hold dem adskilt; i study.json med nøglen keep_apart.',
  }),
  'more-of-a-kind': ({ number }) => ({
    problem: `… og ${number.toLocaleString('da')} mere af samme slags.`,
    remedy: 'Se på de første: Ofte har de alle samme årsag.',
  }),
  'too-many-names': ({ most }) => ({
    problem: `Tabellerne nævner flere end ${most.toLocaleString('da')} områder og organisationer.`,
    remedy:
      'Se efter, om kolonnerne for område og boligorganisation rummer navne og ikke numre eller datoer.',
  }),
  'names-kept-apart': (d) => ({
    problem: `${listed(
      d.names.map((name) => `“${name}”`),
      more,
      ' og ',
    )} ligner hinanden, men er holdt adskilt.`,
    remedy: 'Er de det samme, så læs dem som ét navn, eller skriv dem ens.',
  }),
  'text-garbled': (d) => ({
    problem: `I “${d.found}” er bogstaver gået tabt: Filen er gemt med et andet tegnsæt, end den er læst med.`,
    remedy: 'Gem den som “CSV UTF-8” eller som .xlsx, og læs den igen.',
  }),
  'subtitle-left-out': (d) => ({
    problem: `“${d.text}” blev læst som en undertitel og “${d.area}” som områdets navn.`,
    remedy: 'Er det forkert, så slet den linje, der ikke er navnet.',
  }),
  'tenancies-without-counts': (d) => ({
    problem: `${d.area}, ${groupNames[d.group]}, ${d.year}: Der er lejemål, men ingen udsættelser.`,
    remedy: 'Tilføj årets udsættelser, hvis de hører til undersøgelsen.',
  }),
  'date-as-year': (d) => ({
    problem: `Datoen med tallet ${d.found} er læst som året ${d.year}.`,
    remedy: 'Hvis det er forkert, så skriv året med fire cifre.',
  }),
  'count-negative': (d) => ({
    problem: `${d.area}, ${groupNames[d.group]}, ${d.year}: ${d.found} udsættelser er under 0.`,
    remedy: 'Ret antallet.',
  }),
  'count-fractional': (d) => ({
    problem: `${d.area}, ${groupNames[d.group]}, ${d.year}: ${d.found.toLocaleString('da')} udsættelser er ikke et helt tal.`,
    remedy: 'Skriv antallet af udsættelser, ikke en rate eller et gennemsnit.',
  }),
  'more-evictions-than-tenancies': (d) => ({
    problem: `${d.area}, ${groupNames[d.group]}, ${d.year}: ${d.evictions} udsættelser fra ${d.tenancies} lejemål er ikke muligt.`,
    remedy: 'Ret det ene af tallene.',
  }),
  'year-twice': (d) => ({
    problem: `${d.area}, ${groupNames[d.group]}: Året ${d.year} findes to gange.`,
    remedy: 'Behold den ene række, eller giv boligorganisationerne hver sit navn.',
  }),
  'name-too-long': (d) => ({
    problem: `Navnet “${d.name}…” er på ${d.length} tegn. Excel kan ikke slå navne op, der er længere end ${d.most} tegn.`,
    remedy: 'Giv området eller boligorganisationen et kortere navn.',
  }),
  'control-differs': (d) => ({
    problem: `${d.organisation} har to antal i ${d.year}: ${d.first} og ${d.other}.`,
    remedy: 'En boligorganisation har ét antal om året. Ret det, eller giv dem navne, der skiller dem ad.',
  }),
  'control-shared': (d) => ({
    problem: `${d.organisation} er kontrol for flere områder (${listed(d.areas, more)}); dens antal regnes kun med én gang, når usikkerheden beregnes.`,
    remedy: 'Er det forskellige boligorganisationer, så giv dem hver sit navn.',
  }),
  'control-unnamed': (d) => ({
    problem: `Det fremgår ikke, hvilken boligorganisation der er kontrol for ${listed(d.areas, more)}.`,
    remedy:
      'Angiv dens navn i kolonnen boligorganisation, så en kontrol, der deles af flere områder, kun regnes med én gang.',
  }),
  'no-control': (d) => ({
    problem: `${d.area} har intet kontrolområde.`,
    remedy:
      'Tilføj rækker med områdets navn og gruppen kontrol, eller udelad området. En kontrol for flere områder skal stå under hvert af dem.',
  }),
  'no-intervention': (d) => ({
    problem: `${d.area} har ingen egne udsættelser.`,
    remedy: 'Tilføj rækker med gruppen indsats, eller udelad området.',
  }),
  hole: (d) => ({
    problem: `${d.area}, ${groupNames[d.group]}: Udsættelser i ${d.years.join(', ')} mangler.`,
    remedy: 'Tilføj dem, vælg færre hændelsesår, eller udelad området.',
  }),
  'years-of-one-group': (d) => ({
    problem: `${d.area}: Kun ${d.group === 'control' ? 'kontrolgruppen' : 'indsatsgruppen'} har udsættelser i ${d.years.join(', ')}; de bruges ikke.`,
    remedy: 'Er et årstal skrevet forkert, så ret det; ellers skal du ikke gøre noget.',
  }),
  'tenancies-not-positive': (d) => ({
    problem: `${tenanciesOf(d)}: ${d.found} lejemål er ikke over 0.`,
    remedy: 'Ret antallet af lejemål.',
  }),
  'tenancies-fractional': (d) => ({
    problem: `${tenanciesOf(d)}: ${d.found.toLocaleString('da')} lejemål er ikke et helt tal.`,
    remedy: 'Skriv antallet af lejemål uden decimaler.',
  }),
  'tenancies-per-organisation': (d) => ({
    problem: `${d.area}, ${groupNames[d.group]}: Der er angivet ét antal lejemål for flere boligorganisationer.`,
    remedy: 'Angiv lejemål i rækkerne med udsættelser, boligorganisation for boligorganisation.',
  }),
  'tenancies-missing': (d) => ({
    problem: `${[d.area, groupNames[d.group], d.year ?? (d.eventYear === undefined ? undefined : `hændelsesår ${d.eventYear}`)].filter(Boolean).join(', ')}: Antallet af lejemål mangler.`,
    remedy:
      'Angiv lejemål pr. år, pr. hændelsesår og gruppe, eller ét tal pr. område og dets kontrol; eller vælg færre hændelsesår.',
  }),
  'tenancies-constant': (d) => ({
    problem: `Der er brugt ét antal lejemål for alle år: ${listed(d.areas, more)}.`,
    remedy: 'Det er en antagelse. Angiv lejemål pr. år, hvor de kendes.',
  }),
  'tenancies-jump': (d) => ({
    problem: `${d.area}, ${groupNames[d.group]}: Antallet af lejemål ændrer sig ${d.percent} % i ${d.year}.`,
    remedy: 'Kontrollér, at de samme afdelinger er talt med i begge år.',
  }),
  'tenancies-twice': (d) => ({
    problem: `Lejemål i hændelsesår ${d.eventYear}, ${groupNames[d.group]}, findes to gange.`,
    remedy: 'Behold det ene tal.',
  }),
  'pooled-cannot-exclude': (d) => ({
    problem: `${d.area} kan ikke udelades: Lejemål er kun angivet for alle områder under ét.`,
    remedy: 'Angiv lejemål pr. område, eller behold området.',
  }),
  'area-without-programme': (d) => ({
    problem: `${d.area} har udsættelser, men intet første hele indsatsår.`,
    remedy: 'Tilføj området i tabellen med indsatser, eller slet dets rækker.',
  }),
  'programme-without-counts': (d) => ({
    problem: `${d.area} har en indsats, men ingen udsættelser.`,
    remedy: 'Tilføj udsættelserne, kontrollér stavemåden, eller udelad området.',
  }),
  'programme-twice': (d) => ({
    problem: `${d.area} findes to gange i tabellen med indsatser.`,
    remedy: 'Behold den ene række.',
  }),
  'programme-tenancies-missing': (d) => ({
    problem: `${d.area}: Tabellen med indsatser mangler antal lejemål, så indsatsens pris pr. 1.000 lejemål kan ikke beregnes.`,
    remedy: 'Skriv antallet af lejemål.',
  }),
  'hours-missing': (d) => ({
    problem: `${d.area}: Ugentlige forebyggelsestimer mangler, så indsatsens pris kan ikke beregnes.`,
    remedy: 'Skriv de timer, som de sociale viceværter bruger på at forebygge udsættelser.',
  }),
  'hours-negative': (d) => ({
    problem: `${d.area}: ${d.found} forebyggelsestimer om ugen er under 0.`,
    remedy: 'Ret antallet af timer.',
  }),
  'no-costs': () => ({
    problem: 'Der er ingen pris pr. udsættelse, så besparelsen kan ikke beregnes.',
    remedy:
      'Vælg publicerede bud eller skriv et tal i tilføjelsesprogrammets rude i Excel, eller angiv en tabel med kolonnerne kilde og kr. pr. udsættelse.',
  }),
  'cost-not-positive': (d) => ({
    problem: `${d.source}: ${d.found} kr. pr. udsættelse er ikke over 0.`,
    remedy: 'Ret beløbet, eller slet rækken.',
  }),
  'cost-twice': (d) => ({
    problem: `${d.source}: ${d.amount.toLocaleString('da')} kr. pr. udsættelse står der to gange og tæller dobbelt i gennemsnittet.`,
    remedy: 'Slet den ene række, hvis det er det samme skøn.',
  }),
  'option-unknown': (d) => ({
    problem: `Nøglen “${d.option}” kendes ikke.`,
    remedy: `Kendte nøgler: ${d.known}.`,
  }),
  'option-invalid': (d) => ({
    problem: `${d.option}: Forventede ${d.expected}, fandt ${d.found}.`,
    remedy: 'Ret værdien.',
  }),
  'option-unknown-area': (d) => ({
    problem: `${d.option}: Der er intet område “${d.area}”.`,
    remedy: 'Skriv navnet som i tabellen med indsatser.',
  }),
  'window-without-before': (d) => ({
    problem: `Vinduet begynder i hændelsesår ${d.from}: Tendensen kræver et år før år 0.`,
    remedy: 'Begynd i -1 eller tidligere.',
  }),
  'window-without-after': (d) => ({
    problem: `Vinduet slutter i hændelsesår ${d.to}: En effekt kræver et år efter starten.`,
    remedy: 'Slut i 1 eller senere.',
  }),
  'all-excluded': () => ({ problem: 'Alle områder er udeladt.', remedy: 'Behold mindst ét.' }),
  'first-year-zero': (d) => ({
    problem: `Der var ingen udsættelser i ${groupAreas[d.group]} i det første hændelsesår, så en årlig procent kan ikke beregnes.`,
    remedy: 'Vælg lineær tendens eller ingen, eller begynd vinduet i et andet år.',
  }),
  'no-events-year-0': (d) => ({
    problem: `Der var ingen udsættelser i ${groupAreas[d.group]} i år 0, så ingen andel af det niveau kan beregnes.`,
    remedy: 'Brug Poisson-estimatet, som samler alle år.',
  }),
  'linear-below-zero': (d) => ({
    problem: `Den rette linje for ${groupAreas[d.group]} når under 0 i hændelsesår ${d.eventYear}; derfra er der brugt 0.`,
    remedy: 'Vælg procentvis tendens eller ingen, hvis det ikke er rimeligt.',
  }),
};
