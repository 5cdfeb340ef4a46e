import { ALPHA, compareRates, settleUnclear } from '../count/compare-rates.ts';
import { type HeadlineMeasure, measureCount, readHeadlineMeasures } from '../count/headline-measures.ts';
import type { Verdict } from '../incident/analysis.ts';
import type { PooledRatio, SchoolChange, TrustSchool, TrustTrend } from '../incident/trust-analysis.ts';
import { benjaminiHochberg } from '../statistics/benjamini-hochberg.ts';
import { qValueAmong } from '../statistics/q-value-among.ts';
import { commonTermOf, nameCommonTerm } from './common-term.ts';
import { poolRatios, type UnpooledRatio } from './pool-ratios.ts';
import { readTrustThresholds } from './read-trust-thresholds.ts';

type Comparison = TrustTrend['comparison'];

/** Half of the school days of this term at least: with fewer an earlier term is not one to compare with. */
const LEAST_DAYS = 0.5;

interface Before {
  readonly days: number;
  readonly count: (code: string) => number;
}

/**
 * Each headline measure of each school against the term before and the same term last year of the calendar that all
 * share, per school day. A change is called one only by the school's own exact test and with false discoveries over
 * the schools held down; all schools together are pooled, with the spread between them.
 */
export function compareTerms(schools: readonly TrustSchool[]): TrustTrend[] {
  const trends = readHeadlineMeasures().flatMap((measure) =>
    (['previous', 'last_year'] as const).map((comparison) => compareMeasure(measure, comparison, schools)),
  );
  const pooled = trends.filter(({ pooled }) => pooled !== null);
  const q = benjaminiHochberg(pooled.map((trend) => trend.pooled?.p ?? 1));
  const qOf = new Map(pooled.map((trend, at) => [trend, q[at] ?? 1]));
  return trends.map((trend) =>
    trend.pooled === null ? trend : { ...trend, pooled: { ...trend.pooled, q: qOf.get(trend) ?? 1 } },
  );
}

function compareMeasure(
  measure: HeadlineMeasure,
  comparison: Comparison,
  schools: readonly TrustSchool[],
): TrustTrend {
  const changes = schools.flatMap((school) => {
    const before = findBefore(school, comparison);
    return before === null ? [] : compareSchool(measure, school, before);
  });
  return {
    code: measure.code,
    title: measure.title,
    adverse: measure.adverse,
    comparison,
    schools: settleOverSchools(changes),
    pooled: poolChanges(changes),
  };
}

/** The school's half-terms in the common terms to compare with; null where its record does not cover them. */
function findBefore(school: TrustSchool, comparison: Comparison): Before | null {
  const back = comparison === 'last_year' ? 3 : school.terms.length;
  const halves = school.half_terms.filter(({ from, to }) => {
    const term = commonTermOf(from, to);
    return school.terms.includes(nameCommonTerm(term + back));
  });
  const days = halves.reduce((sum, { school_days }) => sum + school_days, 0);
  const overlaps = halves.some(({ from, to }) =>
    school.returns.some((one) => from <= one.to && one.from <= to),
  );
  const whole = halves.length > 0 && halves.every(({ complete }) => complete);
  if (!whole || overlaps || days < LEAST_DAYS * school.school_days) return null;
  return {
    days,
    count: (code) => halves.reduce((sum, { measures }) => sum + (measures[code] ?? 0), 0),
  };
}

type Compared = SchoolChange & { readonly dispersion: number };

function compareSchool(measure: HeadlineMeasure, school: TrustSchool, before: Before): Compared {
  const now = measureCount(measure, school.counts);
  const dispersion = Math.max(1, school.dispersion[measure.code] ?? 1);
  const change = compareRates(
    { count: now, days: school.school_days },
    { count: before.count(measure.code), days: before.days },
    dispersion,
  );
  return {
    school: school.school,
    now,
    now_days: school.school_days,
    before: change.count,
    before_days: before.days,
    ratio: change.ratio,
    interval: change.interval,
    p: change.p,
    q: null,
    verdict: change.verdict,
    dispersion,
  };
}

/**
 * Verdicts with false discoveries over the schools held down, by the rule of the school's own headline: what would have
 * shown is asked of the whole list, else a rise larger than a doubling could be called none.
 */
function settleOverSchools(changes: readonly Compared[]): SchoolChange[] {
  const { trend_false_share } = readTrustThresholds();
  const tested = changes.filter(({ p }) => p !== null).sort((a, b) => (a.p ?? 1) - (b.p ?? 1));
  return changes.map((change) => {
    const { dispersion, ...rest } = change;
    if (change.p === null) return { ...rest, q: null };
    const others = tested.filter((other) => other !== change).map(({ p }) => p ?? 1);
    const shows = (p: number): boolean => p < ALPHA && qValueAmong(p, others) <= trend_false_share;
    const verdict: Verdict = shows(change.p)
      ? change.verdict
      : settleUnclear(change.now_days, change.before_days, change.now + change.before, dispersion, shows);
    return { ...rest, q: qValueAmong(change.p, others), verdict };
  });
}

/** Schools with enough incidents in both terms together, whichever way they went, on the log scale. */
function poolChanges(changes: readonly Compared[]): PooledRatio | null {
  const units: UnpooledRatio[] = changes
    .filter(({ p }) => p !== null)
    .map(({ now, now_days, before, before_days, dispersion }) => ({
      ratio: (now + 0.5) / now_days / ((before + 0.5) / before_days),
      variance: dispersion * (1 / (now + 0.5) + 1 / (before + 0.5)),
    }));
  return poolRatios(units);
}
