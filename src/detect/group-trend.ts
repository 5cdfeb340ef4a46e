import type { Finding, FindingKind } from '../incident/finding.ts';
import { benjaminiHochberg } from '../statistics/benjamini-hochberg.ts';
import { betaBinomialRateTest } from '../statistics/beta-binomial-rate-test.ts';
import { dispersionFromDifferences } from '../statistics/dispersion-from-differences.ts';
import { rateRatioInterval } from '../statistics/rate-ratio-interval.ts';
import { assignTiers } from './assign-tiers.ts';
import { concentrationOf } from './concentration.ts';
import { countOf, describeExpected, describeInterval, describeRatio } from './describe-numbers.ts';
import type { DetectorMeta, DetectorResult } from './detect-input.ts';
import type { DetectionContext } from './detection-context.ts';
import { expectByChance } from './expect-by-chance.ts';
import { makeFinding } from './make-finding.ts';
import { makeRun } from './make-run.ts';
import { lookAtRecorder } from './recorder-caution.ts';
import type { DaySpan } from './school-record.ts';
import { settleTier } from './settle-tier.ts';
import { findTargetSpan } from './target-span.ts';
import { buildWeeklySeries, type WeeklySeries } from './weekly-series.ts';

export const YEAR_TREND: DetectorMeta = {
  id: 'year_trend',
  question:
    'Are a year group’s pupils recorded more, or less, than they were in the three terms before, the rest of the school allowed for?',
  unit: 'a year group',
  needs: ['two terms'],
};

export const SCHOOL_TREND: DetectorMeta = {
  id: 'school_trend',
  question: 'Is the school as a whole recording more, or less, than before?',
  unit: 'an earlier term to compare with',
  needs: ['two terms'],
};

/** Two spans of weeks of one group. */
interface Comparison {
  readonly kind: FindingKind;
  readonly subject: string;
  readonly against: string;
  readonly now: WeeklySeries;
  readonly before: WeeklySeries;
  readonly nowSpan: DaySpan;
  readonly beforeSpan: DaySpan;
  readonly p: number;
}

/**
 * Compares the whole school's records of the report period with the same term last year and with the term before.
 *
 * It counts what was recorded, so a new habit of recording is a change here: the sentence says so. Weeks vary more
 * than Poisson, and the test allows for as much as neighbouring weeks do.
 */
export function detectSchoolTrends(context: DetectionContext): DetectorResult {
  const all = [...context.record.pupils.keys()];
  const comparisons = spansBefore(context).flatMap(({ now, before, against }) =>
    compare(
      context,
      { kind: 'school_trend', subject: 'Whole school', against, nowSpan: now, beforeSpan: before },
      all,
      'flat',
    ),
  );
  // Always two questions: the term before, and the same term a year ago.
  return list(context, SCHOOL_TREND, { comparisons, lookedAt: 2 }, (one) => describeSchool(context, one));
}

/**
 * Compares the records of each year group's pupils in the report period with the same pupils' over the three terms
 * before, the rhythm of the other year groups taken out. The same children on both sides: last year's Year 8 is not
 * this year's.
 */
export function detectYearTrends(context: DetectionContext): DetectorResult {
  const { record, thresholds, input } = context;
  const span = findTargetSpan(record, input, thresholds.pupil_trend.baseline_terms);
  if (span === null)
    return list(context, YEAR_TREND, { comparisons: [], lookedAt: record.yearGroups.length }, () => '');
  const year = record.years.findIndex(({ first, last }) => first <= span.now.first && span.now.first <= last);
  const all = [...record.pupils.keys()];
  const present = record.yearGroups.flatMap((name, id) => {
    const members = all.filter((pupil) => record.pupils[pupil]?.years[year]?.yearGroupId === id);
    return members.length === 0 ? [] : [{ name, members }];
  });
  const comparisons = present.flatMap(({ name, members }) =>
    compare(
      context,
      {
        kind: 'year_trend',
        subject: name,
        against: 'the terms before',
        nowSpan: span.now,
        beforeSpan: span.baseline,
      },
      members,
      'others',
    ),
  );
  return list(context, YEAR_TREND, { comparisons, lookedAt: present.length }, (one) =>
    describeYear(context, one),
  );
}

