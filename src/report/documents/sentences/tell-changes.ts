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
 * How a count compares with each of its comparisons, as one clause without its stop: `clearly more a school day
 * than in the same term last year (350, up 18%); no clear change from last term (390)`. Comparisons with the same
 * verdict are told together. Null when nothing may be told because a number is hidden.
 */
export function tellChanges(now: CountCell, changes: readonly Omit<ToldChange, 'now'>[]): string | null {
  const told = changes.filter(({ change }) => isShown(now) && isShown(change.count));
  const with_ = (verdict: GovernorChange['verdict']) =>
    told.filter(({ change }) => change.verdict === verdict && !(now === 0 && change.count === 0));
  const none = told.filter(({ change }) => now === 0 && change.count === 0);
  const list = (some: readonly Omit<ToldChange, 'now'>[], joint: string, percent: boolean): string =>
    some
      .map(
        ({ change, other }) =>
          `${percent ? within(other) : other} (${printCount(change)}${percent ? tellPercent(now, change) : ''})`,
      )
      .join(joint);
  const clauses = [
    [with_('up'), (some: typeof told) => `clearly more a school day than ${list(some, ' and than ', true)}`],
    [
      with_('down'),
      (some: typeof told) => `clearly fewer a school day than ${list(some, ' and than ', true)}`,
    ],
    [with_('no_clear_change'), (some: typeof told) => `no clear change from ${list(some, ' or ', false)}`],
    [
      with_('too_few'),
      (some: typeof told) =>
        `against ${some.map(({ change, other }) => `${printCount(change)} ${within(other)}`).join(' and ')}: too few to call a change`,
    ],
    [none, (some: typeof told) => `none ${some.map(({ other }) => within(other)).join(' or ')} either`],
  ] as const;
  const spoken = clauses.filter(([some]) => some.length > 0).map(([some, say]) => say(some));
  return spoken.length === 0 ? null : spoken.join('; ');
}

/** `in the same term last year`, but `last term`. */
function within(other: string): string {
  return other.startsWith('last ') ? other : `in ${other}`;
}

function printCount({ count }: GovernorChange): string {
  return isShown(count) ? formatCount(count) : '';
}

/** `, up 18%`; nothing when either count is under ten or the change rounds to none. */
function tellPercent(now: CountCell, { count, ratio }: GovernorChange): string {
  const percent = percentChange(now, count, ratio);
  if (percent === null) return '';
  return `, ${percent > 0 ? 'up' : 'down'} ${Math.abs(percent)}%`;
}

/** Whole per cent by which the rate per school day differs; null when it may not or need not be said. */
export function percentChange(now: CountCell, then: CountCell, ratio: number | null): number | null {
  if (!isShown(now) || !isShown(then) || ratio === null) return null;
  if (now < MIN_FOR_PERCENT || then < MIN_FOR_PERCENT) return null;
  const percent = Math.round((ratio - 1) * 100);
  return percent === 0 ? null : percent;
}
