import { type PoissonChangePoint, poissonChangePoint } from '../statistics/poisson-change-point.ts';
import { separateRhythm } from '../statistics/separate-rhythm.ts';
import { stepEvidence } from '../statistics/step-evidence.ts';
import type { DetectionContext } from './detection-context.ts';
import type { NamedSpan } from './school-record.ts';
import { buildWeeklySeries, type WeeklySeries } from './weekly-series.ts';

/** One class in one academic year, with its most likely step. */
export interface ClassStep {
  readonly className: string;
  readonly year: NamedSpan;
  /** Exposure weighted by the rhythm of the rest of the school. */
  readonly series: WeeklySeries;
  readonly point: PoissonChangePoint;
  /** Log of how many times likelier the year is with a step than without. */
  readonly logFactor: number;
}

/**
 * Finds the most likely step of every class and academic year with enough incidents and weeks, and weighs it, the
 * rhythm of the rest of the school taken out. Pupils of no class are part of the rest. `lookedAt` counts every class
 * and year with a pupil in it.
 */
export function findClassSteps(context: DetectionContext): {
  readonly steps: readonly ClassStep[];
  readonly lookedAt: number;
} {
  const steps: ClassStep[] = [];
  let lookedAt = 0;
  context.record.years.forEach((year, at) => {
    const { ofClasses, rest } = seriesOfYear(context, year, at);
    lookedAt += ofClasses.length;
    steps.push(...findInYear(context, year, ofClasses, rest));
  });
  return { steps, lookedAt };
}

interface ClassSeries {
  readonly className: string;
  readonly series: WeeklySeries;
}

/** Week by week, every school day alike: each class of a year, and the pupils of no class, if there are any. */
function seriesOfYear(
  context: DetectionContext,
  year: NamedSpan,
  at: number,
): { readonly ofClasses: readonly ClassSeries[]; readonly rest: readonly WeeklySeries[] } {
  const { record } = context;
  const members = record.classes.map((): number[] => []);
  const classless: number[] = [];
  record.pupils.forEach(({ years }, pupil) => {
    const stay = years[at];
    if (stay) (members[stay.classId] ?? classless).push(pupil);
  });
  const build = (pupils: readonly number[]): WeeklySeries => buildWeeklySeries(context, year, pupils, 'flat');
  return {
    ofClasses: record.classes.flatMap((className, id) => {
      const inClass = members[id] ?? [];
      return inClass.length === 0 ? [] : [{ className, series: build(inClass) }];
    }),
    rest: classless.length === 0 ? [] : [build(classless)],
  };
}

function findInYear(
  context: DetectionContext,
  year: NamedSpan,
  ofClasses: readonly ClassSeries[],
  rest: readonly WeeklySeries[],
): readonly ClassStep[] {
  const { min_weeks_each_side: minSegment, min_incident_days } = context.thresholds.class_trend;
  const weighed = weighAgainstOthers(
    context,
    year,
    ofClasses.map(({ series }) => series),
    rest,
  );
  return ofClasses.flatMap(({ className, series }, at) => {
    const { exposure, logFactor } = weighed[at] ?? { exposure: series.exposure, logFactor: 0 };
    if (series.total < min_incident_days) return [];
    const point = poissonChangePoint(series.counts, exposure, { minSegment });
    return point.index === null
      ? []
      : [{ className, year, series: { ...series, exposure }, point, logFactor }];
  });
}

/** What each class's weeks say of a step, held against the rhythm of all the others and of the rest. */
function weighAgainstOthers(
  { record, index, thresholds }: DetectionContext,
  year: NamedSpan,
  ofClasses: readonly WeeklySeries[],
  rest: readonly WeeklySeries[],
): readonly { readonly exposure: readonly number[]; readonly logFactor: number }[] {
  const minSegment = thresholds.class_trend.min_weeks_each_side;
  const groups = [...ofClasses, ...rest];
  // The only class is the school, and there is nothing to hold it against.
  if (groups.length < 2)
    return groups.map(({ exposure }) => ({ exposure, logFactor: Number.NEGATIVE_INFINITY }));
  // A log too thin to show a rhythm: every school day counts the same.
  if (!index.usable)
    return groups.map(({ counts, exposure }) => ({
      exposure,
      logFactor: stepEvidence(counts, exposure, { minSegment, dispersion: 1, share: 0 }).logFactor,
    }));
  const firstWeek = record.week[year.first] ?? 0;
  const weeks = (record.week[year.last] ?? 0) - firstWeek + 1;
  const placeOf = (series: WeeklySeries): readonly number[] =>
    series.firstDay.map((day) => (record.week[day] ?? 0) - firstWeek);
  const separated = separateRhythm(
    groups.map((series, at) => {
      const [counts, exposure] = [new Float64Array(weeks), new Float64Array(weeks)];
      placeOf(series).forEach((week, nth) => {
        counts[week] = series.counts[nth] ?? 0;
        exposure[week] = series.exposure[nth] ?? 0;
      });
      return { counts, exposure, mayStep: at < ofClasses.length };
    }),
    minSegment,
  );
  return groups.map((series, at) => {
    const { exposure = new Float64Array(), logFactor = 0 } = separated[at] ?? {};
    return { exposure: placeOf(series).map((week) => exposure[week] ?? 0), logFactor };
  });
}
