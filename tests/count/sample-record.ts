import { buildCalendar } from '../../src/calendar/build-calendar.ts';
import { countSchoolDays } from '../../src/calendar/find-term.ts';
import type { SchoolCalendar } from '../../src/calendar/school-calendar.ts';
import type { Pupil } from '../../src/incident/incident.ts';
import type { LabelledIncident } from '../../src/incident/labelled-incident.ts';
import type { DayPeriod, ReportPeriod } from '../../src/incident/period.ts';
import type { RollEntry } from '../../src/incident/roll.ts';
import { createRandom } from '../../src/statistics/seeded-random.ts';
import { makeInvolvement, makeLabelled } from '../helpers/make-labelled.ts';

/** Two years of three terms, half a term a row. */
export const CALENDAR: SchoolCalendar = buildCalendar(
  ['2024', '2025'].flatMap((year) => {
    const next = String(Number(year) + 1);
    const academicYear = `${year}-${next.slice(2)}`;
    const half = (term: string, name: string, start: string, end: string) => ({
      academicYear,
      term,
      name,
      start,
      end,
      insetDays: [],
    });
    return [
      half('Autumn', 'Autumn 1', `${year}-09-03`, `${year}-10-24`),
      half('Autumn', 'Autumn 2', `${year}-11-04`, `${year}-12-19`),
      half('Spring', 'Spring 1', `${next}-01-06`, `${next}-02-13`),
      half('Spring', 'Spring 2', `${next}-02-23`, `${next}-03-27`),
      half('Summer', 'Summer 1', `${next}-04-13`, `${next}-05-22`),
      half('Summer', 'Summer 2', `${next}-06-01`, `${next}-07-21`),
    ];
  }),
  'england',
);

export const DAY_PERIODS: readonly DayPeriod[] = [
  { name: 'Lesson 1', start: '09:00', end: '10:30', kind: 'lesson' },
  { name: 'Break', start: '10:30', end: '11:00', kind: 'break' },
  { name: 'Lesson 2', start: '11:00', end: '12:15', kind: 'lesson' },
];

/** A term of the sample calendar as a report period. */
function periodOf(name: string): ReportPeriod {
  const term = CALENDAR.terms.find((each) => each.name === name);
  if (term === undefined) throw new Error(`no term ${name}`);
  const { start: from, end: to } = term;
  return { name, from, to, schoolDays: countSchoolDays(CALENDAR, from, to) };
}

export const PERIODS = {
  period: periodOf('2025-26 Summer'),
  previous: periodOf('2025-26 Spring'),
  lastYear: periodOf('2024-25 Summer'),
};

const CODES = [
  ['bullying', 'bullying.verbal', 'child_on_child'],
  ['prejudice.racist'],
  ['child_on_child.physical', 'child_on_child'],
  ['staff.verbal'],
  ['exclusion.suspension'],
  ['disruption', 'response.parent_contact'],
  ['disruption'],
  [],
];
const PLACES = ['Playground', 'Classroom', 'Corridor', "Mrs Hill's room", null];
const CATEGORIES = [['Disruption'], ['Physical > Hitting'], ['Bullying', 'Verbal'], []];
const KINDS = [
  'behaviour',
  'behaviour',
  'behaviour',
  'behaviour',
  'uncategorised',
  'positive',
  'safeguarding',
] as const;

/** A made-up record of `size` incidents over both years, the same for the same seed. */
export function sampleRecord(size: number, seed: number): LabelledIncident[] {
  const random = createRandom(seed);
  const pick = <T>(list: readonly T[]): T => list[Math.floor(random() * list.length)] as T;
  return Array.from({ length: size }, (_, i) => {
    const date = pick(CALENDAR.schoolDays);
    const first = Math.floor(random() ** 2 * 60);
    const second = Math.floor(random() * 60);
    const both = second !== first && random() < 0.4;
    return makeLabelled(pick(CODES), {
      id: String(i),
      key: `|${i}`,
      kind: pick(KINDS),
      date,
      time: random() < 0.9 ? pick(['09:15', '10:40', '11:30', '12:40']) : null,
      recordedDate: random() < 0.8 ? date : null,
      categories: pick(CATEGORIES),
      location: pick(PLACES),
      narrative: random() < 0.9 ? 'words' : '',
      action: random() < 0.8 ? 'words' : '',
      involvements: [
        makeInvolvement(`p${first}`, {
          yearGroup: `Year ${1 + (first % 6)}`,
          className: `${1 + (first % 6)} Oak`,
        }),
        ...(both
          ? [makeInvolvement(`p${second}`, { role: random() < 0.5 ? 'harmed' : 'unknown', origin: 'linked' })]
          : []),
      ],
    });
  });
}

/** Sixty pupils, `p0` to `p59`. */
export const PUPILS: ReadonlyMap<string, Pupil> = new Map(
  Array.from({ length: 60 }, (_, i) => [
    `p${i}`,
    { key: `p${i}`, name: `Pupil Number${i}`, label: `Pupil Number${i}`, upn: null, dateOfBirth: null },
  ]),
);

/** The same sixty and forty more, on roll in both years. */
export const ROLL: readonly RollEntry[] = ['2024-25', '2025-26'].flatMap((academicYear) =>
  Array.from({ length: 100 }, (_, i) => ({
    name: `Number${i}, Pupil`,
    upn: null,
    dateOfBirth: null,
    academicYear,
    yearGroup: `Year ${1 + (i % 6)}`,
    className: `${1 + (i % 6)} Oak`,
    gender: i % 2 === 0 ? 'F' : 'Male',
    sen: i % 5 === 0 ? 'SEN Support' : i % 33 === 0 ? 'EHCP' : 'No SEN',
    pupilPremium: i % 4 === 0 ? 'Y' : 'No',
    ethnicity: i % 3 === 0 ? 'Any other Asian background' : 'White British',
    eal: null,
    lookedAfter: i === 7 ? 'Yes' : 'No',
    start: null,
    end: null,
  })),
);
