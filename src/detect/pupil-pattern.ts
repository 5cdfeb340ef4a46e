import { daysBetween, formatDayMonthYear } from '../calendar/iso-date.ts';
import type { Finding } from '../incident/finding.ts';
import { bayesianFdr } from '../statistics/bayesian-fdr.ts';
import { gammaPoissonPosterior } from '../statistics/gamma-poisson-posterior.ts';
import { commonPlace } from './common-place.ts';
import { countOf, describeExpected } from './describe-numbers.ts';
import type { DetectorMeta, DetectorResult } from './detect-input.ts';
import type { DetectionContext } from './detection-context.ts';
import { dropCatchAll } from './drop-catch-all.ts';
import { type ExposureGroups, fitShape, groupExposures } from './fit-shape.ts';
import { makeFinding } from './make-finding.ts';
import type { NamedSpan, PlacedIncident, PupilEvent } from './school-record.ts';

export const PUPIL_PATTERN: DetectorMeta = {
  id: 'pupil_pattern',
  question: 'Does a pupil keep being recorded for the same thing, far more than other pupils?',
  needs: [],
};

/** The best window of one pupil, category and year. */
interface Candidate {
  readonly pupil: number;
  readonly category: number;
  readonly window: NamedSpan;
  readonly days: readonly PupilEvent[];
  readonly expected: number;
  readonly shape: number;
  readonly gain: number;
}

/** One window with every pupil's weighted exposure in it. */
interface ExposedWindow {
  readonly window: NamedSpan;
  readonly weights: readonly number[];
  readonly groups: ExposureGroups;
}

/**
 * Finds pupils recorded for one category on far more days than the school's other pupils, spread over time.
 *
 * For each category and window (each term, each two terms together, the year) the unevenness of pupils is fitted
 * and each pupil's ratio shrunk by it; a pupil's window with the largest gain is kept. Listed from the surest on
 * while the mean posterior error (chance that the true ratio is 3 or less) stays at 5 % or less; then one bad week
 * is struck out by the rule on days, weeks and span. One gamma in place of DuMouchel's two (1999).
 */
export function detectPupilPatterns(context: DetectionContext): DetectorResult {
  const { record, thresholds } = context;
  const limits = thresholds.pupil_pattern;
  const { candidates, lookedAt, tooFew } = findCandidates(context);
  const errors = candidates.map(({ days, expected, shape }) => {
    const posterior = gammaPoissonPosterior(days.length, expected, shape);
    // A gamma's median is below its mean: with the mean under the floor the error is over one half, however far.
    return posterior.mean <= limits.ratio_floor ? 1 : posterior.errorBelow(limits.ratio_floor);
  });
  const listed = bayesianFdr(errors, limits.mean_error, limits.each_error);
  const patterns = candidates.flatMap((candidate, at) =>
    listed[at] && isSpreadOut(context, candidate) ? [describe(context, candidate, errors[at] ?? 1)] : [],
  );
  const findings = dropCatchAll(patterns, record, limits.catch_all_share);
  const expectedFalse = findings.reduce((sum, finding) => sum + (finding.q ?? 0), 0);
  return {
    findings,
    run: {
      detector: PUPIL_PATTERN.id,
      question: PUPIL_PATTERN.question,
      lookedAt,
      tooFew,
      clear: findings.filter(({ tier }) => tier === 'clear').length,
      possible: findings.filter(({ tier }) => tier === 'possible').length,
      expectedByChance: Number(expectedFalse.toPrecision(2)),
      note: record.hasRoll
        ? null
        : 'No roll was given: pupils who are in no record are unknown, so other pupils look busier than they are and fewer patterns are found.',
    },
  };
}

function findCandidates(context: DetectionContext): {
  candidates: readonly Candidate[];
  lookedAt: number;
  tooFew: number;
} {
  const { record, exposure, thresholds } = context;
  const byCategory = dayLists(context);
  const candidates: Candidate[] = [];
  let [lookedAt, tooFew] = [0, 0];
  for (const year of record.years) {
    const windows = windowsOf(record.terms, year);
    const exposed = windows.map((window) => {
      const weights = record.pupils.map((_, pupil) => {
        const { days, weighted } = exposure.ofPupil(pupil, window);
        return days >= Math.min(thresholds.pupil_pattern.min_exposed_days, spanDays(window)) ? weighted : 0;
      });
      return { window, weights, groups: groupExposures(weights) };
    });
    const present = record.pupils.filter((_, pupil) =>
      exposed.some(({ weights }) => (weights[pupil] ?? 0) > 0),
    );
    for (const [category, lists] of byCategory.entries()) {
      const best = bestWindows(context, category, lists, exposed);
      lookedAt += present.length;
      tooFew += present.length - best.length;
      candidates.push(...best);
    }
  }
  return { candidates, lookedAt, tooFew };
}

