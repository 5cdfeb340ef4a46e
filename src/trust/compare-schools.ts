import { type HeadlineMeasure, measureCount, readHeadlineMeasures } from '../count/headline-measures.ts';
import { compareText } from '../incident/compare-text.ts';
import type { ComparabilityRow, TrustFunnel, TrustOutlier, TrustSchool } from '../incident/trust-analysis.ts';
import { benjaminiHochberg } from '../statistics/benjamini-hochberg.ts';
import { estimateOverdispersion, type FunnelUnit } from '../statistics/estimate-overdispersion.ts';
import { funnelLimits } from '../statistics/funnel-limits.ts';
import { studentTail } from '../statistics/student-tail.ts';
import { readTrustThresholds, type TrustThresholds } from './read-trust-thresholds.ts';

/** One school's count of one measure, with what its funnel is made from. */
interface Seen {
  readonly school: TrustSchool;
  readonly observed: number;
  readonly days: number;
}

interface Panel {
  readonly measure: HeadlineMeasure;
  readonly phase: TrustSchool['phase'];
  /** Mean over the schools of how unevenly incidents fall on pupils. */
  readonly clustering: number;
  readonly seen: readonly Seen[];
}

/** One school against all others of its panel. */
interface Judged {
  readonly p: number;
  /** Its rate over that of the others. */
  readonly ratio: number;
}

/** With more schools than this, one of them moves the spread between all too little to leave it out each time. */
const MANY = 50;

/** What a comparison of schools finds. */
export interface SchoolComparison {
  readonly funnels: readonly TrustFunnel[];
  readonly outliers: readonly TrustOutlier[];
}

/**
 * Funnels of each headline measure and kind of school, and the schools that stand out. Each school is judged against
 * the others without it, so that an outlier hides neither itself nor another: square roots of counts, chance widened
 * for repeats by one pupil, and the ordinary differences between the other schools (Winsorised, additive; Student's t
 * for how little is known of those). A school is named only if false discoveries over everything looked at stay at one
 * report in twenty and the difference is worth a word. Schools without a roll cannot be placed.
 */
export function compareSchools(
  schools: readonly TrustSchool[],
  comparability: readonly ComparabilityRow[],
): SchoolComparison {
  const limits = readTrustThresholds();
  const panels = listPanels(schools, limits);
  const judged = panels.map((panel) => {
    const spread = panel.seen.length > MANY ? estimateSpread(panel.seen, panel.clustering) : null;
    return panel.seen.map((_, at) => judgeSchool(panel, at, limits, spread));
  });
  const q = benjaminiHochberg(judged.flat().map(({ p }) => p));
  let at = 0;
  const funnels = panels.map((panel, index) => {
    const own = judged[index] ?? [];
    const qs = q.slice(at, at + own.length);
    at += own.length;
    return drawFunnel(panel, own, qs, limits);
  });
  return { funnels, outliers: listOutliers(funnels, comparability) };
}

function listPanels(schools: readonly TrustSchool[], limits: TrustThresholds): Panel[] {
  const phases = [...new Set(schools.map(({ phase }) => phase))].sort(compareText);
  return readHeadlineMeasures().flatMap((measure) =>
    phases.flatMap((phase) => {
      const seen = schools
        .filter((school) => school.phase === phase && (school.pupil_days ?? 0) > 0)
        .map((school) => ({
          school,
          observed: measureCount(measure, school.counts),
          days: school.pupil_days ?? 0,
        }));
      const total = seen.reduce((sum, { observed }) => sum + observed, 0);
      if (seen.length < limits.funnel_schools || total === 0) return [];
      const uneven = seen.reduce(
        (sum, { school, observed }) => sum + (school.clustering[measure.code] ?? 1) * observed,
        0,
      );
      return { measure, phase, clustering: Math.max(1, uneven / total), seen };
    }),
  );
}

function rateOf(seen: readonly Seen[]): number {
  const days = seen.reduce((sum, one) => sum + one.days, 0);
  return seen.reduce((sum, { observed }) => sum + observed, 0) / days;
}

/** Counts as if every incident were another pupil's. */
function thinned({ observed, days }: Seen, rate: number, clustering: number): FunnelUnit {
  return { observed: observed / clustering, expected: (days * rate) / clustering };
}

