import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { parse } from 'csv-parse/sync';
import { buildCalendar } from '../../../src/calendar/build-calendar.ts';
import { choosePeriod } from '../../../src/calendar/choose-period.ts';
import { addDays } from '../../../src/calendar/iso-date.ts';
import type { DetectInput } from '../../../src/detect/detect-input.ts';
import type { Pupil } from '../../../src/incident/incident.ts';
import type { DayPeriod } from '../../../src/incident/period.ts';
import { makeIncident, makeInvolvement } from '../../helpers/make-labelled.ts';

type Row = Readonly<Record<string, string>>;

/** Reads a simulated school's folder into what detectors are given; roles stay unknown. */
export function readEvalSchool(folder: string): DetectInput {
  const read = (name: string): readonly Row[] =>
    parse(readFileSync(resolve(folder, name), 'utf8'), { columns: true, bom: true, skip_empty_lines: true });
  const halfTerms = read('terms.csv').map((row) => ({
    academicYear: row['Academic Year'] ?? '',
    term: (row['Half Term'] ?? '').replace(/ \d$/, ''),
    name: row['Half Term'] ?? '',
    start: iso(row.Start),
    end: iso(row.End),
    insetDays: (row['INSET Days'] ?? '').split(';').filter(Boolean).map(iso),
  }));
  const calendar = buildCalendar(halfTerms, 'england');
  const labelled = read('incidents.csv').map((row) => {
    const linked = (row['Linked Students'] ?? '')
      .split(';')
      .map((name) => name.trim())
      .filter(Boolean);
    const name = row['Pupil Name'] ?? '';
    const incident = makeIncident({
      id: row['Incident ID'] ?? '',
      date: iso(row['Incident Date']),
      time: row['Incident Time'] || null,
      categories: [`${row.Category} > ${row.Subcategory}`],
      narrative: row.Incident ?? '',
      location: row.Location || null,
      reportedBy: row['Reported By'] || null,
      involvements: [
        makeInvolvement(name, { yearGroup: row['Year Group'] ?? null, className: row.Class ?? null }),
        ...linked.map((each) => makeInvolvement(each, { origin: 'linked' })),
      ],
    });
    return {
      incident,
      classification: { labels: [], suppressed: [], review: [], roles: new Map() },
      codes: new Set<string>(),
    };
  });
  const names = labelled.flatMap(({ incident }) => incident.involvements.map(({ pupil }) => pupil));
  const pupils = new Map<string, Pupil>(
    names.map((name) => [name, { key: name, name, label: name, upn: null, dateOfBirth: null }]),
  );
  const dates = labelled.map(({ incident }) => incident.date).sort();
  const range = [dates[0] ?? '', dates.at(-1) ?? ''] as const;
  return {
    labelled,
    pupils,
    calendar,
    roll: read('roll.csv').map(rollEntry),
    dayPeriods: read('periods.csv').map(dayPeriod),
    period: choosePeriod(calendar, {}, range).period,
    asAt: addDays(range[1], 1),
  };
}

function iso(value: string | undefined): string {
  return (value ?? '').trim().split('/').reverse().join('-');
}

function rollEntry(row: Row) {
  return {
    name: row['Pupil Name'] ?? '',
    upn: null,
    dateOfBirth: null,
    academicYear: row['Academic Year'] ?? '',
    yearGroup: row['Year Group'] ?? null,
    className: row.Class ?? null,
    gender: row.Gender ?? null,
    sen: null,
    pupilPremium: null,
    ethnicity: null,
    eal: null,
    lookedAfter: null,
    start: iso(row.Start) || null,
    end: iso(row.End) || null,
  };
}

function dayPeriod(row: Row): DayPeriod {
  const name = row.Period ?? '';
  const kind = /^(lesson|period)/i.test(name) ? 'lesson' : /break|lunch/i.test(name) ? 'break' : 'edge';
  return { name, start: row.Start ?? '', end: row.End ?? '', kind };
}
