import { eventYear as eventYearOf, groupRates, linearLevel, yearsAfterStart } from '../stats';
import { alignStudy, tenanciesOf, type AlignedStudy } from './align';
import { finding, hasErrors, type Finding, type FindingDetails } from './finding';
import { comparable, type Place } from './grid';
import { missingYears } from './holes';
import { optionRules } from './option-rules';
import {
  eventYears,
  groups,
  includedProgrammes,
  type EvictionCount,
  type Group,
  type Programme,
  type Study,
  type StudyOptions,
} from './study';

/** A rise or fall in tenancies from one year to the next that deserves a second look. */
const jumpShare = 0.3;

/**
 * Every rule that a study must satisfy, once, for pane, headless run and tests alike. Errors stop the study;
 * warnings and notes travel with it. Findings stand in the order in which the tables were read.
 */
export function checkStudy(study: Study): Finding[] {
  const findings = [
    ...checkChoices(study),
    ...checkNames(study),
    ...checkCounts(study),
    ...checkProgrammes(study),
    ...checkControls(study),
    ...checkPooledTenancies(study),
    ...checkCosts(study),
  ];
  if (hasErrors(findings)) return findings;
  const aligned = checkAlignment(study);
  return [...findings, ...aligned, ...(hasErrors(aligned) ? [] : checkRates(study))];
}

function checkChoices({ options, tables }: Study): Finding[] {
  const findings: Finding[] = [];
  if (options.from >= 0) findings.push(finding('error', 'window-without-before', { from: options.from }));
  if (options.to <= 0) findings.push(finding('error', 'window-without-after', { to: options.to }));
  findings.push(...checkOptions(options, findings.length > 0 ? ['from', 'to'] : []));
  const areas = new Set(tables.programmes.map((programme) => programme.area));
  for (const area of options.exclude) {
    if (!areas.has(area)) findings.push(finding('error', 'option-unknown-area', { option: 'exclude', area }));
    else if (tables.pooledTenancies.length > 0)
      findings.push(finding('error', 'pooled-cannot-exclude', { area }));
  }
  const excluded = new Set(options.exclude);
  if (areas.size > 0 && tables.programmes.every((programme) => excluded.has(programme.area))) {
    findings.push(finding('error', 'all-excluded', {}));
  }
  return findings;
}

/** Each choice against its rule, but for those that have been spoken of. */
function checkOptions(options: StudyOptions, spokenOf: readonly string[]): Finding[] {
  return Object.entries(optionRules).flatMap(([option, { field, expected, accepts }]): Finding[] => {
    if (field === 'weeklyHours' || spokenOf.includes(field) || accepts(options[field])) return [];
    return [finding('error', 'option-invalid', { option, expected, found: String(options[field]) })];
  });
}

/** Excel's limit is 255; a lookup adds a sign or two, and one for each that it would read as "anything". */
const longestName = 250;

/** Areas and organisations are looked up by formulas, and Excel looks up no longer text. */
function checkNames({ tables }: Study): Finding[] {
  const seen = new Set<string>();
  const findings: Finding[] = [];
  const check = (name: string, place: Place): void => {
    if (seen.has(name)) return;
    seen.add(name);
    if (name.length <= longestName / 2) return;
    const length = name.length + (name.match(/[*?~]/g)?.length ?? 0);
    if (length > longestName)
      findings.push(
        finding('error', 'name-too-long', { name: name.slice(0, 40), length, most: longestName }, place),
      );
  };
  for (const { area, place } of tables.programmes) check(area, place);
  for (const { area, organisation, place } of tables.counts) {
    check(area, place);
    check(organisation, place);
  }
  return findings;
}

