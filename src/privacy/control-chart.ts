import type { WeekCount } from '../incident/analysis.ts';
import type { IsoDate } from '../incident/incident.ts';
import { laneyUPrime } from '../statistics/laney-u-prime.ts';
import { xmrLimits } from '../statistics/xmr-limits.ts';
import { xmrSignals } from '../statistics/xmr-signals.ts';
import type { EditionControlChart } from './governor-edition.ts';
import type { Signal } from './signal.ts';

/** Below this many incidents a week a chart signals on nothing at all (detection.md 6). */
const MIN_WEEKLY_MEAN = 10;
/** Of fewer weeks there is no telling what is usual: two points have limits, and the limits say nothing. */
export const MIN_WEEKS = 6;
/** Fewer weeks than this before the period and the limits are set on all weeks, as trial limits below it. */
const MIN_BASELINE = 12;
/** Sizes that differ by more than this share need limits of their own for each week. */
const UNEVEN = 0.25;
/** Days between Mondays of neighbouring weeks; more is a holiday. */
const WEEK = 7;
const DAY_MS = 86_400_000;
const NOISE = 1e-9;

interface Weighed {
  readonly week: WeekCount;
  readonly size: number;
  readonly value: number;
}

/**
 * Control chart of incidents by school week. Made from the weeks an edition shows, so that neither the mean nor a
 * limit can give a hidden week away. Limits are set on the weeks before the period reported on when there are at
 * least twelve, so that a change in the period does not hide itself; weeks of uneven length or roll get Laney u'
 * limits, even ones XmR. Null when weeks are too quiet to chart, or when most are hidden.
 */
export function makeControlChart(
  weeks: readonly WeekCount[],
  isWeekShown: (week: WeekCount) => boolean,
  from: IsoDate,
  to: IsoDate,
): EditionControlChart | null {
  const upToPeriod = weeks.filter(({ week, school_days }) => week <= to && school_days > 0);
  const shown = upToPeriod.filter(isWeekShown);
  const total = shown.reduce((sum, { incidents }) => sum + incidents, 0);
  if (
    shown.length < MIN_WEEKS ||
    shown.length < upToPeriod.length * 0.9 ||
    total < MIN_WEEKLY_MEAN * shown.length
  )
    return null;
  const byRoll = shown.every(({ roll }) => roll !== null && roll > 0);
  const weighed = shown.map((week) => weigh(week, byRoll));
  const firstOfPeriod = weighed.findIndex(({ week }) => daysAfter(week.week, from) > -WEEK);
  const start = firstOfPeriod === -1 ? weighed.length : firstOfPeriod;
  const baseline = start >= MIN_BASELINE ? weighed.slice(0, start) : weighed;
  const drawn = isUneven(weighed) ? drawUPrime(weighed, baseline) : drawXmr(weighed, baseline);
  if (drawn === null) return null;
  return {
    unit: byRoll ? 'per_100_pupils_per_week' : 'per_school_day',
    ...drawn,
    breaks: weighed.flatMap((each, i) => {
      const before = weighed[i - 1];
      return before !== undefined && daysAfter(each.week.week, before.week.week) > WEEK ? [i] : [];
    }),
    start,
    baseline_weeks: baseline.length,
    trial: baseline.length < MIN_BASELINE,
    hidden_weeks: upToPeriod.length - shown.length,
  };
}

/** Size in units of the rate: 100 pupils for a five-day week, or one school day. */
function weigh(week: WeekCount, byRoll: boolean): Weighed {
  const size = byRoll ? ((week.roll ?? 0) * week.school_days) / 500 : week.school_days;
  return { week, size, value: week.incidents / size };
}

function daysAfter(date: IsoDate, earlier: IsoDate): number {
  return Math.round((Date.parse(date) - Date.parse(earlier)) / DAY_MS);
}

function isUneven(weighed: readonly Weighed[]): boolean {
  const sizes = weighed.map(({ size }) => size);
  return Math.min(...sizes) < (1 - UNEVEN) * Math.max(...sizes);
}

/** A value that differs from the average by no more than rounding is the average: noise makes no run of seven. */
function settle(value: number, mean: number): number {
  return Math.abs(value - mean) <= NOISE * Math.max(1, Math.abs(mean)) ? mean : value;
}

type Drawn = Pick<EditionControlChart, 'method' | 'points' | 'mean'>;

function drawUPrime(weighed: readonly Weighed[], baseline: readonly Weighed[]): Drawn | null {
  const chart = laneyUPrime(
    baseline.map(({ week }) => week.incidents),
    baseline.map(({ size }) => size),
  );
  if (chart === null) return null;
  const { centre } = chart;
  const sigmaZ = Math.max(1, chart.sigmaZ);
  const error = (size: number): number => sigmaZ * Math.sqrt(centre / size);
  const z = weighed.map(({ value, size }) => (settle(value, centre) - centre) / error(size));
  const signals = xmrSignals(z, { mean: 0, averageMovingRange: 1, lower: -3, upper: 3 });
  return {
    method: 'u_prime',
    mean: centre,
    points: weighed.map(({ week, size, value }, i) => ({
      week: week.week,
      term: week.term,
      incidents: week.incidents,
      value: settle(value, centre),
      signal: readSignal(signals[i] ?? [], value, centre),
      lower: Math.max(0, centre - 3 * error(size)),
      upper: centre + 3 * error(size),
    })),
  };
}

function drawXmr(weighed: readonly Weighed[], baseline: readonly Weighed[]): Drawn | null {
  const own = xmrLimits(baseline.map(({ value }) => value));
  if (own === null) return null;
  const isFlat = own.averageMovingRange <= NOISE * Math.max(1, own.mean);
  const values = weighed.map(({ value }) => settle(value, own.mean));
  // Weeks that never vary say nothing of what is usual, so a later week that differs has nothing to be held against.
  if (isFlat && values.some((value) => value !== own.mean)) return null;
  const limits = isFlat ? { ...own, lower: own.mean, upper: own.mean } : own;
  const signals = xmrSignals(values, limits);
  return {
    method: 'xmr',
    mean: limits.mean,
    points: weighed.map(({ week, value }, i) => ({
      week: week.week,
      term: week.term,
      incidents: week.incidents,
      value: settle(value, limits.mean),
      signal: readSignal(signals[i] ?? [], value, limits.mean),
      lower: Math.max(0, limits.lower),
      upper: limits.upper,
    })),
  };
}

/** Outside a limit or in a run of seven on one side; the two weaker rules are left to specialists. */
function readSignal(signals: readonly string[], value: number, mean: number): Signal {
  if (!signals.includes('outside') && !signals.includes('shift')) return 'common';
  return value > mean ? 'concern' : 'improvement';
}
