import type { DetectionContext } from './detection-context.ts';
import type { RecorderLook } from './recorder-look.ts';
import type { PlacedIncident } from './school-record.ts';

/** Records on both sides of a change; those before are worth `scale` of as much exposure as those after. */
interface RecordedChange {
  readonly after: readonly PlacedIncident[];
  readonly before: readonly PlacedIncident[];
  readonly scale: number;
  /** Whether one who entered most of the records on both sides goes without saying. */
  readonly unlessUsual?: boolean;
}

/** With fewer extra (or missing) records than this, a share of them says nothing. */
export const FEWEST_EXTRA = 5;

const RISE = 'One member of staff entered most of the extra records: check whether recording changed.';
const FALL = 'Most of the fall is in the records of one member of staff: check whether recording changed.';

/**
 * Looks whether one person entered most of the extra records of a rise, or would have entered most of those missing in
 * a fall: a new teacher or a new habit of recording looks just like a change of behaviour.
 */
export function lookAtRecorder(
  { thresholds }: Pick<DetectionContext, 'thresholds'>,
  { after, before, scale, unlessUsual = false }: RecordedChange,
): RecorderLook {
  const change = after.length - before.length * scale;
  const size = Math.abs(change);
  const seen = countByRecorder(after);
  const was = countByRecorder(before);
  if (size < FEWEST_EXTRA || seen.size + was.size === 0) return { verdict: 'too_few', caution: '' };
  for (const by of new Set([...seen.keys(), ...was.keys()])) {
    const own = (seen.get(by) ?? 0) - (was.get(by) ?? 0) * scale;
    const isMost = own * Math.sign(change) > thresholds.recorder.share * size;
    const isUsual =
      unlessUsual &&
      (was.get(by) ?? 0) > thresholds.recorder.share * before.length &&
      (seen.get(by) ?? 0) > thresholds.recorder.share * after.length;
    if (isMost && !isUsual) return { verdict: 'one', caution: change > 0 ? RISE : FALL };
  }
  return { verdict: 'several', caution: '' };
}

/** Records by who entered them, where that is said. */
function countByRecorder(incidents: readonly PlacedIncident[]): ReadonlyMap<string, number> {
  const counts = new Map<string, number>();
  for (const { source } of incidents) {
    const by = source.incident.reportedBy;
    if (by === null || by === '') continue;
    counts.set(by, (counts.get(by) ?? 0) + 1);
  }
  return counts;
}
