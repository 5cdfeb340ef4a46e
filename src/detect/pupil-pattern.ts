import { daysBetween } from '../calendar/iso-date.ts';
import type { Finding } from '../incident/finding.ts';
import { bayesianFdr } from '../statistics/bayesian-fdr.ts';
import { gammaPoissonPosterior } from '../statistics/gamma-poisson-posterior.ts';
import { poissonUpperTail } from '../statistics/poisson-upper-tail.ts';
import { commonPlace } from './common-place.ts';
import type { DetectorMeta, DetectorResult } from './detect-input.ts';
import type { DetectionContext } from './detection-context.ts';
import { dropCatchAll } from './drop-catch-all.ts';
import { type ExposureGroups, fitShape, groupExposures } from './fit-shape.ts';
import { makeFinding } from './make-finding.ts';
import { makeRun } from './make-run.ts';
import { measureOwnUsual } from './measure-own-usual.ts';
import { sayPattern } from './say-pattern.ts';
import type { NamedSpan, PlacedIncident, SchoolRecord } from './school-record.ts';

export const PUPIL_PATTERN: DetectorMeta = {
  id: 'pupil_pattern',
  question: 'Does a pupil keep being recorded for the same thing, far more than other pupils?',
  unit: 'a pupil and kind of record in a school year',
  needs: [],
};

/** The best window of one pupil, category and year. */
interface Candidate {
  readonly pupil: number;
  readonly category: number;
  readonly window: NamedSpan;
  readonly observed: number;
  readonly expected: number;
  readonly shape: number;
  readonly gain: number;
}

/** One window with every pupil's weighted exposure in it. */
interface ExposedWindow {
  readonly window: NamedSpan;
  /** First and last of its terms. */
  readonly from: number;
  readonly to: number;
  readonly weights: Float64Array;
  readonly total: number;
  readonly groups: ExposureGroups;
}

/** Counts of one category: entry `place x terms + term` is of the pupil at that place. */
interface TermCounts {
  readonly pupils: readonly number[];
  readonly counts: readonly number[];
}

/**
 * Finds pupils recorded for one category on far more days than the school's other pupils, spread over time.
 *
 * For each category and window (each term, each two terms together, the year) the unevenness of pupils is fitted
 * and each pupil's ratio shrunk by it; a pupil's window with the largest gain is kept. Listed from the surest on
 * while the mean posterior error (chance that the true ratio is 3 or less) stays small; then one bad week
 * is struck out by the rule on days, weeks and span. One gamma in place of DuMouchel's two (1999).
 */
export function detectPupilPatterns(context: DetectionContext): DetectorResult {
  const { record, thresholds } = context;
  const limits = thresholds.pupil_pattern;
  const { candidates, lookedAt, tooFew } = findCandidates(context);
  const usual = measureOwnUsual(context);
  const errors = candidates.map(({ pupil, category, observed, expected, shape }) => {
    const posterior = gammaPoissonPosterior(observed, expected, shape);
    if (poissonUpperTail(observed, expected * usual(pupil, category)) > limits.each_chance) return 1;
    // A gamma's median is below its mean: with the mean under the floor the error is over one half, however far.
    return posterior.mean <= limits.ratio_floor ? 1 : posterior.errorBelow(limits.ratio_floor);
  });
  const listed = bayesianFdr(errors, limits.mean_error, limits.each_error);
  const patterns = candidates.flatMap((candidate, at) => {
    const days = listed[at] ? daysOf(context, candidate) : [];
    return isSpreadOut(context, candidate, days) ? [describe(context, candidate, days, errors[at] ?? 1)] : [];
  });
  const findings = dropCatchAll(patterns, record, limits.catch_all_share);
  const expectedFalse = findings.reduce((sum, finding) => sum + (finding.q ?? 0), 0);
  return {
    findings,
    run: makeRun(PUPIL_PATTERN, findings, {
      lookedAt,
      tooFew,
      tooFewIf: `fewer than ${limits.min_days_when_rare} days with such a record, or fewer than ${limits.min_exposed_days} school days on roll`,
      expectedByChance: Number(expectedFalse.toPrecision(2)),
      note: record.hasRoll
        ? null
        : 'No roll was given: pupils who are in no record are unknown, so other pupils look busier than they are and fewer patterns are found.',
    }),
  };
}

