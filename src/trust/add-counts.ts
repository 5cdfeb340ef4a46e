import type { PeriodCounts } from '../incident/analysis.ts';
import { compareText } from '../incident/compare-text.ts';
import type { ExclusionCell, ExclusionCounts, ForceCounts, GroupSide } from '../incident/school-counts.ts';
import type {
  PupilsOfReturns,
  TrustDuty,
  TrustExclusions,
  TrustForce,
  TrustQuality,
} from '../incident/trust-analysis.ts';
import { WEEKDAYS } from '../incident/weekdays.ts';

type Table = Readonly<Record<string, number>>;

/** The sum of tables, key by key, in the order in which keys are first met. */
export function addTables(tables: readonly Table[]): Record<string, number> {
  const sums = new Map<string, number>();
  for (const table of tables) {
    for (const [key, count] of Object.entries(table)) sums.set(key, (sums.get(key) ?? 0) + count);
  }
  return Object.fromEntries(sums);
}

/** The same, most frequent first and then by name: for keys that schools typed. */
function addNamed(tables: readonly Table[]): Record<string, number> {
  return Object.fromEntries(
    Object.entries(addTables(tables)).sort(([a, x], [b, y]) => y - x || compareText(a, b)),
  );
}

function sumOf<T>(items: readonly T[], value: (item: T) => number): number {
  return items.reduce((sum, item) => sum + value(item), 0);
}

function addFields<K extends string>(items: readonly Readonly<Record<K, number>>[], keys: readonly K[]) {
  return Object.fromEntries(keys.map((key) => [key, sumOf(items, (item) => item[key])])) as Record<K, number>;
}

/** The exact sum of counts at every path; paths that one of them lacks count as 0 there. */
export function addCounts(all: readonly PeriodCounts[]): PeriodCounts {
  const band = (name: keyof PeriodCounts['bands']) =>
    addFields(
      all.map(({ bands }) => bands[name]),
      ['pupils', 'involvements'],
    );
  const days = WEEKDAYS.filter((day) => all.some(({ weekday_period }) => weekday_period[day] !== undefined));
  return {
    ...addFields(all, ['incidents', 'involvements', 'pupils', 'school_days']),
    records: addFields(
      all.map(({ records }) => records),
      ['behaviour', 'positive', 'safeguarding', 'accident', 'uncategorised'],
    ),
    labels: addTables(all.map(({ labels }) => labels)),
    families: addTables(all.map(({ families }) => families)),
    categories: addNamed(all.map(({ categories }) => categories)),
    places: addNamed(all.map(({ places }) => places)),
    weekday_period: Object.fromEntries(
      days.map((day) => [day, addTables(all.map(({ weekday_period }) => weekday_period[day] ?? {}))]),
    ),
    year_groups: addNamed(all.map(({ year_groups }) => year_groups)),
    year_group_pupils: addNamed(all.map(({ year_group_pupils }) => year_group_pupils)),
    harmed_or_witness: sumOf(all, ({ harmed_or_witness }) => harmed_or_witness),
    bands: { one: band('one'), two_to_five: band('two_to_five'), six_or_more: band('six_or_more') },
  };
}

/**
 * What is added up: returns of one school, which may be about the same pupils; returns of one school and school year, each
 * made of a record that holds the days of those before it; or schools.
 */
type Over = 'terms' | 'year' | 'schools';
type Pupils = Pick<PupilsOfReturns, 'pupils' | 'pupils_again'> & Partial<PupilsOfReturns>;

/** Pupils of one school over several terms are known only where all terms but one have none. */
function addPupils(all: readonly Pupils[], over: Over): PupilsOfReturns {
  const least = all.map(({ pupils, pupils_at_least }) => pupils_at_least ?? pupils ?? 0);
  const isTold = over === 'schools' || least.filter((count) => count > 0).length < 2;
  const sum = (key: 'pupils' | 'pupils_again'): number | null =>
    isTold && all.every((one) => one[key] !== null) ? sumOf(all, (one) => one[key] ?? 0) : null;
  return {
    pupils: sum('pupils'),
    pupils_again: sum('pupils_again'),
    pupils_at_least: isTold ? sumOf(least, (count) => count) : Math.max(...least),
  };
}

/** Whether each suspension is its pupil's first of the school year: nobody is in two terms then. */
function isEachFirst({ cells }: Pick<ExclusionCounts, 'cells'>): boolean {
  return cells.every(({ type, turn }) => type !== 'suspension' || turn === 'first');
}

/** The sum of exclusions; the source is the list only where all have one. */
export function addExclusions(
  all: readonly (ExclusionCounts | TrustExclusions)[],
  over: Over,
): TrustExclusions {
  const cells = new Map<string, ExclusionCell>();
  for (const cell of all.flatMap(({ cells }) => cells)) {
    const key = [cell.type, cell.reason, cell.length, cell.turn, cell.purpose].join('|');
    cells.set(key, { ...cell, count: (cells.get(key)?.count ?? 0) + cell.count });
  }
  return {
    source: all.length > 0 && all.every(({ source }) => source === 'list') ? 'list' : 'records',
    ...addFields(all, ['suspensions', 'permanent', 'internal', 'days', 'days_known']),
    ...addPupils(all, over === 'year' && all.every(isEachFirst) ? 'schools' : over),
    cells: [...cells].sort(([a], [b]) => compareText(a, b)).map(([, cell]) => cell),
  };
}

/** The sum of uses of force. */
export function addForce(all: readonly (ForceCounts | TrustForce)[], over: Over): TrustForce {
  return {
    ...addFields(all, ['incidents', 'with_recorded_date', 'same_day', 'parents_told']),
    ...addPupils(all, over),
  };
}

/** The sum of duties by their id, in order of id. */
export function addDuties(all: readonly (readonly TrustDuty[])[]): TrustDuty[] {
  const byId = new Map<string, TrustDuty[]>();
  for (const one of all.flat()) byId.set(one.duty, [...(byId.get(one.duty) ?? []), one]);
  return [...byId]
    .sort(([a], [b]) => compareText(a, b))
    .map(([duty, rows]) => ({ duty, ...addFields(rows, ['cases', 'met', 'not_met', 'not_evidenced']) }));
}

/** The sum of the quality of records. Categories without a meaning and pupils not on roll are met in each anew. */
export function addQuality(all: readonly TrustQuality[]): TrustQuality {
  return {
    ...addFields(all, [
      'incidents',
      'with_time',
      'with_place',
      'with_category',
      'with_narrative',
      'with_action',
      'with_recorded_date',
      'same_day',
      'late',
      'school_days',
      'days_without_entries',
      'to_review',
      'unmapped_incidents',
      'rejected_rows',
      'data_records',
    ]),
    unmapped_categories: Math.max(0, ...all.map(({ unmapped_categories }) => unmapped_categories)),
    pupils_not_on_roll: all.some(({ pupils_not_on_roll }) => pupils_not_on_roll === null)
      ? null
      : sumOf(all, ({ pupils_not_on_roll }) => pupils_not_on_roll ?? 0),
  };
}

/** The sum of one side of a comparison of groups; how unevenly it falls on pupils, weighted by incidents. */
export function addSides(all: readonly GroupSide[]): GroupSide {
  const involvements = sumOf(all, (side) => side.involvements);
  const weighted = sumOf(all, (side) => side.clustering * side.involvements);
  return {
    on_roll: Math.max(0, ...all.map((side) => side.on_roll)),
    pupils: sumOf(all, (side) => side.pupils),
    involvements,
    pupil_days: sumOf(all, (side) => side.pupil_days),
    clustering: involvements > 0 ? weighted / involvements : 1,
  };
}
