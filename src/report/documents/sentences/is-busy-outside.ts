import type { CountCell } from '../../../privacy/count-cell.ts';
import { isShown } from '../../../privacy/count-cell.ts';

/** Outside a gap there is at least this much a school day, or a quiet time is as likely as a gap in recording. */
const BUSY_DAY = 0.5;

/**
 * Whether so much is recorded on the other school days that a run of empty ones is more likely a gap in the records
 * than a quiet time. In a school of thirty pupils most days are empty, and nobody forgot to write.
 */
export function isBusyOutside(incidents: CountCell, schoolDays: number, gapDays: number): boolean {
  return isShown(incidents) && incidents > 0 && incidents >= BUSY_DAY * (schoolDays - gapDays);
}
