import type { DetectionContext } from './detection-context.ts';
import type { WeeklySeries } from './weekly-series.ts';

/** Below this many extra records a share of them says nothing. */
const FEWEST_EXTRA = 5;

/**
 * A caution when most of a rise was entered by one person: a new teacher or a new habit of recording looks just like
 * a class that changed. Empty when no one entered more than the set share of the extra records.
 */
export function describeRecorder(
  { thresholds }: DetectionContext,
  series: WeeklySeries,
  firstDay: number,
): string {
  const before = new Map<string, number>();
  const after = new Map<string, number>();
  for (const { day, source } of series.incidents) {
    const by = source.incident.reportedBy;
    if (by === null || by === '') continue;
    const side = day < firstDay ? before : after;
    side.set(by, (side.get(by) ?? 0) + 1);
  }
  const index = series.firstDay.indexOf(firstDay);
  const exposed = (from: number, to: number): number =>
    series.exposure.slice(from, to).reduce((sum, one) => sum + one, 0);
  const scale = exposed(index, series.exposure.length) / exposed(0, index);
  const counted = series.incidents.filter(({ day }) => day >= firstDay).length;
  const extra = counted - (series.incidents.length - counted) * scale;
  if (extra < FEWEST_EXTRA) return '';
  for (const count of [...after].map(([by, seen]) => seen - (before.get(by) ?? 0) * scale)) {
    if (count > thresholds.recorder.share * extra) {
      return 'One member of staff entered most of the extra records: check whether recording changed.';
    }
  }
  return '';
}
