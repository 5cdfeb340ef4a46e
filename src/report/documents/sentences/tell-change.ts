import { type CountCell, isShown } from '../../../privacy/count-cell.ts';
import type { GovernorChange } from '../../../privacy/governor-edition.ts';
import { formatCount } from './format-number.ts';

/** What a change is told from. */
export interface ToldChange {
  readonly now: CountCell;
  readonly change: GovernorChange;
  /** Such as `the same term last year`. */
  readonly other: string;
}

/** No percentage on a count under this. */
const MIN_FOR_PERCENT = 10;

/**
 * How a count compares, as the end of a sentence: `clearly more than in the same term last year (350; up 18% per
 * school day)`. Null when either number is hidden: then nothing is said at all.
 */
export function tellChange({ now, change, other }: ToldChange): string | null {
  if (!isShown(now) || !isShown(change.count)) return null;
  const then = `in ${other} (${formatCount(change.count)})`;
  if (now === 0 && change.count === 0) return `none was recorded in ${other} either`;
  if (change.verdict === 'up') return `clearly more than ${then}${tellPercent(now, change)}`;
  if (change.verdict === 'down') return `clearly fewer than ${then}${tellPercent(now, change)}`;
  if (change.verdict === 'no_clear_change') return `no clear change from ${then.replace('in ', '')}`;
  if (change.verdict === 'too_few')
    return `${formatCount(change.count)} in ${other}, too few to call a change`;
  return null;
}

/** `, up 18% for each school day`; nothing when either count is under ten or the change rounds to none. */
export function tellPercent(now: CountCell, { count, ratio }: GovernorChange): string {
  const percent = percentChange(now, count, ratio);
  if (percent === null) return '';
  return `, ${percent > 0 ? 'up' : 'down'} ${Math.abs(percent)}% for each school day`;
}

/** Whole per cent by which the rate per school day differs; null when it may not or need not be said. */
export function percentChange(now: CountCell, then: CountCell, ratio: number | null): number | null {
  if (!isShown(now) || !isShown(then) || ratio === null) return null;
  if (now < MIN_FOR_PERCENT || then < MIN_FOR_PERCENT) return null;
  const percent = Math.round((ratio - 1) * 100);
  return percent === 0 ? null : percent;
}
