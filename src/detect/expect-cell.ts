import type { DetectionContext } from './detection-context.ts';
import type { PlaceCell } from './place-cells.ts';
import type { SchoolRecord } from './school-record.ts';

/** Incidents a day of all cells of one kind. */
export type KindTotals = ReadonlyMap<string, ArrayLike<number>>;

/** Days' worth of the school's overall rhythm that steadies a thin kind. */
const STEADYING_DAYS = 3;

/** Adds up the cells of each kind by day. */
export function totalKinds(record: SchoolRecord, cells: readonly PlaceCell[]): KindTotals {
  const totals = new Map<string, Int32Array>();
  for (const { kind, incidents } of cells) {
    const days = totals.get(kind) ?? new Int32Array(record.days.length);
    for (const { day } of incidents) days[day] = (days[day] ?? 0) + 1;
    totals.set(kind, days);
  }
  return totals;
}

/**
 * How many of a cell's incidents would fall on each day if it rose and fell as the other cells of its kind do: their
 * five-day mean times a weekday factor, scaled to the cell's total. The cell's own incidents are left out, or a busy
 * cell would explain itself; a kind with few others is steadied by the rhythm of the whole school.
 */
export function expectCell(
  { record, index }: DetectionContext,
  counts: ArrayLike<number>,
  total: number,
  kindTotals: ArrayLike<number>,
): Float64Array {
  const n = record.days.length;
  const others = Float64Array.from({ length: n }, (_, day) => (kindTotals[day] ?? 0) - (counts[day] ?? 0));
  const mean = others.reduce((sum, one) => sum + one, 0) / n;
  const factors = weekdayFactors(record.weekday, others, mean);
  const expected = new Float64Array(n);
  let sum = 0;
  for (let day = 0; day < n; day += 1) {
    const first = index.from[day] ?? day;
    const last = index.to[day] ?? day;
    let near = 0;
    for (let at = first; at <= last; at += 1) near += others[at] ?? 0;
    const steady =
      (mean + 1 / n) *
      STEADYING_DAYS *
      ((index.daily[day] ?? 1) / (factors.school[record.weekday[day] ?? 0] ?? 1));
    const level = (near + steady) / (last - first + 1 + STEADYING_DAYS);
    expected[day] = level * (factors.kind[record.weekday[day] ?? 0] ?? 1);
    sum += expected[day] ?? 0;
  }
  return expected.map((value) => (value * total) / sum);

  function weekdayFactors(weekdays: Uint8Array, others: Float64Array, mean: number) {
    const kind = new Float64Array(7);
    const school = new Float64Array(7);
    const days = new Float64Array(7);
    weekdays.forEach((weekday, day) => {
      kind[weekday] = (kind[weekday] ?? 0) + (others[day] ?? 0);
      school[weekday] = (school[weekday] ?? 0) + (index.daily[day] ?? 1);
      days[weekday] = (days[weekday] ?? 0) + 1;
    });
    return {
      kind: kind.map(
        (seen, weekday) => (seen + mean + 1 / n) / ((mean + 1 / n) * ((days[weekday] ?? 0) + 1)),
      ),
      school: school.map((sum, weekday) => (days[weekday] ? sum / (days[weekday] ?? 1) : 1)),
    };
  }
}
