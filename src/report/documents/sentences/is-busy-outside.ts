import type { CountCell } from '../../../privacy/count-cell.ts';
import { isShown } from '../../../privacy/count-cell.ts';

/** Outside a gap there is at least this much a school day, or a quiet time is as likely as a gap in recording. */
const BUSY_DAY = 0.5;
/** A run of empty days that chance alone would bring this often, or oftener, is no sign of a gap. */
const BY_CHANCE = 0.05;

/** School days of a period, those without a record, and the longest run of those. */
export interface QuietDays {
  readonly school_days: number;
  readonly days_without_entries: number | null;
  readonly longest_gap: { readonly school_days: number } | null;
}

/**
 * Whether so much is recorded on the other school days that a run of empty ones is more likely a gap in the records
 * than a quiet time. In a school of thirty pupils most days are empty, and nobody forgot to write: where half of the
 * other days are, seven in a row are to be expected now and then.
 */
export function isBusyOutside(incidents: CountCell, quiet: QuietDays): boolean {
  const { school_days, days_without_entries: empty, longest_gap: gap } = quiet;
  if (!isShown(incidents) || incidents === 0 || gap === null || empty === null) return false;
  const others = school_days - gap.school_days;
  if (incidents < BUSY_DAY * others) return false;
  const share = (empty - gap.school_days + 0.5) / (others + 1);
  // So many runs of this length would start among the other days if each were empty by chance.
  return others * (1 - share) * share ** gap.school_days < BY_CHANCE;
}