/** Each pupil's best window for one category in one year, for pupils with enough days to speak of at all. */
function bestWindows(
  { thresholds }: DetectionContext,
  category: number,
  lists: ReadonlyMap<number, readonly PupilEvent[]>,
  exposed: readonly ExposedWindow[],
): readonly Candidate[] {
  const limits = thresholds.pupil_pattern;
  const best = new Map<number, Candidate>();
  for (const { window, weights, groups } of exposed) {
    const inWindow = new Map<number, number>();
    let [seen, weight, most] = [0, 0, 0];
    for (const one of weights) weight += one;
    for (const [pupil, days] of lists) {
      if ((weights[pupil] ?? 0) === 0) continue;
      let inside = 0;
      for (const { day } of days) if (day >= window.first && day <= window.last) inside += 1;
      if (inside === 0) continue;
      inWindow.set(pupil, inside);
      seen += inside;
      if (inside > most) most = inside;
    }
    if (weight === 0 || most < limits.min_days_when_rare) continue;
    const rate = seen / weight;
    const shape = fitShape(groups, rate, inWindow, limits);
    for (const [pupil, observed] of inWindow) {
      if (observed < limits.min_days_when_rare) continue;
      const expected = (weights[pupil] ?? 0) * rate;
      if (observed <= expected) continue;
      const gain = observed * Math.log(observed / expected) - (observed - expected);
      const known = best.get(pupil);
      if (known === undefined || gain > known.gain) {
        const all = lists.get(pupil) ?? [];
        const days = all.filter(({ day }) => day >= window.first && day <= window.last);
        best.set(pupil, { pupil, category, window, days, expected, shape, gain });
      }
    }
  }
  return [...best.values()];
}

/** Days of each pupil in each category, each day once. */
function dayLists({ record }: DetectionContext): readonly ReadonlyMap<number, readonly PupilEvent[]>[] {
  const lists = record.categories.map(() => new Map<number, PupilEvent[]>());
  record.events.forEach((events, pupil) => {
    for (const event of events) {
      for (const category of event.incident.categories) {
        const days = lists[category]?.get(pupil);
        if (days === undefined) lists[category]?.set(pupil, [event]);
        else if (days.at(-1)?.day !== event.day) days.push(event);
      }
    }
  });
  return lists;
}

/** Each term, each two neighbouring terms and the whole year. */
function windowsOf(terms: readonly NamedSpan[], year: NamedSpan): readonly NamedSpan[] {
  const inYear = terms.filter((term) => term.academicYear === year.academicYear);
  const pairs = inYear.slice(1).map((term, at) => ({
    ...term,
    name: `${inYear[at]?.name} and ${term.name}`,
    first: inYear[at]?.first ?? term.first,
  }));
  return [...inYear, ...(inYear.length > 2 ? pairs : []), ...(inYear.length > 1 ? [year] : [])];
}

function spanDays({ first, last }: NamedSpan): number {
  return last - first + 1;
}

/** The rule that keeps one bad week, however bad, from being called a pattern. */
function isSpreadOut({ record, thresholds }: DetectionContext, { days, expected }: Candidate): boolean {
  const limits = thresholds.pupil_pattern;
  const enough = expected <= limits.rare_expected ? limits.min_days_when_rare : limits.min_days;
  const first = days[0]?.day ?? 0;
  const last = days.at(-1)?.day ?? 0;
  const perWeek = new Map<number, number>();
  for (const { day } of days) {
    const week = record.week[day] ?? 0;
    perWeek.set(week, (perWeek.get(week) ?? 0) + 1);
  }
  const weeks = (record.week[last] ?? 0) - (record.week[first] ?? 0) + 1;
  return (
    days.length >= enough &&
    perWeek.size >= limits.min_weeks &&
    daysBetween(record.days[first] ?? '', record.days[last] ?? '') >= limits.min_span_days &&
    Math.max(...perWeek.values()) <= limits.max_share_one_week * days.length &&
    days.length * limits.max_weeks_per_day >= weeks
  );
}

function describe(context: DetectionContext, candidate: Candidate, error: number): Finding {
  const { record } = context;
  const { pupil, window, days, expected, shape } = candidate;
  const posterior = gammaPoissonPosterior(days.length, expected, shape);
  const person = record.pupils[pupil];
  const category = record.categories[candidate.category] ?? '';
  const incidents = days.map(({ incident }) => incident);
  const weeks = new Set(days.map(({ day }) => record.week[day])).size;
  const first = record.days[days[0]?.day ?? 0] ?? '';
  const last = record.days[days.at(-1)?.day ?? 0] ?? '';
  const sentence =
    `${person?.label}${classOf(context, pupil, window)}: ${quote(category)} recorded on ${countOf(days.length, 'day')}` +
    ` from ${formatDayMonthYear(first)} to ${formatDayMonthYear(last)}, in ${weeks} different weeks.` +
    ` A typical pupil would have ${describeExpected(expected)} in that time.${whereText(incidents)}` +
    ' This counts records; it does not say why.';
  return makeFinding({
    kind: 'pupil_pattern',
    subject: person?.label ?? '',
    category,
    direction: 'up',
    from: record.days[window.first] ?? '',
    to: record.days[window.last] ?? '',
    comparison: null,
    tier: error <= 0.1 ? 'clear' : 'possible',
    observed: days.length,
    expected,
    interval: posterior.interval90,
    p: null,
    q: error,
    started: null,
    sentence,
    evidence: incidents,
  });
}

function quote(category: string): string {
  return `‘${category}’`;
}

function whereText(incidents: readonly PlacedIncident[]): string {
  const place = commonPlace(incidents);
  return place === null ? '' : ` Mostly in: ${place}.`;
}

function classOf({ record }: DetectionContext, pupil: number, window: NamedSpan): string {
  const years = record.pupils[pupil]?.years ?? [];
  const stay = years.find((one) => one !== null && one.first <= window.last && one.last >= window.first);
  const name = record.classes[stay?.classId ?? -1];
  return name === undefined ? '' : ` (${name})`;
}
