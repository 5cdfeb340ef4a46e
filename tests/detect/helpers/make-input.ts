import { buildCalendar } from '../../../src/calendar/build-calendar.ts';
import { choosePeriod } from '../../../src/calendar/choose-period.ts';
import { addDays } from '../../../src/calendar/iso-date.ts';
import { buildRecord } from '../../../src/detect/build-record.ts';
import type { DetectInput } from '../../../src/detect/detect-input.ts';
import type { DetectionContext } from '../../../src/detect/detection-context.ts';
import { buildExposure } from '../../../src/detect/exposure.ts';
import { gatherPairs } from '../../../src/detect/pair-record.ts';
import { readThresholds } from '../../../src/detect/read-thresholds.ts';
import { buildSchoolIndex } from '../../../src/detect/school-index.ts';
import type { PupilRole } from '../../../src/incident/incident.ts';
import type { LabelledIncident } from '../../../src/incident/labelled-incident.ts';
import type { RollEntry } from '../../../src/incident/roll.ts';
import { createRandom } from '../../../src/statistics/seeded-random.ts';
import { sampleHalfTerms } from '../../calendar/helpers/sample-half-terms.ts';
import { makeIncident, makeInvolvement } from '../../helpers/make-labelled.ts';

/** One incident in short. */
export interface Told {
  readonly date: string;
  readonly who: string;
  readonly what?: string;
  readonly time?: string;
  readonly place?: string;
  readonly others?: readonly string[];
  /** Roles as a narrative would give them. */
  readonly roles?: Readonly<Record<string, PupilRole>>;
  readonly codes?: readonly string[];
  readonly by?: string;
}

export const calendar = buildCalendar(sampleHalfTerms(), 'england');

/** A school of `classes` x `size` pupils named `1A-01` and so on, of which the given incidents are told. */
export function makeInput(
  told: readonly Told[],
  options: { classes?: readonly string[]; size?: number; roll?: boolean } = {},
): DetectInput {
  const { classes = ['1A', '1B'], size = 30, roll = true } = options;
  const names = classes.flatMap((form) => Array.from({ length: size }, (_, n) => pupilName(form, n)));
  const labelled = told.map((one, at): LabelledIncident => {
    const id = `T${String(at).padStart(5, '0')}`;
    return {
      incident: makeIncident({
        id,
        date: one.date,
        time: one.time ?? null,
        location: one.place ?? null,
        categories: [one.what ?? 'Disruption'],
        reportedBy: one.by ?? null,
        involvements: [one.who, ...(one.others ?? [])].map((pupil, place) =>
          makeInvolvement(pupil, {
            origin: place === 0 ? 'row' : 'linked',
            className: pupil.slice(0, 2),
            yearGroup: `Year ${pupil.slice(0, 1)}`,
          }),
        ),
      }),
      classification: {
        labels: [],
        suppressed: [],
        review: [],
        roles: new Map(Object.entries(one.roles ?? {})),
      },
      codes: new Set(one.codes ?? []),
    };
  });
  const dates = told.map(({ date }) => date).sort();
  const range = [dates[0] ?? '2025-09-02', dates.at(-1) ?? '2025-09-02'] as const;
  return {
    labelled,
    pupils: new Map(
      names.map((name) => [name, { key: name, name, label: name, upn: null, dateOfBirth: null }]),
    ),
    calendar,
    roll: roll
      ? names.flatMap((name) => ['2024-25', '2025-26'].map((year) => makeRollEntry(name, year)))
      : [],
    dayPeriods: [],
    period: choosePeriod(calendar, {}, range).period,
    asAt: addDays(range[1], 1),
  };
}

/** `1A-07`. */
export function pupilName(form: string, n: number): string {
  return `${form}-${String(n).padStart(2, '0')}`;
}

export function makeRollEntry(name: string, academicYear: string, rest: Partial<RollEntry> = {}): RollEntry {
  return {
    name,
    upn: null,
    dateOfBirth: null,
    academicYear,
    yearGroup: `Year ${name.slice(0, 1)}`,
    className: name.slice(0, 2),
    gender: null,
    sen: null,
    pupilPremium: null,
    ethnicity: null,
    eal: null,
    lookedAfter: null,
    start: null,
    end: null,
    ...rest,
  };
}

/** What detectors see of an input; throws when nothing lies on the calendar. */
export function makeContext(input: DetectInput): DetectionContext {
  const thresholds = readThresholds();
  const record = buildRecord(input, thresholds);
  if (record === null) throw new Error('no record');
  const index = buildSchoolIndex(record, thresholds.record.min_incidents_for_index);
  return {
    input,
    record,
    index,
    exposure: buildExposure(record, index),
    pairs: gatherPairs(record),
    thresholds,
  };
}

/** Every school day with one incident of another pupil in turn: a quiet, even school. */
export function evenDays(
  perDay: number,
  forms: readonly string[] = ['1A', '1B'],
  size = 30,
): readonly Told[] {
  const kinds = ['Disruption', 'Defiance', 'Swearing'];
  const random = createRandom('even days');
  let turn = 0;
  return calendar.schoolDays.flatMap((date) =>
    Array.from({ length: perDay }, () => {
      turn += 1;
      const who = pupilName(forms[turn % forms.length] ?? '1A', Math.floor(turn / forms.length) % size);
      return {
        date,
        who,
        what: kinds[Math.floor(random() * kinds.length)] ?? 'Disruption',
        time: '10:15',
        place: 'Classroom',
      };
    }),
  );
}
