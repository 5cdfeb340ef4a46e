import { addDays, formatDayMonthYear } from '../calendar/iso-date.ts';
import type { Finding } from '../incident/finding.ts';
import { benjaminiHochberg } from '../statistics/benjamini-hochberg.ts';
import { dispersionFromDifferences } from '../statistics/dispersion-from-differences.ts';
import { type PoissonChangePoint, poissonChangePoint } from '../statistics/poisson-change-point.ts';
import { rateRatioInterval } from '../statistics/rate-ratio-interval.ts';
import { createRandom } from '../statistics/seeded-random.ts';
import { prepareUnevenCounts } from '../statistics/uneven-counts.ts';
import { askChangePoint } from './ask-change-point.ts';
import { assignTiers } from './assign-tiers.ts';
import { concentrationOf } from './concentration.ts';
import { countOf, describeExpected, describeInterval, describeRatio } from './describe-numbers.ts';
import type { DetectorMeta, DetectorResult } from './detect-input.ts';
import type { DetectionContext } from './detection-context.ts';
import { estimatePupilWobble } from './estimate-pupil-wobble.ts';
import { estimateTails } from './estimate-tails.ts';
import { expectByChance } from './expect-by-chance.ts';
import { makeFinding } from './make-finding.ts';
import { makeRun } from './make-run.ts';
import { lookAtRecorder } from './recorder-caution.ts';
import type { RecorderLook } from './recorder-look.ts';
import type { NamedSpan } from './school-record.ts';
import { buildWeeklySeries, type WeeklySeries } from './weekly-series.ts';

export const CLASS_TREND: DetectorMeta = {
  id: 'class_trend',
  question: 'Did a class step up or down within a school year, and when?',
  unit: 'a class in a school year',
  needs: [],
};

/** The wobble of pupils from term to term at which a class's half-terms vary by the threshold's shape. */
const USUAL_WOBBLE = 20;

/** One class in one academic year, with its most likely step. */
interface Candidate {
  readonly className: string;
  readonly year: NamedSpan;
  readonly series: WeeklySeries;
  readonly point: PoissonChangePoint;
}

/**
 * Looks in each class and academic year for the week at which its incidents most likely stepped up or down.
 *
 * Classes are compared within one school year only: next year's class of that name is other children. The school's
 * rhythm without the class is taken out; p comes from replicates as uneven from week to week as the school's classes
 * are; the family is every class-year with enough incidents.
 */
export function detectClassTrends(context: DetectionContext): DetectorResult {
  const limits = context.thresholds.class_trend;
  const { candidates, lookedAt } = findCandidates(context);
  const weeks = prepareUnevenCounts(typicalDispersion(candidates));
  const wobble =
    limits.pupil_wobble * (estimatePupilWobble(context, context.record.days.length) / USUAL_WOBBLE);
  // A step too small to be listed stays in the family.
  const questions = candidates.map(({ series, className, year, point }) =>
    isLarge(point, limits.ratio_floor)
      ? askChangePoint(
          series,
          {
            weeks,
            block: halfTermsOf(context, series),
            blockShape: wobble / concentrationOf(series.pupils),
          },
          limits.min_weeks_each_side,
          createRandom(`class trend ${className} ${year.name} ${series.counts.join(' ')}`),
        )
      : null,
  );
  const p = estimateTails(questions, limits, limits.q_possible);
  const q = benjaminiHochberg(p);
  const eligible = candidates
    .map((candidate, at) => ({ candidate, p: p[at] ?? 1, q: q[at] ?? 1 }))
    .filter(({ candidate: { point } }) => isLarge(point, limits.ratio_floor));
  const listed = assignTiers(
    eligible,
    (each) => each.q,
    (each) => each.p,
    limits,
  );
  const recorders = listed.map(({ item: { candidate } }) => recorderOf(context, candidate));
  const findings = listed.map(({ item, tier }, at) =>
    describe(context, item.candidate, item.p, item.q, tier, recorders[at]?.caution ?? ''),
  );
  return {
    findings,
    recorders,
    run: makeRun(CLASS_TREND, findings, {
      lookedAt,
      tooFew: lookedAt - candidates.length,
      tooFewIf: `fewer than ${limits.min_incident_days} incidents in the school year, or fewer than ${limits.min_weeks_each_side} recorded weeks on each side of a step`,
      expectedByChance: expectByChance(candidates.length, limits),
      note: lookedAt === 0 ? 'The record names no classes.' : null,
    }),
  };
}