function findCandidates(context: DetectionContext): {
  candidates: readonly Candidate[];
  lookedAt: number;
  tooFew: number;
} {
  const { record } = context;
  const byCategory = countTerms(record);
  const candidates: Candidate[] = [];
  let [lookedAt, tooFew] = [0, 0];
  for (const year of record.years) {
    const exposed = exposeWindows(context, year);
    const at = record.years.indexOf(year);
    const present = record.pupils.filter(({ years }) => years[at]).length;
    for (const [category, counts] of byCategory.entries()) {
      const { best, enough } = bestWindows(context, category, counts, exposed);
      lookedAt += present;
      tooFew += present - enough;
      for (const one of best) candidates.push(one);
    }
  }
  return { candidates, lookedAt, tooFew };
}

/** Every pupil's weighted exposure in the windows of a year; 0 where it is too short to speak of. */
function exposeWindows({ record, exposure, thresholds }: DetectionContext, year: NamedSpan) {
  const { days, weighted } = exposure.ofTerms;
  const terms = record.terms.length;
  return windowsOf(record.terms, year).map((window): ExposedWindow => {
    const [from, to] = termsOf(record.terms, window);
    const least = Math.min(thresholds.pupil_pattern.min_exposed_days, window.last - window.first + 1);
    const weights = new Float64Array(record.pupils.length);
    let total = 0;
    for (let pupil = 0; pupil < weights.length; pupil += 1) {
      let [onRoll, weight] = [0, 0];
      for (let at = pupil * terms + from; at <= pupil * terms + to; at += 1) {
        onRoll += days[at] ?? 0;
        weight += weighted[at] ?? 0;
      }
      if (onRoll < least) continue;
      weights[pupil] = weight;
      total += weight;
    }
    return { window, from, to, weights, total, groups: groupExposures(weights) };
  });
}

/**
 * Each pupil's best window for one category in one year, for pupils with enough days to speak of at all; and how many
 * those are, with those who have no more than usual.
 */
function bestWindows(
  { record, thresholds }: DetectionContext,
  category: number,
  { pupils, counts }: TermCounts,
  exposed: readonly ExposedWindow[],
): { readonly best: readonly Candidate[]; readonly enough: number } {
  const limits = thresholds.pupil_pattern;
  const terms = record.terms.length;
  const best: Candidate[] = [];
  const bestOf = new Int32Array(pupils.length).fill(-1);
  const isEnough = new Uint8Array(pupils.length);
  for (const { window, from, to, weights, total, groups } of exposed) {
    const [places, seenPupils, observed]: [number[], number[], number[]] = [[], [], []];
    let [seen, most] = [0, 0];
    for (let place = 0; place < pupils.length; place += 1) {
      const pupil = pupils[place] ?? 0;
      if ((weights[pupil] ?? 0) === 0) continue;
      let inside = 0;
      for (let at = place * terms + from; at <= place * terms + to; at += 1) inside += counts[at] ?? 0;
      if (inside === 0) continue;
      if (inside >= limits.min_days_when_rare) isEnough[place] = 1;
      places.push(place);
      seenPupils.push(pupil);
      observed.push(inside);
      seen += inside;
      if (inside > most) most = inside;
    }
    if (total === 0 || most < limits.min_days_when_rare) continue;
    const rate = seen / total;
    const shape = fitShape(groups, rate, seenPupils, observed, limits);
    for (let at = 0; at < places.length; at += 1) {
      const count = observed[at] ?? 0;
      const pupil = seenPupils[at] ?? 0;
      const expected = (weights[pupil] ?? 0) * rate;
      if (count < limits.min_days_when_rare || count <= expected) continue;
      const gain = count * Math.log(count / expected) - (count - expected);
      const place = places[at] ?? 0;
      const known = best[bestOf[place] ?? -1];
      if (known !== undefined && gain <= known.gain) continue;
      const candidate = { pupil, category, window, observed: count, expected, shape, gain };
      if (known === undefined) bestOf[place] = best.push(candidate) - 1;
      else best[bestOf[place] ?? -1] = candidate;
    }
  }
  return { best, enough: isEnough.reduce((sum, one) => sum + one, 0) };
}

