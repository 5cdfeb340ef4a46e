import type { Change } from '../incident/analysis.ts';
import { betaBinomialRateTest } from '../statistics/beta-binomial-rate-test.ts';
import { rateRatioInterval } from '../statistics/rate-ratio-interval.ts';

/** A count and the school days it was counted over. */
export interface CountedDays {
  readonly count: number;
  readonly days: number;
}

/** Fewer incidents than this in both periods together are never called a change (detection.md 0). */
export const MIN_INCIDENTS = 6;
/** A change is called one below this chance, and only if its q-value passes too. */
export const ALPHA = 0.05;

/**
 * Whether the rate per school day differs between two periods. Exact conditional test: of the n incidents of both,
 * the share of this period is beta-binomial, so that `dispersion` (1 for Poisson) widens it as the school's own
 * weeks do; concentration (n - D) / (D - 1) gives the binomial variance times D. Mid-p, two-sided. The interval is
 * the conditional one of the counts divided by D. It is a little wider than the test, so a change is called one only
 * where both say so: no fall is clear whose interval holds a rise. The verdict here is of this row alone;
 * `compareHeadline` then allows for the number of rows looked at.
 */
export function compareRates(now: CountedDays, other: CountedDays, dispersion: number): Change {
  const n = now.count + other.count;
  const base = { count: other.count, ratio: null, interval: null, p: null };
  if (now.days <= 0 || other.days <= 0) return { ...base, verdict: 'no_comparison' };
  const ratio = other.count === 0 ? null : now.count / now.days / (other.count / other.days);
  if (n < MIN_INCIDENTS || n <= dispersion) return { ...base, ratio, verdict: 'too_few' };
  const p = changeChance(now, other, dispersion);
  const [low, high] = changeInterval(now, other, dispersion);
  return {
    count: other.count,
    ratio,
    interval: [low, Number.isFinite(high) ? high : null],
    p,
    verdict: isCalled(now, other, dispersion, (chance) => chance < ALPHA)
      ? directionOf(now, other)
      : settleUnclear(now.days, other.days, n, dispersion),
  };
}

function isCalled(
  now: CountedDays,
  other: CountedDays,
  dispersion: number,
  shows: (p: number) => boolean,
): boolean {
  const [low, high] = changeInterval(now, other, dispersion);
  return shows(changeChance(now, other, dispersion)) && (low > 1 || high < 1);
}

/** Which way the rate per school day went. */
function directionOf(now: CountedDays, other: CountedDays): 'up' | 'down' {
  return now.count * other.days > other.count * now.days ? 'up' : 'down';
}

/**
 * What to say when no change shows: 'too few to tell' while even a doubling could not have been told from chance
 * with so many incidents, else 'no clear change'. Looks at the total alone, never at how it fell. `shows` says whether
 * a chance is small enough: of a row among many it asks more, else a rise larger than a doubling could be called none.
 */
export function settleUnclear(
  days: number,
  otherDays: number,
  n: number,
  dispersion: number,
  shows: (p: number) => boolean = (p) => p < ALPHA,
): 'too_few' | 'no_clear_change' {
  const doubled = Math.round((n * 2 * days) / (2 * days + otherDays));
  // Rounded from the other period's side, so that half an incident falls alike when the periods change places.
  const halved = n - Math.round((n * 2 * otherDays) / (2 * otherDays + days));
  const told = (count: number): boolean =>
    isCalled({ count, days }, { count: n - count, days: otherDays }, dispersion, shows);
  return told(doubled) && told(halved) ? 'no_clear_change' : 'too_few';
}

function changeInterval(now: CountedDays, other: CountedDays, dispersion: number): [number, number] {
  return rateRatioInterval(
    { x1: now.count / dispersion, t1: now.days, x2: other.count / dispersion, t2: other.days },
    0.95,
  );
}

function changeChance(now: CountedDays, other: CountedDays, dispersion: number): number {
  const n = now.count + other.count;
  const concentration = dispersion <= 1 ? Number.POSITIVE_INFINITY : (n - dispersion) / (dispersion - 1);
  const shape = (concentration * now.days) / (now.days + other.days);
  return betaBinomialRateTest(now.count, now.days, other.count, other.days, shape).pMid;
}