function checkCounts({ tables }: Study): Finding[] {
  if (tables.counts.length === 0) return [finding('error', 'no-counts', {})];
  const findings: Finding[] = [];
  // By area, organisation and year; no text is made of them, for there may be 100,000.
  type Seen = Map<string, Map<string, Set<number>>>;
  const seen: Readonly<Record<Group, Seen>> = { intervention: new Map(), control: new Map() };
  for (const count of tables.counts) {
    const { area, group, organisation, year, evictions, tenancies, place } = count;
    if (evictions < 0)
      findings.push(finding('error', 'count-negative', { area, group, year, found: evictions }, place));
    else if (!Number.isInteger(evictions)) {
      findings.push(finding('error', 'count-fractional', { area, group, year, found: evictions }, place));
    }
    if (tenancies !== null) {
      const tenanciesPlace = count.tenanciesPlace ?? place;
      findings.push(...checkNumberOfTenancies(tenancies, { area, group, year }, tenanciesPlace));
      if (tenancies > 0 && evictions > tenancies) {
        const details = { area, group, year, evictions, tenancies };
        findings.push(finding('error', 'more-evictions-than-tenancies', details, place));
      }
    }
    const organisations = seen[group].get(area) ?? new Map<string, Set<number>>();
    seen[group].set(area, organisations);
    const years = organisations.get(organisation) ?? new Set();
    organisations.set(organisation, years);
    if (years.has(year)) findings.push(finding('error', 'year-twice', { area, group, year }, place));
    years.add(year);
  }
  return findings;
}

type AboutTenancies = Omit<FindingDetails['tenancies-not-positive'], 'found'>;

function checkNumberOfTenancies(found: number, about: AboutTenancies, place: Place): Finding[] {
  if (!(found > 0)) return [finding('error', 'tenancies-not-positive', { ...about, found }, place)];
  if (!Number.isInteger(found)) return [finding('error', 'tenancies-fractional', { ...about, found }, place)];
  return [];
}

function checkProgrammes(study: Study): Finding[] {
  const { programmes, counts } = study.tables;
  if (programmes.length === 0) return [finding('error', 'no-programmes', {})];
  const findings: Finding[] = [];
  const counted = new Set(counts.map((count) => count.area));
  const seen = new Set<string>();
  const included = new Set(includedProgrammes(study));
  for (const programme of programmes) {
    const { area, tenancies, controlTenancies, weeklyHours, place } = programme;
    if (seen.has(area)) findings.push(finding('error', 'programme-twice', { area }, place));
    seen.add(area);
    for (const number of [tenancies, controlTenancies]) {
      if (number !== null) findings.push(...checkNumberOfTenancies(number, { area }, place));
    }
    if (weeklyHours !== null && weeklyHours < 0) {
      findings.push(finding('error', 'hours-negative', { area, found: weeklyHours }, place));
    }
    if (!included.has(programme)) continue;
    if (!counted.has(area)) findings.push(finding('error', 'programme-without-counts', { area }, place));
    if (weeklyHours === null) findings.push(finding('warning', 'hours-missing', { area }, place));
    if (tenancies === null) findings.push(finding('warning', 'programme-tenancies-missing', { area }, place));
  }
  const known = new Set(programmes.map((programme) => programme.area));
  const reported = new Set<string>();
  for (const { area, place } of counts) {
    if (known.has(area) || reported.has(area)) continue;
    reported.add(area);
    findings.push(finding('error', 'area-without-programme', { area }, place));
  }
  return findings;
}

/** One organisation in one calendar year has one count, however many areas it is the control for. */
function checkControls(study: Study): Finding[] {
  const findings: Finding[] = [];
  /** By organisation: the areas that it is the control of, its first count of each year, and where the first stands. */
  interface Control {
    readonly areas: Set<string>;
    readonly counts: Map<number, EvictionCount>;
    readonly place: Place;
  }
  const controls = new Map<string, Control>();
  const included = new Set(includedProgrammes(study).map((programme) => programme.area));
  for (const count of study.tables.counts) {
    if (count.group !== 'control' || !included.has(count.area)) continue;
    const { organisation, year, evictions, area, place } = count;
    const control: Control = controls.get(organisation) ?? { areas: new Set(), counts: new Map(), place };
    controls.set(organisation, control);
    control.areas.add(area);
    const before = control.counts.get(year);
    if (!before) control.counts.set(year, count);
    else if (before.area !== area && before.evictions !== evictions) {
      findings.push(
        finding(
          'error',
          'control-differs',
          { organisation, year, first: before.evictions, other: evictions },
          place,
        ),
      );
    }
  }
  for (const [organisation, { areas, place }] of controls) {
    if (areas.size > 1)
      findings.push(finding('note', 'control-shared', { organisation, areas: [...areas] }, place));
  }
  const unnamed = [...controls.keys()].filter((organisation) =>
    controls.get(organisation)!.areas.has(organisation),
  );
  if (unnamed.length === 0) return findings;
  // A single area shares its control with none.
  const severity = included.size > 1 ? 'warning' : 'note';
  const { place } = controls.get(unnamed[0]!)!;
  return [...findings, finding(severity, 'control-unnamed', { areas: unnamed }, place)];
}