/** Days of each pupil in each category by term, each day once. */
function countTerms({ categories, terms, days, events }: SchoolRecord): readonly TermCounts[] {
  const termOf = new Int32Array(days.length);
  terms.forEach(({ first, last }, term) => {
    termOf.fill(term, first, last + 1);
  });
  const lists = categories.map(() => ({ pupils: [] as number[], counts: [] as number[] }));
  const lastDay = new Int32Array(categories.length);
  for (let pupil = 0; pupil < events.length; pupil += 1) {
    lastDay.fill(-1);
    for (const { day, categories: given } of events[pupil] ?? []) {
      for (const category of given) {
        if (lastDay[category] === day) continue;
        const list = lists[category];
        if (list === undefined) continue;
        if (lastDay[category] === -1) {
          list.pupils.push(pupil);
          for (let term = 0; term < terms.length; term += 1) list.counts.push(0);
        }
        lastDay[category] = day;
        const at = list.counts.length - terms.length + (termOf[day] ?? 0);
        list.counts[at] = (list.counts[at] ?? 0) + 1;
      }
    }
  }
  return lists;
}

/** First and last of the terms that make up a window. */
function termsOf(terms: readonly NamedSpan[], { first, last }: NamedSpan): readonly [number, number] {
  return [terms.findIndex((term) => term.first >= first), terms.findLastIndex((term) => term.last <= last)];
}

/** The pupil's incidents in the category and window, the first of each day. */
function daysOf(
  { record }: DetectionContext,
  { pupil, category, window }: Candidate,
): readonly PlacedIncident[] {
  const days: PlacedIncident[] = [];
  for (const incident of record.events[pupil] ?? []) {
    if (incident.day < window.first || incident.day > window.last) continue;
    if (incident.categories.includes(category) && days.at(-1)?.day !== incident.day) days.push(incident);
  }
  return days;
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

/**
 * The rule that keeps one bad week, however bad, from being called a pattern. Whether three days are enough is asked of
 * the time between the first and the last of them, not of the terms they happen to lie in.
 */
function isSpreadOut(
  { record, exposure, thresholds }: DetectionContext,
  { window, expected }: Candidate,
  days: readonly PlacedIncident[],
): boolean {
  const limits = thresholds.pupil_pattern;
  const first = days[0]?.day ?? 0;
  const last = days.at(-1)?.day ?? 0;
  const usual = (expected * exposure.sum(first, last)) / exposure.sum(window.first, window.last);
  if (days.length < (usual <= limits.rare_expected ? limits.min_days_when_rare : limits.min_days))
    return false;
  const perWeek = new Map<number, number>();
  for (const { day } of days) {
    const week = record.week[day] ?? 0;
    perWeek.set(week, (perWeek.get(week) ?? 0) + 1);
  }
  const weeks = (record.week[last] ?? 0) - (record.week[first] ?? 0) + 1;
  return (
    perWeek.size >= limits.min_weeks &&
    daysBetween(record.days[first] ?? '', record.days[last] ?? '') >= limits.min_span_days &&
    Math.max(...perWeek.values()) <= limits.max_share_one_week * days.length &&
    days.length * limits.max_weeks_per_day >= weeks
  );
}

function describe(
  context: DetectionContext,
  candidate: Candidate,
  days: readonly PlacedIncident[],
  error: number,
): Finding {
  const { record } = context;
  const { pupil, window, expected, shape } = candidate;
  const posterior = gammaPoissonPosterior(days.length, expected, shape);
  const person = record.pupils[pupil];
  const category = record.categories[candidate.category] ?? '';
  const weeks = new Set(days.map(({ day }) => record.week[day])).size;
  // The records' own days: one of a weekend or a bank holiday is counted with the school day beside it.
  const first = days[0]?.source.incident.date ?? '';
  const last = days.at(-1)?.source.incident.date ?? '';
  const told = sayPattern({
    pupil: person?.label ?? '',
    className: classOf(context, pupil, window),
    category,
    days: days.length,
    weeks,
    first,
    last,
    window: window.name,
    expected,
    place: commonPlace(days),
  });
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
    ...told,
    evidence: days,
  });
}

function classOf({ record }: DetectionContext, pupil: number, window: NamedSpan): string | null {
  const years = record.pupils[pupil]?.years ?? [];
  const stay = years.find((one) => one !== null && one.first <= window.last && one.last >= window.first);
  return record.classes[stay?.classId ?? -1] ?? null;
}
