import type { Analysis, GroupRow, PeriodCounts } from '../incident/analysis.ts';
import groupData from './known-groups.yaml';
import { gatherKeys, maskKeys, maskNames } from './mask-names.ts';

/** Stands for every year group or group that is not a usual one: a free cell of the roll can hold anything. */
export const OTHER_GROUP = 'Other';
const KNOWN_GROUPS = groupData as Readonly<Record<string, readonly string[]>>;
const KNOWN_YEAR = /^(Nursery|Reception|Year \d{1,2}|P[1-7]|S[1-6]|Sixth Form|Not recorded)$/;

/** A year group as an edition may print it. */
export function maskYear(year: string): string {
  return KNOWN_YEAR.test(year) ? year : OTHER_GROUP;
}

/**
 * The analysis with names taken out of every word that comes from the school's files: places, categories, parts of
 * the day, terms, and year groups and groups that are not usual ones. The school's own name is kept.
 */
export function maskAnalysis(analysis: Analysis, names: readonly string[]): Analysis {
  const mask = (text: string): string => maskNames(text, names);
  const maskCounts = (counts: PeriodCounts): PeriodCounts => ({
    ...counts,
    places: maskKeys(counts.places, names),
    categories: maskKeys(counts.categories, names),
    year_groups: gatherKeys(counts.year_groups, maskYear),
    year_group_pupils: gatherKeys(counts.year_group_pupils, maskYear),
    weekday_period: Object.fromEntries(
      Object.entries(counts.weekday_period).map(([day, row]) => [day, maskKeys(row, names)]),
    ),
  });
  const named = <T extends { readonly name: string } | null>(period: T): T =>
    period === null ? period : { ...period, name: mask(period.name) };
  const { meta, comparisons } = analysis;
  return {
    ...analysis,
    meta: {
      ...meta,
      period: named(meta.period),
      previous: named(meta.previous),
      last_year: named(meta.last_year),
      // Our own words, but for the name of the term that one of them repeats.
      assumptions: meta.assumptions.map((assumption) =>
        maskNames(assumption.replaceAll(meta.period.name, mask(meta.period.name)), []),
      ),
    },
    counts: maskCounts(analysis.counts),
    comparisons: {
      previous: comparisons.previous && maskCounts(comparisons.previous),
      last_year: comparisons.last_year && maskCounts(comparisons.last_year),
    },
    other_terms: Object.fromEntries(
      Object.entries(analysis.other_terms).map(([name, counts]) => [mask(name), maskCounts(counts)]),
    ),
    weeks: analysis.weeks.map((week) => ({ ...week, term: mask(week.term) })),
    groups: maskGroups(analysis.groups),
  };
}

function maskGroups(groups: readonly GroupRow[]): GroupRow[] {
  const rows = new Map<string, GroupRow>();
  for (const [at, row] of groups.entries()) {
    const group = at === 0 ? row.group : maskGroup(row);
    const id = `${row.characteristic}|${group}`;
    const there = rows.get(id);
    rows.set(id, there === undefined ? { ...row, group } : addRows(there, row));
  }
  return [...rows.values()];
}

/** A group as an edition may print it. */
export function maskGroup({ characteristic, group }: Pick<GroupRow, 'characteristic' | 'group'>): string {
  if (group === 'Not recorded') return group;
  if (characteristic === 'Year group') return maskYear(group);
  return KNOWN_GROUPS[characteristic]?.includes(group) === true ? group : OTHER_GROUP;
}

/** Counts of two rows together; their rates cannot be added, and no edition gives `Other` one. */
function addRows(one: GroupRow, other: GroupRow): GroupRow {
  return {
    ...one,
    on_roll: one.on_roll + other.on_roll,
    pupils: one.pupils + other.pupils,
    involvements: one.involvements + other.involvements,
    ratio: null,
    ratio_interval: null,
    stands_out: false,
  };
}