/** The report period against the same weeks last year, then against the term before; what was recorded of each. */
function spansBefore({
  record,
  input,
}: DetectionContext): readonly { now: DaySpan; before: DaySpan; against: string }[] {
  const first = record.days.findIndex((date) => date >= input.period.from);
  const last = record.days.findLastIndex((date) => date <= input.period.to);
  if (first <= 0 || last < first) return [];
  const now = { first, last };
  const term = record.terms.findIndex((one) => one.first <= first && first <= one.last);
  const current = record.terms[term];
  const year = record.years.findIndex((one) => one.first <= first && first <= one.last);
  const before =
    year > 0 ? sameTermLastYear(record.terms, current, record.years[year - 1]?.academicYear) : undefined;
  const previous = record.terms[term - 1];
  return [
    ...(before === undefined ? [] : [{ now, before, against: before.name }]),
    ...(previous === undefined ? [] : [{ now, before: previous, against: previous.name }]),
  ];
}

function sameTermLastYear<Span extends { readonly name: string; readonly academicYear: string }>(
  terms: readonly Span[],
  current: Span | undefined,
  academicYear: string | undefined,
): Span | undefined {
  if (current === undefined || academicYear === undefined) return undefined;
  const name = current.name.replace(current.academicYear, academicYear);
  return terms.find((term) => term.name === name);
}

function compare(
  context: DetectionContext,
  asked: Pick<Comparison, 'kind' | 'subject' | 'against' | 'nowSpan' | 'beforeSpan'>,
  members: readonly number[],
  rhythm: 'others' | 'flat',
): readonly Comparison[] {
  const limits = context.thresholds.group_trend;
  const now = buildWeeklySeries(context, asked.nowSpan, members, rhythm);
  const before = buildWeeklySeries(context, asked.beforeSpan, members, rhythm);
  const short = now.weeks.length < limits.min_weeks || before.weeks.length < limits.min_weeks;
  if (short || now.total + before.total < limits.min_incidents) return [];
  const { pMid } = betaBinomialRateTest(
    now.total,
    sum(now.exposure),
    before.total,
    sum(before.exposure),
    shapeOf(context, now, before),
  );
  return [{ ...asked, now, before, p: pMid }];
}

/**
 * How much an unchanged group's rate varies, as a gamma shape: lumpy weeks make totals uneven, and so do the ordinary
 * ups and downs of a few busy pupils.
 */
function shapeOf({ thresholds }: DetectionContext, now: WeeklySeries, before: WeeklySeries): number {
  const extra = Math.max(0, (dispersionOf(now) + dispersionOf(before)) / 2 - 1);
  const weeks = extra / Math.max(1, Math.min(now.total, before.total));
  const pupils =
    Math.max(concentrationOf(now.pupils), concentrationOf(before.pupils)) /
    thresholds.class_trend.pupil_wobble;
  return Math.max(1, 1 / (weeks + pupils));
}

function dispersionOf({ counts, exposure, total }: WeeklySeries): number {
  const scale = total / sum(exposure);
  return Math.max(
    1,
    dispersionFromDifferences(
      counts,
      exposure.map((one) => one * scale),
    ) ?? 1,
  );
}

function sum(values: readonly number[]): number {
  return values.reduce((total, one) => total + one, 0);
}

