import type { Finding } from '../incident/finding.ts';
import { buildRecord } from './build-record.ts';
import { countCapped } from './count-capped.ts';
import { countOf } from './describe-numbers.ts';
import type { DetectInput } from './detect-input.ts';
import { gatherPairs, type PairDays } from './pair-record.ts';
import { type DetectThresholds, readThresholds } from './read-thresholds.ts';
import type { NamedSpan, PlacedIncident, SchoolRecord } from './school-record.ts';
import { findTargetSpan } from './target-span.ts';

/** A name with how many incidents carry it. */
export interface Tally {
  readonly name: string;
  readonly incidents: number;
}

/** Everything the record says of one pupil or class. */
export interface SubjectPicture {
  readonly subject: string;
  readonly kind: 'pupil' | 'class';
  /** School weeks of the last recorded year on roll, with the incidents in each. */
  readonly weeks: readonly { readonly week: string; readonly incidents: number }[];
  /** Of that school year, most first. */
  readonly categories: readonly Tally[];
  readonly places: readonly Tally[];
  readonly findings: readonly Finding[];
  /** Of an earlier analysis, what is no longer found; not there where none was given. */
  readonly over?: readonly Finding[];
  /** What was asked and could not be answered, and why. */
  readonly tooFew: readonly string[];
}

const OF_PUPILS: readonly string[] = ['pupil_pattern', 'pupil_trend', 'pair', 'serious_repeat'];

/**
 * Everything about one pupil or class: weeks, categories, places, findings, and each question that there was not enough
 * to answer, with what it would have needed; of `over`, findings of an earlier analysis, its own too. Null when no pupil or class has that name; capitals do not matter.
 */
export function pictureSubject(
  name: string,
  input: DetectInput,
  findings: readonly Finding[],
  over?: readonly Finding[],
): SubjectPicture | null {
  const thresholds = input.thresholds ?? readThresholds();
  const record = buildRecord(input, thresholds);
  if (record === null) return null;
  const wanted = name.trim().toLowerCase();
  const pupil = record.pupils.findIndex(({ label }) => label.toLowerCase() === wanted);
  const classId = record.classes.findIndex((one) => one.toLowerCase() === wanted);
  if (pupil < 0 && classId < 0) return null;
  const picture =
    pupil >= 0 ? picturePupil(pupil, record, input, thresholds) : pictureClass(classId, record, thresholds);
  const pick = (from: readonly Finding[]): readonly Finding[] => from.filter((one) => isAbout(picture, one));
  return { ...picture, findings: pick(findings), ...(over === undefined ? {} : { over: pick(over) }) };
}

/** Whether a finding is of this pupil or class: a place or class that has a pupil's name is another subject. */
function isAbout({ kind, subject }: Pick<SubjectPicture, 'kind' | 'subject'>, found: Finding): boolean {
  if (kind === 'class') return found.kind.startsWith('class_') && found.subject === subject;
  return OF_PUPILS.includes(found.kind) && found.subject.split(/ <?-> /).includes(subject);
}

function picturePupil(
  pupil: number,
  record: SchoolRecord,
  input: DetectInput,
  thresholds: DetectThresholds,
): Omit<SubjectPicture, 'findings'> {
  const subject = record.pupils[pupil]?.label ?? '';
  const at = record.pupils[pupil]?.years.findLastIndex((stay) => stay !== null) ?? -1;
  const year = record.years[at] ?? record.years.at(-1);
  const events = record.events[pupil] ?? [];
  const ofYear = events.filter(({ day }) => isWithin(day, year));
  return {
    ...describeYear(record, year, ofYear),
    subject,
    kind: 'pupil',
    tooFew: [
      ...tooFewForPatterns(record, ofYear, thresholds),
      ...tooFewForTrend(pupil, record, input, thresholds),
      ...tooFewForPairs(pupil, record, at, thresholds),
    ],
  };
}

function pictureClass(
  classId: number,
  record: SchoolRecord,
  thresholds: DetectThresholds,
): Omit<SubjectPicture, 'findings'> {
  const subject = record.classes[classId] ?? '';
  const at = record.years.findLastIndex((_, nth) =>
    record.pupils.some(({ years }) => years[nth]?.classId === classId),
  );
  const year = record.years[at];
  const seen = new Set<PlacedIncident>();
  record.pupils.forEach(({ years }, pupil) => {
    if (years[at]?.classId !== classId) return;
    for (const event of record.events[pupil] ?? []) if (isWithin(event.day, year)) seen.add(event);
  });
  const ofYear = [...seen].sort((one, other) => one.day - other.day);
  const { class_trend: trend, class_pattern: pattern } = thresholds;
  return {
    ...describeYear(record, year, ofYear),
    subject,
    kind: 'class',
    tooFew: [
      ...(ofYear.length < trend.min_incident_days
        ? [
            `${countOf(ofYear.length, 'incident')} this school year: too few to tell a step (${trend.min_incident_days} needed).`,
          ]
        : []),
      ...(ofYear.length < pattern.min_days
        ? [`Too few to tell what keeps happening (${pattern.min_days} days of one kind needed).`]
        : []),
    ],
  };
}

