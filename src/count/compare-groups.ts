import { countSchoolDays } from '../calendar/find-term.ts';
import type { SchoolCalendar } from '../calendar/school-calendar.ts';
import type { GroupRow } from '../incident/analysis.ts';
import type { Pupil, PupilKey } from '../incident/incident.ts';
import { isBehaviourIncident, type LabelledIncident } from '../incident/labelled-incident.ts';
import type { ReportPeriod } from '../incident/period.ts';
import type { RollEntry } from '../incident/roll.ts';
import { benjaminiHochberg } from '../statistics/benjamini-hochberg.ts';
import { incompleteGammaUpper } from '../statistics/special-functions/incomplete-gamma.ts';
import { groupRows } from '../table/group-rows.ts';
import { type ClusteredRate, clusteredRate, clusteredRatio } from './clustered-rate.ts';
import { MAX_FALSE_DISCOVERIES } from './compare-headline.ts';
import { compareText } from './count-by.ts';
import { eachInvolvement, takePeriod } from './count-period.ts';
import { type GroupCharacteristic, groupOf, readCharacteristics } from './group-of.ts';
import { entryDates, isOnRoll, matchRoll } from './match-roll.ts';

/** Pupils on roll, and pupils with incidents, that a group and all others must each have to be compared. */
export const MIN_PUPILS = 10;
/** Characteristic and group of the first row, which is everyone on roll. */
export const ALL_PUPILS = 'All pupils';
/** Rates are per 100 pupils per school week of five days. */
const PER_100_PUPIL_WEEKS = 500;

/** What the comparison of groups is made from. */
export interface GroupInput {
  readonly labelled: readonly LabelledIncident[];
  readonly pupils: ReadonlyMap<PupilKey, Pupil>;
  readonly roll: readonly RollEntry[];
  readonly calendar: SchoolCalendar;
  readonly period: ReportPeriod;
}

interface PupilOnRoll {
  readonly entry: RollEntry;
  readonly days: number;
  count: number;
}

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
  for (const characteristic of readCharacteristics()) {
    rows.push(...(await compareCharacteristic(characteristic, onRoll)));
  }
  return { rows: onRoll.length === 0 ? [] : markStandingOut([all, ...rows]), notOnRoll };
}

function exposeRoll({ labelled, pupils, roll, calendar, period }: GroupInput) {
  const entries = roll.filter((entry) => isOnRoll(entry, period.from, period.to));
  const exposed = new Map<RollEntry, PupilOnRoll>();
  for (const entry of entries) {
    const [first, last] = entryDates(entry);
    const from = first > period.from ? first : period.from;
    const days = countSchoolDays(calendar, from, last < period.to ? last : period.to);
    if (days > 0) exposed.set(entry, { entry, days, count: 0 });
  }
  const matched = matchRoll(pupils.values(), [...exposed.keys()]);
  const missing = new Set<PupilKey>();
  for (const each of takePeriod(labelled, period)) {
    if (!isBehaviourIncident(each.incident)) continue;
    for (const { pupil, role } of eachInvolvement(each)) {
      const entry = matched.get(pupil);
      if (entry === undefined) missing.add(pupil);
      const place = entry === undefined ? undefined : exposed.get(entry);
      if (place !== undefined && role !== 'harmed' && role !== 'witness') place.count += 1;
    }
  }
  return { onRoll: [...exposed.values()], notOnRoll: missing.size };
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

/** With a score of groups compared, one interval in twenty misses 1 by chance: false alarms are held to one in ten. */
function markStandingOut(rows: readonly GroupRow[]): GroupRow[] {
  const chance = rows.map(({ ratio, ratio_interval }) => {
    const [low, high] = ratio_interval ?? [0, null];
    if (ratio === null || low <= 0 || high === null) return null;
    const z = (Math.log(ratio) * 2 * 1.959964) / Math.log(high / low);
    return Math.min(1, 2 * normalUpperTail(Math.abs(z)));
  });
  const q = benjaminiHochberg(chance.filter((p) => p !== null));
  let at = 0;
  return rows.map((row, i) => {
    const p = chance[i] ?? null;
    return p === null ? row : { ...row, stands_out: (q[at++] ?? 1) <= MAX_FALSE_DISCOVERIES && p < 0.05 };
  });
}

/** P(Z > z) of the standard normal, by the incomplete gamma function of its square; z >= 0. */
function normalUpperTail(z: number): number {
  return incompleteGammaUpper((z * z) / 2, 0.5) / 2;
}

function scaled({ interval: [low, high] }: ClusteredRate): readonly [number, number] {
  return [low * PER_100_PUPIL_WEEKS, high * PER_100_PUPIL_WEEKS];
}
