import { formatDayMonthYear } from '../calendar/iso-date.ts';
import { saySpan } from '../calendar/say-span.ts';
import type { Finding } from '../incident/finding.ts';
import { betaBinomialRateTest } from '../statistics/beta-binomial-rate-test.ts';
import { rateRatioInterval } from '../statistics/rate-ratio-interval.ts';
import { weightedBenjaminiHochberg } from '../statistics/weighted-benjamini-hochberg.ts';
import { assignTiers } from './assign-tiers.ts';
import { countCapped } from './count-capped.ts';
import { describeExpected, describeInterval, describeRatio } from './describe-numbers.ts';
import type { DetectorMeta, DetectorResult } from './detect-input.ts';
import type { DetectionContext } from './detection-context.ts';
import { estimatePupilWobble } from './estimate-pupil-wobble.ts';
import { expectByChance } from './expect-by-chance.ts';
import { locateStart } from './locate-start.ts';
import { makeFinding } from './make-finding.ts';
import { makeRun } from './make-run.ts';
import { lookAtRecorder } from './recorder-caution.ts';
import type { RecorderLook } from './recorder-look.ts';
import { sayTrendCounts } from './say-trend-counts.ts';
import type { DaySpan } from './school-record.ts';
import { settleTier } from './settle-tier.ts';
import { findTargetSpan, type TargetSpan } from './target-span.ts';

export const PUPIL_TREND: DetectorMeta = {
  id: 'pupil_trend',
  question: 'Is a pupil recorded more, or less, this period than in the three terms before it?',
  unit: 'a pupil with a record in the period or the terms before',
  needs: ['two terms'],
};

/** One pupil's counts and exposures now and before. */
interface Comparison {
  readonly pupil: number;
  readonly now: number;
  readonly before: number;
  readonly exposureNow: number;
  readonly exposureBefore: number;
  readonly p: number;
}

/**
 * Compares each pupil's incidents of the report period with the three terms before it, allowing for school days on
 * roll, the school's own rhythm and the wobble that unchanged pupils show.
 *
 * Every pupil with six or more incidents in both spans together is in the family of tests; a change is listed when
 * its q is small and the rate moved by half at least. Falls by the same test as rises. A test weighs as much as the
 * pupil has incidents in both spans: six can hardly tell anything, and equal weights would spend the list's error on
 * them. How they are split between the spans, which is what is tested, has no part in the weight.
 */
export function detectPupilTrends(context: DetectionContext): DetectorResult {
  const { thresholds } = context;
  const limits = thresholds.pupil_trend;
  const target = findTargetSpan(context.record, context.input, limits.baseline_terms);
  if (target === null) return nothing(context);
  const wobble = estimatePupilWobble(context, target.now.first);
  const { comparisons, tooFew } = compareAll(context, target, wobble);
  const q = weightedBenjaminiHochberg(
    comparisons.map(({ p }) => p),
    comparisons.map(({ now, before }) => now + before),
  );
  const eligible = comparisons
    .map((one, at) => ({ one, q: q[at] ?? 1 }))
    .filter(({ one }) => isLarge(one, limits));
  const listed = assignTiers(
    eligible,
    (each) => each.q,
    (each) => each.one.p,
    limits,
  );
  const recorders = listed.map(({ item: { one } }) => recorderOf(context, target, one));
  const findings = listed.map(({ item, tier }, at) =>
    describe(context, target, item.one, item.q, tier, recorders[at]?.caution ?? ''),
  );
  return {
    findings,
    recorders,
    run: makeRun(PUPIL_TREND, findings, {
      lookedAt: comparisons.length + tooFew,
      tooFew,
      tooFewIf: `fewer than ${limits.min_total} incidents in the period and the terms before together, or fewer than ${limits.min_exposed_days} school days on roll in either`,
      expectedByChance: expectByChance(comparisons.length, limits),
      note:
        comparisons.length === 0
          ? 'No pupil has enough incidents and school days in both spans to tell.'
          : `Small changes cannot be told from chance: a doubling from three incidents a term is not seen. Compared are records near a school day that do not only name the pupil, at most ${thresholds.record.max_per_pupil_day} a day.`,
    }),
  };
}

/** With nothing earlier, everyone with a record is one of whom it cannot be told. */
function nothing({ record }: DetectionContext): DetectorResult {
  const recorded = record.events.filter((events) => events.length > 0).length;
  return {
    findings: [],
    run: makeRun(PUPIL_TREND, [], {
      lookedAt: recorded,
      tooFew: recorded,
      tooFewIf: 'no school day recorded before the period, or none in it',
      expectedByChance: null,
      note: 'There is no earlier term to compare with.',
    }),
  };
}