function isWithin(day: number, span: NamedSpan | undefined): boolean {
  return span !== undefined && day >= span.first && day <= span.last;
}

function describeYear(record: SchoolRecord, year: NamedSpan | undefined, events: readonly PlacedIncident[]) {
  const perWeek = new Map<number, number>();
  for (let day = year?.first ?? 0; day <= (year?.last ?? -1); day += 1) perWeek.set(record.week[day] ?? 0, 0);
  for (const { day } of events) {
    const week = record.week[day] ?? 0;
    perWeek.set(week, (perWeek.get(week) ?? 0) + 1);
  }
  return {
    weeks: [...perWeek].map(([week, incidents]) => ({ week: record.weeks[week] ?? '', incidents })),
    categories: tally(
      events.flatMap(({ categories }) => categories.map((one) => record.categories[one] ?? '')),
    ),
    places: tally(events.flatMap(({ source: { incident } }) => incident.location || [])),
  };
}

function tally(names: readonly string[]): readonly Tally[] {
  const counts = new Map<string, number>();
  for (const name of names) counts.set(name, (counts.get(name) ?? 0) + 1);
  return [...counts]
    .map(([name, incidents]) => ({ name, incidents }))
    .sort((one, other) => other.incidents - one.incidents || (one.name < other.name ? -1 : 1));
}

function tooFewForPatterns(
  record: SchoolRecord,
  events: readonly PlacedIncident[],
  { pupil_pattern: { min_days } }: DetectThresholds,
): readonly string[] {
  const days = new Map<number, Set<number>>();
  for (const { day, categories } of events) {
    for (const one of categories) days.set(one, (days.get(one) ?? new Set()).add(day));
  }
  if (days.size === 0) return ['Nothing is recorded this school year, so there is no pattern to tell.'];
  const few = [...days].filter(([, on]) => on.size < min_days);
  if (few.length === 0) return [];
  const list = few.map(([one, on]) => `‘${record.categories[one]}’ on ${countOf(on.size, 'day')}`).join(', ');
  return [`${list}: too few days to call a pattern (${min_days} needed, less where it is rare).`];
}

function tooFewForTrend(
  pupil: number,
  record: SchoolRecord,
  input: DetectInput,
  thresholds: DetectThresholds,
): readonly string[] {
  const { min_total, min_exposed_days, baseline_terms } = thresholds.pupil_trend;
  const target = findTargetSpan(record, input, baseline_terms);
  if (target === null) return ['There is no earlier term to compare with.'];
  const { now, baseline } = target;
  const onRoll = ({ first, last }: typeof now): number =>
    (record.pupils[pupil]?.years ?? []).reduce(
      (sum, stay) =>
        stay === null ? sum : sum + Math.max(0, Math.min(stay.last, last) - Math.max(stay.first, first) + 1),
      0,
    );
  if (onRoll(now) < min_exposed_days || onRoll(baseline) < min_exposed_days)
    return [`Not enough days on roll to compare (${min_exposed_days} school days in each span needed).`];
  const cap = thresholds.record.max_per_pupil_day;
  const [after, before] = [now, baseline].map((span) => countCapped(record.events[pupil] ?? [], span, cap));
  if ((after ?? 0) + (before ?? 0) >= min_total) return [];
  return [
    `${countOf(after ?? 0, 'incident')} in ${input.period.name} and ${before ?? 0} in the terms before: ` +
      `too few to call a change (${min_total} needed in all).`,
  ];
}

function tooFewForPairs(
  pupil: number,
  record: SchoolRecord,
  at: number,
  { pair: { min_harmer_days } }: DetectThresholds,
): readonly string[] {
  const gathered = gatherPairs(record)[at];
  const days = gathered?.actorDays.get(pupil) ?? 0;
  const isNamed = ({ actor, other }: PairDays): boolean => actor === pupil || other === pupil;
  if (days >= min_harmer_days || (days === 0 && gathered?.mutual.some(isNamed) === true)) return [];
  return [
    `Another child is named on ${countOf(days, 'day')}: too few to tell whether it is the same one (${min_harmer_days} needed).`,
  ];
}
