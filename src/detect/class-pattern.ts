import { formatDayMonthYear } from '../calendar/iso-date.ts';
import type { Finding } from '../incident/finding.ts';
import { bayesianFdr } from '../statistics/bayesian-fdr.ts';
import { fitGammaPoisson } from '../statistics/fit-gamma-poisson.ts';
import { type GammaPoissonPosterior, gammaPoissonPosterior } from '../statistics/gamma-poisson-posterior.ts';
import { concentrationOf } from './concentration.ts';
import { countOf, describeExpected } from './describe-numbers.ts';
import type { DetectorMeta, DetectorResult } from './detect-input.ts';
import type { DetectionContext } from './detection-context.ts';
import { makeFinding } from './make-finding.ts';
import type { NamedSpan, PupilEvent } from './school-record.ts';

export const CLASS_PATTERN: DetectorMeta = {
  id: 'class_pattern',
  question: 'Is one kind of incident recorded far more in a class than in the school’s other classes?',
  needs: [],
};

/** One class, category and academic year. */
interface Candidate {
  readonly classId: number;
  readonly category: number;
  readonly year: NamedSpan;
  readonly days: readonly (PupilEvent & { readonly pupil: number })[];
  readonly expected: number;
  readonly shape: number;
}

/**
 * Finds classes in which one category is recorded far more than in the school's other classes over a school year.
 *
 * As for pupils: counts of pupil-days against school days on roll, each class's ratio shrunk by how uneven classes
 * are. It asks for eight days, four pupils, four weeks, and no pupil behind more than half, so that it is about a
 * class. Other classes of the school are not always like: the sentence says what the class was held against.
 */
export function detectClassPatterns(context: DetectionContext): DetectorResult {
  const { record, thresholds } = context;
  const limits = thresholds.class_pattern;
  const { candidates, lookedAt } = findCandidates(context);
  const errors = candidates.map((candidate) => posteriorOf(candidate).errorBelow(limits.ratio_floor));
  const listed = bayesianFdr(errors, limits.mean_error, limits.each_error);
  const findings = candidates.flatMap((candidate, at) =>
    listed[at] ? [describe(context, candidate, errors[at] ?? 1)] : [],
  );
  return {
    findings: findings.toSorted((one, other) => (one.q ?? 1) - (other.q ?? 1)),
    run: {
      detector: CLASS_PATTERN.id,
      question: CLASS_PATTERN.question,
      lookedAt,
      tooFew: lookedAt - candidates.length,
      clear: findings.filter(({ tier }) => tier === 'clear').length,
      possible: findings.filter(({ tier }) => tier === 'possible').length,
      expectedByChance: Number(findings.reduce((sum, { q }) => sum + (q ?? 0), 0).toPrecision(2)),
      note:
        record.classes.length < limits.min_classes
          ? `Fewer than ${limits.min_classes} classes are named, so there is nothing to hold a class against.`
          : null,
    },
  };
}

function findCandidates(context: DetectionContext): { candidates: readonly Candidate[]; lookedAt: number } {
  const { record, thresholds } = context;
  const candidates: Candidate[] = [];
  let lookedAt = 0;
  record.years.forEach((year, at) => {
    const { weights, days } = gatherClasses(context, year, at);
    const present = weights.filter((weight) => weight > 0).length;
    if (present < thresholds.class_pattern.min_classes) return;
    const exposed = weights.reduce((sum, weight) => sum + weight, 0);
    record.categories.forEach((_, category) => {
      const lists = record.classes.map(
        (_name, classId) => days.get(classId * record.categories.length + category) ?? [],
      );
      const rate = lists.reduce((sum, list) => sum + list.length, 0) / exposed;
      lookedAt += present;
      if (!lists.some((list) => isBroad(context, list))) return;
      const counted = lists.map((list) => list.length);
      const { shape } = fitGammaPoisson(
        counted,
        weights.map((weight) => weight * rate),
      );
      lists.forEach((list, classId) => {
        if (!isBroad(context, list)) return;
        const expected = (weights[classId] ?? 0) * rate;
        candidates.push({ classId, category, year, days: list, expected, shape });
      });
    });
  });
  return { candidates, lookedAt };
}

/** Weighted pupil-days of each class, and its pupil-days in each category. */
function gatherClasses(
  { record, exposure }: DetectionContext,
  year: NamedSpan,
  at: number,
): { weights: readonly number[]; days: ReadonlyMap<number, Candidate['days']> } {
  const weights = record.classes.map(() => 0);
  const days = new Map<number, (PupilEvent & { readonly pupil: number })[]>();
  record.pupils.forEach(({ years }, pupil) => {
    const stay = years[at];
    if (!stay || stay.classId < 0) return;
    weights[stay.classId] = (weights[stay.classId] ?? 0) + exposure.sum(stay.first, stay.last);
    const last = new Map<number, number>();
    for (const event of record.events[pupil] ?? []) {
      if (event.day < year.first || event.day > year.last) continue;
      for (const category of event.incident.categories) {
        if (last.get(category) === event.day) continue;
        last.set(category, event.day);
        const key = stay.classId * record.categories.length + category;
        const list = days.get(key);
        const seen = { day: event.day, incident: event.incident, pupil };
        if (list === undefined) days.set(key, [seen]);
        else list.push(seen);
      }
    }
  });
  return { weights, days };
}

/**
 * What is known of the class's ratio. Ten records of one child are not ten children: both numbers are divided by the
 * mean number of records that a record's pupil has, so that a few busy pupils do not make a class look certain.
 */
function posteriorOf({ days, expected, shape }: Candidate): GammaPoissonPosterior {
  const perRecord = 1 + concentrationOf({ events: days }) * days.length;
  return gammaPoissonPosterior(days.length / perRecord, expected / perRecord, shape);
}

/** Enough days, pupils and weeks, and not one child. */
function isBroad({ record, thresholds }: DetectionContext, days: Candidate['days']): boolean {
  const limits = thresholds.class_pattern;
  if (days.length < limits.min_days) return false;
  const perPupil = new Map<number, number>();
  for (const { pupil } of days) perPupil.set(pupil, (perPupil.get(pupil) ?? 0) + 1);
  const weeks = new Set(days.map(({ day }) => record.week[day])).size;
  return (
    perPupil.size >= limits.min_pupils &&
    weeks >= limits.min_weeks &&
    Math.max(...perPupil.values()) <= limits.max_share_one_pupil * days.length
  );
}

function describe({ record }: DetectionContext, candidate: Candidate, error: number): Finding {
  const { classId, year, days, expected } = candidate;
  const subject = record.classes[classId] ?? '';
  const category = record.categories[candidate.category] ?? '';
  const pupils = new Set(days.map(({ pupil }) => pupil)).size;
  const sorted = days.toSorted((one, other) => one.day - other.day);
  const [from, to] = [record.days[year.first] ?? '', record.days[year.last] ?? ''];
  return makeFinding({
    kind: 'class_pattern',
    subject,
    category,
    direction: 'up',
    from,
    to,
    comparison: null,
    tier: error <= 0.1 ? 'clear' : 'possible',
    observed: days.length,
    expected,
    interval: posteriorOf(candidate).interval90,
    p: null,
    q: error,
    started: null,
    sentence:
      `${subject}: ‘${category}’ recorded ${countOf(days.length, 'time')} from ${formatDayMonthYear(from)} to ${formatDayMonthYear(to)} ` +
      `(each pupil once a day); ${describeExpected(expected)} would be usual for a class of this school. ` +
      `${pupils} pupils are involved, so this is not one child.`,
    evidence: sorted.map(({ incident }) => incident),
  });
}
