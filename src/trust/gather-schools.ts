import { daysBetween } from '../calendar/iso-date.ts';
import { statutoryYearOf } from '../calendar/statutory-terms.ts';
import { measureCount, readHeadlineMeasures } from '../count/headline-measures.ts';
import { TermwiseError } from '../errors.ts';
import type { PeriodCounts } from '../incident/analysis.ts';
import { compareText } from '../incident/compare-text.ts';
import type { IsoDate } from '../incident/incident.ts';
import { keyOfSchool } from '../incident/key-of-school.ts';
import type { HalfTermCount } from '../incident/school-counts.ts';
import type { SchoolGroup, SchoolRate, TrustSchool, TrustWeek } from '../incident/trust-analysis.ts';
import { countInterval } from '../statistics/count-interval.ts';
import {
  addCounts,
  addDuties,
  addExclusions,
  addForce,
  addQuality,
  addSides,
  addTables,
} from './add-counts.ts';
import { commonTermOf, nameCommonTerm } from './common-term.ts';
import type { SchoolReturn } from './school-return.ts';

/** Takes returns one by one, then gives the schools by name. */
export interface SchoolGatherer {
  /** Throws a TermwiseError when a return does not fit those before it; `file` is named then. */
  readonly add: (made: SchoolReturn, file: string) => void;
  readonly finish: () => readonly TrustSchool[];
}

interface Taken {
  readonly made: SchoolReturn;
  readonly file: string;
}

/** Opens the gathering of a trust's returns, in any order: what comes out does not depend on it. */
export function gatherSchools(): SchoolGatherer {
  const schools = new Map<string, Taken[]>();
  let first: Taken | undefined;
  return {
    add: (made, file) => {
      first ??= { made, file };
      refuseOtherTaxonomy({ made, file }, first);
      const key = keyOfSchool(made.school);
      const taken = schools.get(key) ?? [];
      for (const other of taken) refuseOverlap({ made, file }, other);
      schools.set(key, [...taken, { made, file }]);
    },
    finish: () =>
      [...schools]
        .sort(([a], [b]) => compareText(a, b))
        .map(([, taken]) =>
          addReturns(taken.map(({ made }) => made).sort((a, b) => compareText(a.period.from, b.period.from))),
        ),
  };
}

function refuseOtherTaxonomy({ made, file }: Taken, first: Taken): void {
  if (made.taxonomy_version === first.made.taxonomy_version) return;
  throw new TermwiseError(
    'file/return',
    `${file}: ${made.school} counted by taxonomy ${made.taxonomy_version}, and ${first.file} (${first.made.school}) by ${first.made.taxonomy_version}: their labels do not mean the same`,
    'Make all returns with the same version of Termwise, then collate them.',
  );
}

function refuseOverlap({ made, file }: Taken, other: Taken): void {
  const [a, b] = [made.period, other.made.period];
  if (a.from > b.to || b.from > a.to) return;
  const same = a.from === b.from && a.to === b.to;
  throw new TermwiseError(
    'file/return',
    same
      ? `${file}: ${made.school} has handed in ${a.name} (${a.from} to ${a.to}) twice; ${other.file} is the same days`
      : `${file}: the days of ${made.school} (${a.from} to ${a.to}) overlap those of ${other.file} (${b.from} to ${b.to}), and would be counted twice`,
    'Leave one of the two out.',
  );
}

function addReturns(made: readonly SchoolReturn[]): TrustSchool {
  const latest = made.at(-1);
  if (latest === undefined) throw new RangeError('a school without returns');
  const counts = addCounts(made.map((one) => one.counts as PeriodCounts));
  const pupilDays = made.some(({ pupil_days }) => pupil_days === null)
    ? null
    : made.reduce((sum, { pupil_days }) => sum + (pupil_days ?? 0), 0);
  const clustering = meanClustering(made);
  return {
    school: latest.school,
    phase: latest.phase,
    nation: latest.nation,
    returns: made.map(({ period, ...one }) => ({
      period: period.name,
      from: period.from,
      to: period.to,
      school_days: period.school_days,
      terms_in_year: one.calendar.source === 'assumed' ? 0 : one.calendar.terms_in_year,
      profile: one.profile,
      termwise: one.termwise,
      as_at: one.as_at,
      signature: one.signature,
    })),
    terms: listTerms(made).map(nameCommonTerm),
    school_days: counts.school_days,
    roll: meanRoll(made),
    pupil_days: pupilDays,
    counts,
    place_kinds: addTables(made.map(({ place_kinds }) => place_kinds)),
    time_kinds: addTables(made.map(({ time_kinds }) => time_kinds)),
    rates: rateMeasures(counts, pupilDays, clustering),
    weeks: joinWeeks(made),
    half_terms: joinHalfTerms(made),
    groups: joinGroups(made),
    exclusions: addExclusions(
      made.map(({ exclusions }) => exclusions),
      isOneRecord(made) ? 'year' : 'terms',
    ),
    force: addForce(
      made.map(({ force }) => force),
      'terms',
    ),
    duties: addDuties(made.map(({ duties }) => duties)),
    quality: addQuality(made.map(({ quality }) => quality)),
    clustering,
    dispersion: Object.fromEntries(
      readHeadlineMeasures().map(({ code }) => [
        code,
        Math.max(1, ...made.map(({ dispersion }) => dispersion[code] ?? 1)),
      ]),
    ),
  };
}