function findCandidates(context: DetectionContext): { candidates: readonly Candidate[]; lookedAt: number } {
  const { record } = context;
  const candidates: Candidate[] = [];
  let lookedAt = 0;
  record.years.forEach((year, at) => {
    const members = record.classes.map((): number[] => []);
    record.pupils.forEach(({ years }, pupil) => {
      members[years[at]?.classId ?? -1]?.push(pupil);
    });
    const found = record.classes.flatMap((className, classId) => {
      const inClass = members[classId] ?? [];
      if (inClass.length === 0) return [];
      lookedAt += 1;
      const candidate = findStep(context, className, year, inClass, null);
      return candidate === null ? [] : [{ candidate, inClass }];
    });
    const changed = findChanged(
      context,
      found.map(({ candidate }) => candidate),
    );
    // Added up once for the year: a sum for each class would cost classes times classes.
    const ofChanged = addUp(changed, record.days.length);
    for (const { candidate, inClass } of found) {
      const itself = changed.includes(candidate);
      const others = itself ? ofChanged.map((sum, day) => sum - (candidate.series.own[day] ?? 0)) : ofChanged;
      const again =
        changed.length === (itself ? 1 : 0)
          ? candidate
          : findStep(context, candidate.className, year, inClass, others);
      if (again !== null) candidates.push(again);
    }
  });
  return { candidates, lookedAt };
}

/** A class's most likely step; null when it has too few incidents or weeks. */
function findStep(
  context: DetectionContext,
  className: string,
  year: NamedSpan,
  members: readonly number[],
  alsoOut: Float64Array | null,
): Candidate | null {
  const limits = context.thresholds.class_trend;
  const series = buildWeeklySeries(context, year, members, 'others', alsoOut);
  if (series.total < limits.min_incident_days) return null;
  const minSegment = limits.min_weeks_each_side;
  const point = poissonChangePoint(series.counts, series.exposure, { minSegment });
  return point.index === null ? null : { className, year, series, point };
}

/**
 * Classes of one year that most likely changed, strongest first, half of the classes at most. They are left out of the
 * rhythm that the others are held against: where one class of seven trebles, the other six would seem to fall.
 */
function findChanged(
  { thresholds }: DetectionContext,
  candidates: readonly Candidate[],
): readonly Candidate[] {
  const { ratio_floor, llr_left_out } = thresholds.class_trend;
  const dispersion = typicalDispersion(candidates);
  return candidates
    .filter(({ point }) => point.llr / dispersion >= llr_left_out && isLarge(point, ratio_floor))
    .toSorted((one, other) => other.point.llr - one.point.llr)
    .slice(0, Math.floor(candidates.length / 2));
}

function addUp(candidates: readonly Candidate[], days: number): Float64Array {
  const sum = new Float64Array(days);
  for (const { series } of candidates) {
    for (let day = 0; day < days; day += 1) sum[day] = (sum[day] ?? 0) + (series.own[day] ?? 0);
  }
  return sum;
}

/** How uneven the school's classes are from week to week, floored at chance: neighbouring weeks, so steps hardly count. */
function typicalDispersion(candidates: readonly Candidate[]): number {
  const found = candidates.flatMap(dispersionOf);
  const sum = found.reduce((total, one) => total + one, 0);
  return found.length === 0 ? 1 : Math.max(1, sum / found.length);
}

function dispersionOf({ series: { counts, exposure, total } }: Candidate): readonly number[] {
  const exposed = exposure.reduce((sum, one) => sum + one, 0);
  const found = dispersionFromDifferences(
    counts,
    exposure.map((one) => (one * total) / exposed),
  );
  return found === null ? [] : [found];
}

function halfTermsOf({ record }: DetectionContext, series: WeeklySeries): readonly number[] {
  return series.firstDay.map((day) => record.halfTerm[day] ?? 0);
}

function isLarge({ rateBefore, rateAfter }: PoissonChangePoint, floor: number): boolean {
  return rateAfter >= rateBefore * floor || rateAfter <= rateBefore / floor;
}