/** How much ordinary schools differ. */
function estimateSpread(seen: readonly Seen[], clustering: number): number {
  const rate = rateOf(seen);
  // Shifted as where schools are judged (Anscombe): the roots of very small counts spread by more than chance seems to allow.
  const units = seen.map((one) => thinned(one, rate, clustering));
  return estimateOverdispersion(
    units.map(({ observed, expected }) => ({ observed: observed + 3 / 8, expected: expected + 1 / 8 })),
  ).tau2;
}

function judgeSchool(
  { seen, clustering }: Panel,
  at: number,
  limits: TrustThresholds,
  spread: number | null,
): Judged {
  const one = seen[at];
  const others = seen.filter((_, index) => index !== at);
  const rate = rateOf(others);
  if (one === undefined || rate === 0) return { p: 1, ratio: Number.POSITIVE_INFINITY };
  const { observed, expected } = thinned(one, rate, clustering);
  const known = limits.ordinary_spread ** 2;
  const tau2 = spread ?? estimateSpread(others, clustering);
  const ofOthers = others.reduce((sum, other) => sum + other.observed, 0) / clustering;
  const chance = 1 + expected / ofOthers;
  const between = 4 * expected * Math.max(tau2, known);
  const z = (2 * (Math.sqrt(observed + 3 / 8) - Math.sqrt(expected + 1 / 8))) / Math.sqrt(chance + between);
  // Only what is estimated from the schools is doubtful: Satterthwaite, the rest counted as known.
  const doubtful = 4 * expected * Math.max(0, tau2 - known);
  const freedom =
    doubtful > 0 ? (others.length - 1) * ((chance + between) / doubtful) ** 2 : Number.POSITIVE_INFINITY;
  return { p: Math.min(1, 2 * studentTail(Math.abs(z), freedom)), ratio: observed / expected };
}

function drawFunnel(
  { measure, phase, clustering, seen }: Panel,
  judged: readonly Judged[],
  q: readonly number[],
  limits: TrustThresholds,
): TrustFunnel {
  const isOut = seen.map((_, at) => {
    const ratio = judged[at]?.ratio ?? 1;
    const far = ratio >= limits.least_ratio || ratio <= 1 / limits.least_ratio;
    return far && (q[at] ?? 1) <= limits.outlier_false_share;
  });
  const ordinary = seen.filter((_, at) => isOut[at] !== true);
  const rate = rateOf(ordinary.length > 0 ? ordinary : seen);
  const centre = rate > 0 ? rate : rateOf(seen);
  const units = seen.map((one) => thinned(one, centre, clustering));
  const funnel = funnelLimits(
    units,
    units.filter((_, at) => isOut[at] !== true),
  );
  return {
    code: measure.code,
    title: measure.title,
    adverse: measure.adverse,
    phase,
    rate: 100 * centre,
    clustering,
    tau2: funnel.tau2,
    units: funnel.units.map((place, at) => ({
      school: seen[at]?.school.school ?? '',
      pupil_days: seen[at]?.days ?? 0,
      observed: seen[at]?.observed ?? 0,
      expected: place.expected * clustering,
      ratio: place.ratio,
      interval: place.interval,
      limits95: asRatios(place.limits95, place.expected),
      limits998: asRatios(place.limits998, place.expected),
      wide95: place.wide95,
      wide998: place.wide998,
      p: judged[at]?.p ?? 1,
      q: q[at] ?? 1,
      outlying: isOut[at] === true,
    })),
  };
}

function asRatios([low, high]: readonly [number, number], expected: number): readonly [number, number] {
  return [low / expected, high / expected];
}

function listOutliers(
  funnels: readonly TrustFunnel[],
  comparability: readonly ComparabilityRow[],
): TrustOutlier[] {
  const flagsOf = new Map(comparability.map(({ school, flags }) => [school, flags]));
  return funnels
    .flatMap(({ code, title, phase, units }) =>
      units
        .filter(({ outlying }) => outlying)
        .map(({ school, observed, expected, ratio, interval, q }) => ({
          school,
          code,
          title,
          phase,
          direction: ratio > 1 ? ('higher' as const) : ('lower' as const),
          observed,
          expected,
          ratio,
          interval,
          q,
          cautions: flagsOf.get(school) ?? [],
        })),
    )
    .sort((a, b) => compareText(a.school, b.school));
}
