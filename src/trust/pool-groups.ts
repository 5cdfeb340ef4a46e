import type { PooledGroup, SchoolGroup, TrustSchool } from '../incident/trust-analysis.ts';
import { benjaminiHochberg } from '../statistics/benjamini-hochberg.ts';
import { poolRatios } from './pool-ratios.ts';
import { readTrustThresholds } from './read-trust-thresholds.ts';

const NOT_RECORDED = 'Not recorded';
/** A false word about a group does harm: at most this share of the groups said to stand out may be chance. */
const MAX_FALSE_GROUPS = 0.05;
const WIDTH = 1.959964;

interface OfSchool {
  readonly school: string;
  readonly ratio: number;
  readonly variance: number;
}

/**
 * Each group of pupils against all others of the same school, pooled over schools: a school too small to compare by
 * itself still adds what it knows. A school is taken in by its numbers on roll and by what would be expected of the
 * group, never by what was found. Year groups are left out: schools have different ones.
 */
export function poolGroups(schools: readonly TrustSchool[]): PooledGroup[] {
  const rows = new Map<string, { readonly school: string; readonly row: SchoolGroup }[]>();
  for (const { school, groups } of schools) {
    for (const row of groups) {
      if (row.characteristic === 'Year group' || row.group === NOT_RECORDED) continue;
      const key = `${row.characteristic}|${row.group}`;
      rows.set(key, [...(rows.get(key) ?? []), { school, row }]);
    }
  }
  const pooled = [...rows.values()].map(poolGroup);
  const tested = pooled.filter((one) => one.pooled !== null);
  const q = benjaminiHochberg(tested.map((one) => one.pooled?.p ?? 1));
  const qOf = new Map(tested.map((one, at) => [one, q[at] ?? 1]));
  return pooled.map((one) => {
    const own = qOf.get(one);
    if (one.pooled === null || own === undefined) return one;
    return { ...one, pooled: { ...one.pooled, q: own }, stands_out: own <= MAX_FALSE_GROUPS };
  });
}

function poolGroup(all: readonly { readonly school: string; readonly row: SchoolGroup }[]): PooledGroup {
  const sum = (value: (row: SchoolGroup) => number): number =>
    all.reduce((total, { row }) => total + value(row), 0);
  const compared = all.flatMap(({ school, row }) => compareSides(school, row));
  const [first] = all;
  return {
    characteristic: first?.row.characteristic ?? '',
    group: first?.row.group ?? '',
    on_roll: sum((row) => row.on_roll),
    pupils: sum((row) => row.pupils),
    involvements: sum((row) => row.involvements),
    pooled: poolRatios(compared),
    stands_out: false,
    schools: compared.map(({ school, ratio, variance }) => ({
      school,
      ratio,
      interval: [
        ratio * Math.exp(-WIDTH * Math.sqrt(variance)),
        ratio * Math.exp(WIDTH * Math.sqrt(variance)),
      ],
    })),
  };
}

/** Half an incident on each side, so that a group with none still counts. */
function compareSides(school: string, { others, ...own }: SchoolGroup): OfSchool[] {
  const limits = readTrustThresholds();
  const days = own.pupil_days + others.pupil_days;
  if (days <= 0 || own.on_roll < limits.group_pupils || others.on_roll < limits.group_pupils) return [];
  const rate = (own.involvements + others.involvements) / days;
  const expected = Math.min(own.pupil_days, others.pupil_days) * rate;
  if (expected < limits.group_expected) return [];
  const ratio = (own.involvements + 0.5) / own.pupil_days / ((others.involvements + 0.5) / others.pupil_days);
  // How unevenly incidents fall on pupils is taken from both sides: a small group alone cannot tell.
  const uneven =
    (own.clustering * own.involvements + others.clustering * others.involvements) /
    Math.max(1, own.involvements + others.involvements);
  const wide = Math.max(1, uneven);
  return [
    { school, ratio, variance: wide * (1 / (own.involvements + 0.5) + 1 / (others.involvements + 0.5)) },
  ];
}