function sumOf(values: readonly number[], from: number, to: number): number {
  let sum = 0;
  for (let at = from; at < to; at += 1) sum += values[at] ?? 0;
  return sum;
}

/** Who entered the records on both sides of the step. */
function recorderOf(context: DetectionContext, { series, point }: Candidate): RecorderLook {
  const index = point.index ?? 0;
  const firstDay = series.firstDay[index] ?? 0;
  return lookAtRecorder(context, {
    after: series.incidents.filter(({ day }) => day >= firstDay),
    before: series.incidents.filter(({ day }) => day < firstDay),
    scale: sumOf(series.exposure, index, series.counts.length) / sumOf(series.exposure, 0, index),
  });
}

function describe(
  context: DetectionContext,
  { className, year, series, point }: Candidate,
  p: number,
  q: number,
  tier: 'clear' | 'possible',
  caution: string,
): Finding {
  const { record } = context;
  const index = point.index ?? 0;
  const n = series.counts.length;
  const [x1, t1] = [sumOf(series.counts, index, n), sumOf(series.exposure, index, n)];
  const [x2, t2] = [sumOf(series.counts, 0, index), sumOf(series.exposure, 0, index)];
  const expected = (x2 * t1) / t2;
  const interval = rateRatioInterval({ x1, t1, x2, t2 }, 0.95);
  const from = series.weeks[index] ?? '';
  const firstDay = series.firstDay[index] ?? 0;
  const started = {
    from: series.weeks[point.within192[0] ?? index] ?? from,
    to: series.weeks[point.within192.at(-1) ?? index] ?? from,
  };
  const isAfter = (_: unknown, at: number): boolean => (series.incidents[at]?.day ?? -1) >= firstDay;
  const after = series.incidents.filter(isAfter);
  const up = x1 > expected;
  const sentence = [
    `${className}: from the week of ${formatDayMonthYear(from)} incidents were ${describeRatio(x1 / expected)} the rate before:`,
    `${sayWeekly({ before: x2 / index, since: x1 / (n - index), usual: expected / (n - index) })}`,
    `(${describeInterval([interval[0], Number.isFinite(interval[1]) ? interval[1] : null])}, after choosing the week).`,
    likelyBetween(started),
    'The rhythm of the rest of the school is allowed for.',
    ...(up ? [pupilsText(series.pupils.filter(isAfter))] : []),
    caution,
  ]
    .filter((part) => part !== '')
    .join(' ');
  return makeFinding({
    kind: 'class_trend',
    subject: className,
    category: null,
    direction: up ? 'up' : 'down',
    from,
    to: record.days[year.last] ?? '',
    comparison: { from: record.days[year.first] ?? '', to: addDays(from, -1) },
    tier,
    observed: x1,
    expected,
    interval,
    p,
    q,
    started,
    sentence,
    evidence: after.toSorted((one, other) => one.day - other.day),
  });
}

/**
 * Incidents a week on both sides of a step. Where the school's rhythm makes the plain numbers tell another change than
 * the rate does, what would be usual stands in the place of what was before.
 */
function sayWeekly({ before, since, usual }: { before: number; since: number; usual: number }): string {
  const now = describeExpected(since);
  if (describeRatio(since / before) === describeRatio(since / usual))
    return `${describeExpected(before)} a week before, ${now} since`;
  return `${now} a week since, where ${describeExpected(usual)} would be usual`;
}

function likelyBetween({ from, to }: { readonly from: string; readonly to: string }): string {
  if (from === to) return '';
  return `The step most likely came between ${formatDayMonthYear(from)} and ${formatDayMonthYear(to)}.`;
}

/** Whether the rise is one child or many: the first thing a reader asks. */
function pupilsText(whose: readonly number[]): string {
  const counts = new Map<number, number>();
  for (const pupil of whose) counts.set(pupil, (counts.get(pupil) ?? 0) + 1);
  const most = Math.max(0, ...counts.values());
  if (counts.size === 1) return 'All of the records are of one pupil.';
  const pupils = countOf(counts.size, 'pupil');
  if (most * 2 > whose.length)
    return `${pupils} are involved, but more than half of the records are of one pupil.`;
  return `${pupils} are involved, so this is not one child.`;
}
