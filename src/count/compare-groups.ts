import type { GroupRow } from '../incident/analysis.ts';
import { compareText } from '../incident/compare-text.ts';
import { benjaminiHochberg } from '../statistics/benjamini-hochberg.ts';
import { groupRows } from '../table/group-rows.ts';
import { type ClusteredRate, clusteredRate, clusteredRatio } from './clustered-rate.ts';
import { exposeRoll, type GroupInput, type PupilOnRoll } from './expose-roll.ts';
import { type GroupCharacteristic, groupOf, readCharacteristics } from './group-of.ts';
import { shuffleGroups } from './shuffle-groups.ts';

/** Pupils on roll, and pupils with incidents, that a group and all others must each have to be compared. */
const MIN_PUPILS = 10;
/** Characteristic and group of the first row, which is everyone on roll. */
const ALL_PUPILS = 'All pupils';
/** Rates are per 100 pupils per school week of five days. */
const PER_100_PUPIL_WEEKS = 500;

/**
 * Each group of the roll against all other pupils of the same characteristic: rates per 100 pupils per school week,
 * with exposure in pupil-days on roll and intervals that allow for repeats by one pupil. Parts as harmed or witness
 * are left out. A ratio is given only when the group and the others each have ten pupils on roll and ten with an
 * incident (detection.md 8). Characteristics that the roll never records are left out.
 */
export async function compareGroups(input: GroupInput): Promise<{ rows: GroupRow[]; notOnRoll: number }> {
  const { onRoll, notOnRoll } = exposeRoll(input);
  const all = compareGroup(ALL_PUPILS, ALL_PUPILS, onRoll, []);
  const rows: GroupRow[] = [];
  const chances = new Map<string, number>();
  const characteristics = readCharacteristics();
  for (const characteristic of characteristics) {
    rows.push(...(await compareCharacteristic(characteristic, onRoll)));
  }
  const groupings = characteristics.map((characteristic) =>
    onRoll.map(({ entry }) => groupOf(characteristic, entry)),
  );
  for (const [at, ofGroups] of shuffleGroups(onRoll, groupings).entries()) {
    for (const [group, p] of ofGroups) {
      chances.set(keyOf({ characteristic: characteristics[at]?.title ?? '', group }), p);
    }
  }
  return { rows: onRoll.length === 0 ? [] : markStandingOut([all, ...rows], chances), notOnRoll };
}

async function compareCharacteristic(
  characteristic: GroupCharacteristic,
  onRoll: readonly PupilOnRoll[],
): Promise<GroupRow[]> {
  const table = onRoll.map((pupil, at) => ({ group: groupOf(characteristic, pupil.entry), at }));
  const groups = await groupRows(table, ['group']);
  if (groups.length < 2) return [];
  return groups
    .sort(
      (a, b) =>
        groupRank(a.first.group) - groupRank(b.first.group) || compareText(a.first.group, b.first.group),
    )
    .map(({ first, rows }) => {
      const inGroup = new Set(rows.map(({ at }) => at));
      const members = onRoll.filter((_, at) => inGroup.has(at));
      const others = onRoll.filter((_, at) => !inGroup.has(at));
      return compareGroup(characteristic.title, first.group, members, others);
    });
}

/** Years in the order of school life, then by name, with `Not recorded` last. */
function groupRank(group: string): number {
  if (group === 'Not recorded') return 1000;
  if (group === 'Nursery') return -2;
  if (group === 'Reception') return -1;
  return Number(/^Year (\d+)$/.exec(group)?.[1] ?? 100);
}

function compareGroup(
  characteristic: string,
  group: string,
  members: readonly PupilOnRoll[],
  others: readonly PupilOnRoll[],
): GroupRow {
  const own = clusteredRate(members);
  const rest = clusteredRate(others);
  const withIncident = (list: readonly PupilOnRoll[]): number => list.filter(({ count }) => count > 0).length;
  const pupils = withIncident(members);
  const enough = [members.length, others.length, pupils, withIncident(others)].every((n) => n >= MIN_PUPILS);
  const compared = enough && group !== 'Not recorded' ? clusteredRatio(own, rest) : null;
  return {
    characteristic,
    group,
    on_roll: members.length,
    pupils,
    involvements: own.count,
    rate: own.rate * PER_100_PUPIL_WEEKS,
    rate_interval: scaled(own),
    ratio: compared?.ratio ?? null,
    ratio_interval: compared?.interval ?? null,
    stands_out: false,
  };
}

/** Of the groups said to stand out, at most this share may do so by chance: a false word about a group does harm. */
const MAX_FALSE_GROUPS = 0.05;

/** Rows that differ from all others by the shuffle test, with false alarms over all groups compared held down. */
function markStandingOut(rows: readonly GroupRow[], chances: ReadonlyMap<string, number>): GroupRow[] {
  const tested = rows.filter(({ ratio }) => ratio !== null);
  const q = benjaminiHochberg(tested.map((row) => chances.get(keyOf(row)) ?? 1));
  const outstanding = new Set(tested.filter((_, i) => (q[i] ?? 1) <= MAX_FALSE_GROUPS));
  return rows.map((row) => (outstanding.has(row) ? { ...row, stands_out: true } : row));
}

function keyOf({ characteristic, group }: Pick<GroupRow, 'characteristic' | 'group'>): string {
  return `${characteristic}|${group}`;
}

function scaled({ interval: [low, high] }: ClusteredRate): readonly [number, number] {
  return [low * PER_100_PUPIL_WEEKS, high * PER_100_PUPIL_WEEKS];
}