function checkPooledTenancies({ tables, options }: Study): Finding[] {
  if (tables.pooledTenancies.length === 0) return [];
  const findings: Finding[] = [];
  const seen = new Set<string>();
  for (const { eventYear, group, tenancies, place } of tables.pooledTenancies) {
    findings.push(...checkNumberOfTenancies(tenancies, { eventYear, group }, place));
    const key = `${group} ${eventYear}`;
    if (seen.has(key)) findings.push(finding('error', 'tenancies-twice', { eventYear, group }, place));
    seen.add(key);
  }
  for (const eventYear of eventYears(options)) {
    for (const group of groups) {
      if (!seen.has(`${group} ${eventYear}`))
        findings.push(finding('error', 'tenancies-missing', { eventYear, group }));
    }
  }
  return findings;
}

function checkCosts({ tables }: Study): Finding[] {
  if (tables.costs.length === 0) return [finding('warning', 'no-costs', {})];
  const seen = new Set<string>();
  return tables.costs.flatMap(({ source, amount, place }): Finding[] => {
    if (!(amount > 0)) return [finding('error', 'cost-not-positive', { source, found: amount }, place)];
    const key = JSON.stringify([comparable(source), amount]);
    if (seen.has(key)) return [finding('warning', 'cost-twice', { source, amount }, place)];
    seen.add(key);
    return [];
  });
}

/** Every included area needs both groups in every event year, and tenancies beside every count. */
function checkAlignment(study: Study): Finding[] {
  const byArea = new Map<string, EvictionCount[]>();
  for (const count of study.tables.counts) {
    const counts = byArea.get(count.area);
    if (counts) counts.push(count);
    else byArea.set(count.area, [count]);
  }
  const findings: Finding[] = [];
  const constant: string[] = [];
  const needsTenancies = study.tables.pooledTenancies.length === 0;
  for (const programme of includedProgrammes(study)) {
    const counts = byArea.get(programme.area) ?? [];
    findings.push(...checkHoles(study, programme, counts), ...checkYearsOfBoth(study, programme, counts));
    if (!needsTenancies) continue;
    findings.push(...checkTenancies(study, programme, counts));
    findings.push(...checkTenanciesPerOrganisation(study, programme, counts));
    if (counts.some((count) => count.tenancies === null)) constant.push(programme.area);
  }
  if (constant.length > 0) findings.push(finding('warning', 'tenancies-constant', { areas: constant }));
  return findings;
}

function checkHoles(study: Study, programme: Programme, counts: readonly EvictionCount[]): Finding[] {
  const { area } = programme;
  const findings: Finding[] = [];
  for (const group of groups) {
    const own = counts.filter((count) => count.group === group);
    const missing = missingYears(study.options, programme, own);
    if (missing === null) {
      findings.push(
        finding(
          'error',
          group === 'control' ? 'no-control' : 'no-intervention',
          { area },
          counts[0]?.place ?? programme.place,
        ),
      );
      continue;
    }
    if (missing.length === 0) continue;
    findings.push(finding('error', 'hole', { area, group, years: missing }, own[0]!.place));
  }
  return findings;
}

