import type { AskedOfSubject } from './asked-of-subject.ts';
import { CLASS_PATTERN } from './class-pattern.ts';
import { CLASS_TREND } from './class-trend.ts';
import { countCapped } from './count-capped.ts';
import { countOf } from './describe-numbers.ts';
import type { DetectThresholds } from './read-thresholds.ts';
import type { NamedSpan, SchoolRecord } from './school-record.ts';

/** What is known of the class asked about. */
export interface ClassAsked {
  readonly classId: number;
  /** Index of the school year looked at. */
  readonly at: number;
  readonly record: SchoolRecord;
  readonly thresholds: DetectThresholds;
}

const LISTS_AT_MOST = 6;

/** Both questions that detectors ask of one class, with how much there is to answer them. */
export function askOfClass(asked: ClassAsked): readonly AskedOfSubject[] {
  return [
    { detector: CLASS_TREND.id, question: CLASS_TREND.question, ...askTrend(asked) },
    { detector: CLASS_PATTERN.id, question: CLASS_PATTERN.question, ...askPattern(asked) },
  ];
}

type Answer = Pick<AskedOfSubject, 'enough' | 'said'>;

/** Pupils of the class in that year, as indices. */
function membersOf({ record, classId, at }: ClassAsked): readonly number[] {
  return record.pupils.flatMap(({ years }, pupil) => (years[at]?.classId === classId ? [pupil] : []));
}

function askTrend(asked: ClassAsked): Answer {
  const { record, at, thresholds } = asked;
  const { min_incident_days: fewest, min_weeks_each_side: side } = thresholds.class_trend;
  const year = record.years[at] ?? { first: 0, last: -1 };
  const cap = thresholds.record.max_per_pupil_day;
  const incidents = membersOf(asked).reduce(
    (sum, pupil) => sum + countCapped(record.events[pupil] ?? [], year, cap),
    0,
  );
  const weeks = new Set(record.week.slice(year.first, year.last + 1)).size;
  const said = `${countOf(incidents, 'incident')} in ${countOf(weeks, 'recorded week')} of this school year`;
  const enough = incidents >= fewest && weeks >= side * 2;
  return {
    enough,
    said: enough
      ? `${said}: enough to look for a step.`
      : `${said}: too few to tell a step (${fewest} needed, in ${side * 2} weeks).`,
  };
}

function askPattern(asked: ClassAsked): Answer {
  const { record, at, thresholds } = asked;
  const { min_days, min_pupils, min_weeks, min_classes } = thresholds.class_pattern;
  const year = record.years[at];
  const classes = new Set(
    record.pupils.flatMap(({ years }) => {
      const classId = years[at]?.classId ?? -1;
      return classId < 0 ? [] : [classId];
    }),
  ).size;
  if (classes < min_classes)
    return {
      enough: false,
      said: `${countOf(classes, 'class', 'classes')} this school year: too few to hold one against the others (${min_classes} needed).`,
    };
  const counts = countKinds(asked, year);
  const list = (some: typeof counts): string => {
    const named = some.slice(0, LISTS_AT_MOST).map(({ name, days }) => `‘${name}’ ${days}`);
    const left = some.length - named.length;
    return [...named, ...(left > 0 ? [`${left} more kinds fewer`] : [])].join(', ');
  };
  const broad = counts.filter(
    ({ days, pupils, weeks }) => days >= min_days && pupils >= min_pupils && weeks >= min_weeks,
  );
  const needed = `(${min_days} days with it, ${min_pupils} pupils and ${min_weeks} weeks needed)`;
  if (broad.length > 0)
    return {
      enough: true,
      said: `Days with a record, each pupil’s counted: ${list(broad)}. Enough to look at.`,
    };
  return {
    enough: false,
    said:
      counts.length === 0
        ? 'Nothing is recorded this school year, so there is nothing to tell.'
        : `Days with a record, each pupil’s counted: ${list(counts)}. Too few to tell what keeps happening ${needed}.`,
  };
}

/** Days, pupils and weeks of each kind of record, most first; each pupil once a day. */
function countKinds(asked: ClassAsked, year: NamedSpan | undefined) {
  const { record } = asked;
  const kinds = new Map<number, { days: Set<string>; pupils: Set<number>; weeks: Set<number> }>();
  for (const pupil of membersOf(asked)) {
    for (const { day, categories } of record.events[pupil] ?? []) {
      if (year === undefined || day < year.first || day > year.last) continue;
      for (const one of categories) {
        const kind = kinds.get(one) ?? { days: new Set(), pupils: new Set(), weeks: new Set() };
        kinds.set(one, kind);
        kind.days.add(`${pupil} ${day}`);
        kind.pupils.add(pupil);
        kind.weeks.add(record.week[day] ?? 0);
      }
    }
  }
  return [...kinds]
    .map(([one, { days, pupils, weeks }]) => ({
      name: record.categories[one] ?? '',
      days: days.size,
      pupils: pupils.size,
      weeks: weeks.size,
    }))
    .sort((one, other) => other.days - one.days || (one.name < other.name ? -1 : 1));
}