function list(
  context: DetectionContext,
  meta: DetectorMeta,
  { comparisons, lookedAt }: { readonly comparisons: readonly Comparison[]; readonly lookedAt: number },
  sentenceOf: (one: Comparison) => string,
): DetectorResult {
  const limits = { ...context.thresholds.group_trend, max_possible: comparisons.length };
  const q = benjaminiHochberg(comparisons.map(({ p }) => p));
  const eligible = comparisons
    .map((one, at) => ({ one, q: q[at] ?? 1 }))
    .filter(({ one }) => Math.abs(Math.log(ratioOf(one))) >= Math.log(floorOf(one.kind, limits)));
  const listed = assignTiers(
    eligible,
    (each) => each.q,
    (each) => each.one.p,
    limits,
  );
  const recorders = listed.map(({ item: { one } }) =>
    lookAtRecorder(context, {
      after: one.now.incidents,
      before: one.before.incidents,
      scale: sum(one.now.exposure) / sum(one.before.exposure),
    }),
  );
  const findings = listed.map(({ item, tier }, at) => {
    const said = [sentenceOf(item.one), recorders[at]?.caution ?? ''].filter((part) => part !== '');
    return finish(context, item.one, item.q, tier, said.join(' '));
  });
  return {
    findings,
    recorders,
    run: makeRun(meta, findings, {
      lookedAt,
      tooFew: lookedAt - comparisons.length,
      tooFewIf: `fewer than ${limits.min_weeks} recorded weeks now or then, or fewer than ${limits.min_incidents} incidents in both together`,
      expectedByChance: expectByChance(comparisons.length, limits),
      note:
        comparisons.length === 0
          ? 'There is no earlier term with enough weeks and incidents to compare with.'
          : null,
    }),
  };
}

function floorOf(kind: FindingKind, limits: DetectionContext['thresholds']['group_trend']): number {
  return kind === 'year_trend' ? limits.year_ratio_floor : limits.ratio_floor;
}

function expectedOf({ now, before }: Comparison): number {
  return (before.total * sum(now.exposure)) / sum(before.exposure);
}

function ratioOf(one: Comparison): number {
  return (one.now.total + 0.5) / (expectedOf(one) + 0.5);
}

function intervalOf({ now, before }: Comparison): readonly [number, number] {
  return rateRatioInterval(
    { x1: now.total, t1: sum(now.exposure), x2: before.total, t2: sum(before.exposure) },
    0.95,
  );
}

function finish(
  { record }: DetectionContext,
  one: Comparison,
  q: number,
  tier: 'clear' | 'possible',
  sentence: string,
): Finding {
  const expected = expectedOf(one);
  return makeFinding({
    kind: one.kind,
    subject: one.subject,
    category: null,
    direction: one.now.total > expected ? 'up' : 'down',
    from: record.days[one.nowSpan.first] ?? '',
    to: record.days[one.nowSpan.last] ?? '',
    comparison: { from: record.days[one.beforeSpan.first] ?? '', to: record.days[one.beforeSpan.last] ?? '' },
    tier: settleTier(tier, intervalOf(one)),
    observed: one.now.total,
    expected,
    interval: intervalOf(one),
    p: one.p,
    q,
    started: null,
    sentence,
    evidence: one.now.incidents.toSorted((a, b) => a.day - b.day),
  });
}

function rateText(one: Comparison): string {
  const [low, high] = intervalOf(one);
  const interval = [low, Number.isFinite(high) ? high : null] as const;
  return `${describeRatio(ratioOf(one), interval)} the rate then (${describeInterval(interval)} it)`;
}

function describeSchool({ input }: DetectionContext, one: Comparison): string {
  return (
    `Whole school: ${countOf(one.now.total, 'incident')} recorded in ${input.period.name} against ${one.before.total} in ${one.against}: ` +
    `${rateText(one)}, days and numbers on roll allowed for. This is what was recorded: a change in recording looks the same.`
  );
}

function describeYear({ input }: DetectionContext, one: Comparison): string {
  return (
    `${one.subject}: ${countOf(one.now.total, 'incident')} in ${input.period.name}, where ${describeExpected(expectedOf(one))} would be usual ` +
    `for the same pupils going by the terms before: ${rateText(one)}, the rest of the school allowed for.`
  );
}