/** Years outside the window that only one group has: they are not used, and may be a year typed wrong. */
function checkYearsOfBoth(
  { options }: Study,
  programme: Programme,
  counts: readonly EvictionCount[],
): Finding[] {
  const { area, firstFullYear } = programme;
  const yearsOf = (group: Group): Set<number> =>
    new Set(counts.filter((count) => count.group === group).map(({ year }) => year));
  const years = { intervention: yearsOf('intervention'), control: yearsOf('control') };
  return groups.flatMap((group): Finding[] => {
    const other = years[group === 'control' ? 'intervention' : 'control'];
    const alone = [...years[group]].filter((year) => {
      const eventYear = eventYearOf(year, firstFullYear);
      return !other.has(year) && (eventYear < options.from || eventYear > options.to);
    });
    if (alone.length === 0 || other.size === 0) return [];
    const place = counts.find((count) => count.group === group && count.year === alone[0])?.place;
    return [
      finding('note', 'years-of-one-group', { area, group, years: alone.sort((a, b) => a - b) }, place),
    ];
  });
}

/** One number for the whole group cannot be given to each of its organisations. */
function checkTenanciesPerOrganisation(
  { options }: Study,
  programme: Programme,
  counts: readonly EvictionCount[],
): Finding[] {
  const { area, firstFullYear, place } = programme;
  const used = counts.filter(({ year }) => {
    const eventYear = eventYearOf(year, firstFullYear);
    return eventYear >= options.from && eventYear <= options.to;
  });
  return groups.flatMap((group): Finding[] => {
    const rows = used.filter((count) => count.group === group);
    const takesProgrammes = rows.some(
      (count) => count.tenancies === null && tenanciesOf(count, programme) !== null,
    );
    const organisations = new Set(rows.map(({ organisation }) => organisation));
    if (!takesProgrammes || organisations.size < 2) return [];
    return [finding('error', 'tenancies-per-organisation', { area, group }, place)];
  });
}

function organisationsOf(counts: readonly EvictionCount[], group: Group): ReadonlySet<string> {
  return new Set(counts.filter((count) => count.group === group).map(({ organisation }) => organisation));
}

function checkTenancies(study: Study, programme: Programme, counts: readonly EvictionCount[]): Finding[] {
  const { area, firstFullYear } = programme;
  const findings: Finding[] = [];
  const before = new Map<string, { year: number; tenancies: number }>();
  for (const count of [...counts].sort((a, b) => a.year - b.year)) {
    const { group, organisation, year, place } = count;
    const eventYear = eventYearOf(year, firstFullYear);
    if (eventYear < study.options.from || eventYear > study.options.to) continue;
    const tenancies = tenanciesOf(count, programme);
    if (tenancies === null) {
      const organisations = organisationsOf(counts, group).size;
      findings.push(finding('error', 'tenancies-missing', { area, group, year, organisations }, place));
      continue;
    }
    const key = `${group} ${organisation}`;
    const last = before.get(key);
    const rise = last ? tenancies - last.tenancies : 0;
    if (last && Math.abs(rise) > jumpShare * last.tenancies) {
      const share = rise / last.tenancies;
      findings.push(
        finding('warning', 'tenancies-jump', { area, group, year, percent: Math.round(100 * share) }, place),
      );
    }
    before.set(key, { year, tenancies });
  }
  return findings;
}

/** What makes an effect impossible or odd although every number is in place. */
function checkRates(study: Study): Finding[] {
  const aligned = alignStudy(study);
  const zero = -study.options.from;
  const findings: Finding[] = [];
  for (const group of groups) {
    const { evictions } = aligned[group];
    if (evictions[zero] === 0) findings.push(finding('warning', 'no-events-year-0', { group }));
    else if (evictions[0] === 0 && study.options.trend === 'compound') {
      findings.push(finding('warning', 'first-year-zero', { group }));
    }
  }
  return study.options.trend === 'linear' ? [...findings, ...checkLine(aligned)] : findings;
}

/** A straight line that leads below 0 is taken as 0; the first such year is named. */
function checkLine(aligned: AlignedStudy): Finding[] {
  const { eventYears: years, interventionRates, controlRates } = groupRates(aligned);
  return groups.flatMap((group) => {
    const rates = group === 'intervention' ? interventionRates : controlRates;
    const eventYear = yearsAfterStart(years).find((year) => linearLevel(years, rates, year) < 0);
    return eventYear === undefined ? [] : [finding('warning', 'linear-below-zero', { group, eventYear })];
  });
}