/**
 * Whether returns, oldest first, are of one school year and each made of a record that reaches back to the first: a pupil's
 * second suspension is known for one in each then. How far a list of another system reaches back is not told.
 */
function isOneRecord(made: readonly SchoolReturn[]): boolean {
  const [first, last] = [made[0], made.at(-1)];
  if (first === undefined || last === undefined) return false;
  const from = first.period.from;
  return (
    statutoryYearOf(from).name === statutoryYearOf(last.period.to).name &&
    made.every(
      ({ data_range: [start], exclusions }) =>
        exclusions.source === 'records' && (start <= from || start === first.data_range[0]),
    )
  );
}

/** Numbers of the common terms that returns cover: by the half-terms in them, else by the days themselves. */
function listTerms(made: readonly SchoolReturn[]): readonly number[] {
  const terms = made.flatMap(({ period, half_terms }) => {
    const inside = half_terms.filter(({ from, to }) => isMostlyIn(from, to, period));
    return inside.length > 0
      ? inside.map(({ from, to }) => commonTermOf(from, to))
      : [commonTermOf(period.from, period.to)];
  });
  return [...new Set(terms)].sort((a, b) => a - b);
}

/** Whether most days of a half-term lie in a period. */
function isMostlyIn(from: IsoDate, to: IsoDate, period: SchoolReturn['period']): boolean {
  const first = from > period.from ? from : period.from;
  const last = to < period.to ? to : period.to;
  return 2 * (daysBetween(first, last) + 1) > daysBetween(from, to) + 1;
}

function meanRoll(made: readonly SchoolReturn[]): number | null {
  if (made.some(({ roll }) => roll === null)) return null;
  const days = made.reduce((sum, { period }) => sum + period.school_days, 0);
  const weighted = made.reduce((sum, { roll, period }) => sum + (roll ?? 0) * period.school_days, 0);
  return days > 0 ? weighted / days : (made.at(-1)?.roll ?? null);
}

function meanClustering(made: readonly SchoolReturn[]): Record<string, number> {
  return Object.fromEntries(
    readHeadlineMeasures().map((measure) => {
      const weights = made.map(({ counts }) => measureCount(measure, counts as PeriodCounts));
      const all = weights.reduce((sum, count) => sum + count, 0);
      const sum = made.reduce(
        (total, { clustering }, at) => total + (clustering[measure.code] ?? 1) * (weights[at] ?? 0),
        0,
      );
      return [measure.code, all > 0 ? Math.max(1, sum / all) : 1];
    }),
  );
}

function rateMeasures(
  counts: PeriodCounts,
  pupilDays: number | null,
  clustering: Readonly<Record<string, number>>,
): SchoolRate[] {
  return readHeadlineMeasures().map((measure) => {
    const count = measureCount(measure, counts);
    const { code, title } = measure;
    if (pupilDays === null || pupilDays <= 0) return { code, title, count, rate: null, interval: null };
    const wide = clustering[code] ?? 1;
    const [low, high] = countInterval(count / wide);
    const per100 = 100 / pupilDays;
    return {
      code,
      title,
      count,
      rate: count * per100,
      interval: [low * wide * per100, high * wide * per100],
    };
  });
}

function joinWeeks(made: readonly SchoolReturn[]): TrustWeek[] {
  const weeks = new Map<string, TrustWeek>();
  for (const [week, school_days, incidents, roll] of made.flatMap((one) => one.weeks)) {
    const known = weeks.get(week);
    if (known === undefined || incidents > known.incidents) {
      weeks.set(week, { week, school_days, incidents, roll });
    }
  }
  return [...weeks.values()].sort((a, b) => compareText(a.week, b.week));
}

/** Half-terms of all returns, each from the one that knows most of it. */
function joinHalfTerms(made: readonly SchoolReturn[]): HalfTermCount[] {
  const halves = new Map<string, HalfTermCount>();
  for (const half of made.flatMap(({ half_terms }) => half_terms)) {
    const known = halves.get(half.from);
    if (known === undefined || half.school_days >= known.school_days) halves.set(half.from, half);
  }
  return [...halves.values()].sort((a, b) => compareText(a.from, b.from));
}

function joinGroups(made: readonly SchoolReturn[]): SchoolGroup[] {
  const rows = new Map<string, SchoolReturn['groups'][number][]>();
  for (const row of made.flatMap(({ groups }) => groups)) {
    const key = `${row.characteristic}|${row.group}`;
    rows.set(key, [...(rows.get(key) ?? []), row]);
  }
  return [...rows.values()].flatMap((all) => {
    const [one] = all;
    if (one === undefined) return [];
    return {
      characteristic: one.characteristic,
      group: one.group,
      ...addSides(all),
      others: addSides(all.map(({ others }) => others)),
    };
  });
}