function compareAll(
  { record, exposure, thresholds }: DetectionContext,
  { now, baseline }: TargetSpan,
  wobble: number,
): { comparisons: readonly Comparison[]; tooFew: number } {
  const limits = thresholds.pupil_trend;
  const cap = thresholds.record.max_per_pupil_day;
  const comparisons: Comparison[] = [];
  let tooFew = 0;
  record.events.forEach((events, pupil) => {
    const x1 = countCapped(events, now, cap);
    const x0 = countCapped(events, baseline, cap);
    if (x1 + x0 === 0) return;
    const after = exposure.ofPupil(pupil, now);
    if (x1 + x0 < limits.min_total) {
      tooFew += 1;
      return;
    }
    const before = exposure.ofPupil(pupil, baseline);
    const short = after.days < limits.min_exposed_days || before.days < limits.min_exposed_days;
    if (short || after.weighted <= 0 || before.weighted <= 0) {
      tooFew += 1;
      return;
    }
    const { pMid } = betaBinomialRateTest(x1, after.weighted, x0, before.weighted, wobble);
    comparisons.push({
      pupil,
      now: x1,
      before: x0,
      exposureNow: after.weighted,
      exposureBefore: before.weighted,
      p: pMid,
    });
  });
  return { comparisons, tooFew };
}

function isLarge(one: Comparison, limits: DetectionContext['thresholds']['pupil_trend']): boolean {
  const share = one.exposureNow / one.exposureBefore;
  const expected = one.before * share;
  const ratio = (one.now + 0.5) / (expected + 0.5 * share);
  return (
    Math.max(one.now, expected) >= limits.min_observed_or_expected &&
    (ratio >= limits.ratio_floor || ratio <= 1 / limits.ratio_floor)
  );
}

/** Who entered the pupil's records of both spans. */
function recorderOf(
  context: DetectionContext,
  { now, baseline }: TargetSpan,
  { pupil, exposureNow, exposureBefore }: Comparison,
): RecorderLook {
  const events = context.record.events[pupil] ?? [];
  const within = ({ first, last }: DaySpan) => events.filter(({ day }) => day >= first && day <= last);
  const scale = exposureNow / exposureBefore;
  return lookAtRecorder(context, {
    after: within(now),
    before: within(baseline),
    scale,
    // A pupil's class teacher enters most of the records in any term.
    unlessUsual: true,
  });
}

function describe(
  context: DetectionContext,
  { now, baseline }: TargetSpan,
  one: Comparison,
  q: number,
  tier: 'clear' | 'possible',
  caution: string,
): Finding {
  const { record } = context;
  const expected = (one.before * one.exposureNow) / one.exposureBefore;
  const up = one.now > expected;
  const interval = rateRatioInterval(
    { x1: one.now, t1: one.exposureNow, x2: one.before, t2: one.exposureBefore },
    0.95,
  );
  const label = record.pupils[one.pupil]?.label ?? '';
  const events = record.events[one.pupil] ?? [];
  const started = up ? locateStart(context, one.pupil, { first: baseline.first, last: now.last }, now) : null;
  const counts = sayTrendCounts(context, one.pupil, { now, baseline });
  const rate = rateText(one.now, expected, interval);
  const briefly = one.now > 0 && expected === 0 ? 'None before to compare with, so no usual rate.' : rate;
  const start = startText(started);
  const end = caution === '' ? '' : ` ${caution}`;
  return makeFinding({
    kind: 'pupil_trend',
    subject: label,
    category: null,
    direction: up ? 'up' : 'down',
    from: record.days[now.first] ?? '',
    to: record.days[now.last] ?? '',
    comparison: { from: record.days[baseline.first] ?? '', to: record.days[baseline.last] ?? '' },
    tier: settleTier(tier, interval),
    observed: one.now,
    expected,
    interval,
    p: one.p,
    q,
    started,
    sentence: `${label}: ${counts.full}. ${rate}${start.full}${end}`,
    brief: `${counts.brief}. ${briefly}${start.brief}${end}`,
    evidence: events.filter(({ day }) => day >= now.first && day <= now.last),
  });
}

function rateText(now: number, expected: number, interval: readonly [number, number]): string {
  if (now === 0)
    return `${capital(describeExpected(expected))} would be usual, so the rate is ${describeInterval(finite(interval))} the usual one.`;
  if (expected === 0)
    return 'There were none to compare with before, so there is no usual rate to set this against.';
  return `${capital(describeRatio(now / expected, finite(interval)))} the usual rate (${describeInterval(finite(interval))} it).`;
}

function finite([low, high]: readonly [number, number]): readonly [number, number | null] {
  return [low, Number.isFinite(high) ? high : null];
}

function capital(text: string): string {
  return `${text.slice(0, 1).toUpperCase()}${text.slice(1)}`;
}

function startText(started: { readonly from: string; readonly to: string } | null): {
  readonly full: string;
  readonly brief: string;
} {
  if (started === null) return { full: '', brief: '' };
  const { from, to } = started;
  const day = formatDayMonthYear(to);
  return from === to
    ? { full: ` The rise began around ${day}.`, brief: ` The rise began around ${day}.` }
    : {
        full: ` The rise began between ${formatDayMonthYear(from)} and ${day}.`,
        brief: ` The rise began between ${saySpan(from, to, 'and')}.`,
      };
}
