import type { Finding } from '../incident/finding.ts';
import { askOfClass } from './ask-of-class.ts';
import { askOfPupil } from './ask-of-pupil.ts';
import type { AskedOfSubject } from './asked-of-subject.ts';
import { buildRecord } from './build-record.ts';
import { countOf } from './describe-numbers.ts';
import type { DetectInput } from './detect-input.ts';
import { MUTUAL_PAIR } from './mutual-pair.ts';
import { PAIR } from './pair.ts';
import { PUPIL_PATTERN } from './pupil-pattern.ts';
import { PUPIL_TREND } from './pupil-trend.ts';
import { type DetectThresholds, readThresholds } from './read-thresholds.ts';
import type { NamedSpan, PlacedIncident, SchoolRecord } from './school-record.ts';

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
  /** Every question asked of this subject, with how much there was to answer it. */
  readonly asked: readonly AskedOfSubject[];
  /** What was asked and could not be answered, and why. */
  readonly tooFew: readonly string[];
}

/** Questions of numbers: they need school days. */
const PUPIL_METAS = [PUPIL_PATTERN, PUPIL_TREND, PAIR, MUTUAL_PAIR];

const OF_PUPILS: readonly string[] = ['pupil_pattern', 'pupil_trend', 'pair', 'serious_repeat'];

/**
 * Everything about one pupil or class: weeks, categories, places, findings, and each question asked, with how much there
 * was to answer it and what it would have needed; of `over`, findings of an earlier analysis, its own too. Null when no
 * pupil or class has that name; capitals do not matter.
 */
export function pictureSubject(
  name: string,
  input: DetectInput,
  findings: readonly Finding[],
  over?: readonly Finding[],
): SubjectPicture | null {
  const thresholds = input.thresholds ?? readThresholds();
  const wanted = name.trim().toLowerCase();
  const isWanted = (one: string): boolean => one.toLowerCase() === wanted;
  const record = buildRecord(input, thresholds);
  const pupil = record?.pupils.findIndex(({ label }) => isWanted(label)) ?? -1;
  const classId = record?.classes.findIndex(isWanted) ?? -1;
  const picture =
    record === null || (pupil < 0 && classId < 0)
      ? pictureUnplaced(isWanted, input, thresholds)
      : pupil >= 0
        ? picturePupil(pupil, record, input, thresholds)
        : pictureClass(classId, record, thresholds);
  if (picture === null) return null;
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
    ...sortAnswers(askOfPupil({ pupil, at, ofYear, record, input, thresholds })),
  };
}

function sortAnswers(asked: readonly AskedOfSubject[]): Pick<SubjectPicture, 'asked' | 'tooFew'> {
  return { asked, tooFew: asked.flatMap(({ enough, said }) => (enough ? [] : [said])) };
}

/** A pupil of the export none of whose records is of a school day, or lies near one. */
function pictureUnplaced(
  isWanted: (name: string) => boolean,
  { pupils, labelled }: DetectInput,
  { record: { max_days_from_school_day } }: DetectThresholds,
): Omit<SubjectPicture, 'findings'> | null {
  const pupil = [...pupils.values()].find(({ label }) => isWanted(label));
  if (pupil === undefined) return null;
  const named = labelled.filter(({ incident }) =>
    incident.involvements.some((one) => one.pupil === pupil.key),
  ).length;
  const said = `None of ${countOf(named, 'record')} is a behaviour incident within ${countOf(max_days_from_school_day, 'day')} of a school day: too few to tell anything from numbers.`;
  const asked = PUPIL_METAS.map(({ id, question }) => ({ detector: id, question, enough: false, said }));
  const picture = { subject: pupil.label, kind: 'pupil', weeks: [], categories: [], places: [] } as const;
  return { ...picture, asked, tooFew: [said] };
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
  return {
    ...describeYear(record, year, ofYear),
    subject,
    kind: 'class',
    ...sortAnswers(askOfClass({ classId, at, record, thresholds })),
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
