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
import { makeRun } from './make-run.ts';
import type { NamedSpan, PlacedIncident } from './school-record.ts';

export const CLASS_PATTERN: DetectorMeta = {
  id: 'class_pattern',
  question: 'Is one kind of incident recorded far more in a class than in the school’s other classes?',
  unit: 'a class and kind of record in a school year',
  needs: [],
};

interface ClassDays {
  readonly incidents: PlacedIncident[];
  readonly pupils: number[];
}

/** One class, category and academic year. */
interface Candidate {
  readonly classId: number;
  readonly category: number;
  readonly year: NamedSpan;
  /** Incidents in order of pupil, each pupil once a day, and whose each is. */
  readonly days: ClassDays;
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
  const limits = context.thresholds.class_pattern;
  const { candidates, lookedAt, most } = findCandidates(context);
  const errors = candidates.map((candidate) => posteriorOf(candidate).errorBelow(limits.ratio_floor));
  const listed = bayesianFdr(errors, limits.mean_error, limits.each_error);
  const findings = candidates.flatMap((candidate, at) =>
    listed[at] ? [describe(context, candidate, errors[at] ?? 1)] : [],
  );
  return {
    findings: findings.toSorted((one, other) => (one.q ?? 1) - (other.q ?? 1)),
    run: makeRun(CLASS_PATTERN, findings, {
      lookedAt,
      tooFew: lookedAt - candidates.length,
      tooFewIf: `fewer than ${limits.min_days} days, ${limits.min_pupils} pupils or ${limits.min_weeks} weeks with such a record, or mostly one pupil`,
      expectedByChance: Number(findings.reduce((sum, { q }) => sum + (q ?? 0), 0).toPrecision(2)),
      note: sayFewClasses(most, limits.min_classes),
    }),
  };
}

/** Why no class is told of, where the fullest school year has too few of them. */
function sayFewClasses(most: number, fewest: number): string | null {
  if (most >= fewest) return null;
  return `Fewer than ${fewest} classes (${most}) are named in a school year, so there is nothing to hold a class against.`;
}

function findCandidates(context: DetectionContext): {
  candidates: readonly Candidate[];
  lookedAt: number;
  /** Classes in the school year that has most of them. */
  most: number;
} {
  const { record, thresholds } = context;
  const candidates: Candidate[] = [];
  let [lookedAt, most] = [0, 0];
  record.years.forEach((year, at) => {
    const weights = weighClasses(context, at);
    const present = weights.filter((weight) => weight > 0).length;
    most = Math.max(most, present);
    lookedAt += present * record.categories.length;
    if (present < thresholds.class_pattern.min_classes) return;
    const exposed = weights.reduce((sum, weight) => sum + weight, 0);
    const { totals, lists } = gatherDays(context, year, at);
    for (let category = 0; category < record.categories.length; category += 1) {
      const own = [...weights.keys()].map((classId) => classId * record.categories.length + category);
      const broad = own.map((key) => isBroad(context, lists.get(key)));
      if (!broad.includes(true)) continue;
      const counted = own.map((key) => totals[key] ?? 0);
      const rate = counted.reduce((sum, count) => sum + count, 0) / exposed;
      const { shape } = fitGammaPoisson(
        counted,
        weights.map((weight) => weight * rate),
      );
      own.forEach((key, classId) => {
        const days = lists.get(key);
        if (days === undefined || !broad[classId]) return;
        candidates.push({ classId, category, year, days, expected: (weights[classId] ?? 0) * rate, shape });
      });
    }
  });
  return { candidates, lookedAt, most };
}

/** Weighted pupil-days of each class in one year. */
function weighClasses({ record, exposure }: DetectionContext, at: number): readonly number[] {
  const weights = record.classes.map(() => 0);
  for (const { years } of record.pupils) {
    const stay = years[at];
    if (!stay || stay.classId < 0) continue;
    weights[stay.classId] = (weights[stay.classId] ?? 0) + exposure.sum(stay.first, stay.last);
  }
  return weights;
}

/** Pupil-days of each class and category in one year: how many, and for those with enough of them which. */
function gatherDays(
  { record, thresholds }: DetectionContext,
  year: NamedSpan,
  at: number,
): { readonly totals: Int32Array; readonly lists: ReadonlyMap<number, ClassDays> } {
  const kinds = record.categories.length;
  const totals = new Int32Array(record.classes.length * kinds);
  const each = (take: (key: number, incident: PlacedIncident, pupil: number) => void): void => {
    const last = new Int32Array(kinds);
    for (let pupil = 0; pupil < record.pupils.length; pupil += 1) {
      const classId = record.pupils[pupil]?.years[at]?.classId ?? -1;
      if (classId < 0) continue;
      last.fill(-1);
      for (const incident of record.events[pupil] ?? []) {
        if (incident.day < year.first || incident.day > year.last) continue;
        for (const category of incident.categories) {
          if (last[category] === incident.day) continue;
          last[category] = incident.day;
          take(classId * kinds + category, incident, pupil);
        }
      }
    }
  };
  each((key) => {
    totals[key] = (totals[key] ?? 0) + 1;
  });
  const lists = new Map<number, ClassDays>();
  totals.forEach((total, key) => {
    if (total >= thresholds.class_pattern.min_days) lists.set(key, { incidents: [], pupils: [] });
  });
  each((key, incident, pupil) => {
    const list = lists.get(key);
    list?.incidents.push(incident);
    list?.pupils.push(pupil);
  });
  return { totals, lists };
}

/**
 * What is known of the class's ratio. Ten records of one child are not ten children: both numbers are divided by the
 * mean number of records that a record's pupil has, so that a few busy pupils do not make a class look certain.
 */
function posteriorOf({ days, expected, shape }: Candidate): GammaPoissonPosterior {
  const count = days.pupils.length;
  const perRecord = 1 + concentrationOf(days.pupils) * count;
  return gammaPoissonPosterior(count / perRecord, expected / perRecord, shape);
}

/** Enough days, pupils and weeks, and not one child. */
function isBroad({ record, thresholds }: DetectionContext, days: ClassDays | undefined): boolean {
  const limits = thresholds.class_pattern;
  if (days === undefined) return false;
  const perPupil = new Map<number, number>();
  for (const pupil of days.pupils) perPupil.set(pupil, (perPupil.get(pupil) ?? 0) + 1);
  if (perPupil.size < limits.min_pupils) return false;
  const weeks = new Set(days.incidents.map(({ day }) => record.week[day])).size;
  return (
    weeks >= limits.min_weeks &&
    Math.max(...perPupil.values()) <= limits.max_share_one_pupil * days.pupils.length
  );
}

function describe({ record }: DetectionContext, candidate: Candidate, error: number): Finding {
  const { classId, year, days, expected } = candidate;
  const subject = record.classes[classId] ?? '';
  const category = record.categories[candidate.category] ?? '';
  const count = days.pupils.length;
  const pupils = new Set(days.pupils).size;
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
    observed: count,
    expected,
    interval: posteriorOf(candidate).interval90,
    p: null,
    q: error,
    started: null,
    sentence:
      `${subject}: ‘${category}’ recorded ${countOf(count, 'time')} from ${formatDayMonthYear(from)} to ${formatDayMonthYear(to)} ` +
      `(each pupil once a day); ${describeExpected(expected)} would be usual for a class of this school. ` +
      `${pupils} pupils are involved, so this is not one child.`,
    evidence: days.incidents.toSorted((one, other) => one.day - other.day),
  });
}
