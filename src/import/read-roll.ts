import type { RollEntry } from '../incident/roll.ts';
import { isNobody } from './is-nobody.ts';
import { joinRollRows } from './join-roll-rows.ts';
import { parsePupilName } from './pupil-name.ts';
import { readSideTable, type SideRow } from './read-side-table.ts';
import { readAcademicYear } from './read-terms.ts';
import { tidyUpn } from './tidy-upn.ts';
import { normaliseYearGroup } from './year-group.ts';

function readEntry(row: SideRow): RollEntry {
  if (isNobody(row.text('Pupil Name'))) {
    row.refuse('Pupil Name', 'names no pupil.', 'Fill in the name, or remove the row.');
  }
  const academicYear =
    readAcademicYear(row.required('Academic Year')) ??
    row.refuse('Academic Year', 'is not a school year.', 'Write it as 2025-26.');
  const start = row.optionalDate('Start');
  const end = row.optionalDate('End');
  if (start !== null && end !== null && end < start) {
    row.refuse('End', `is before the start (${start}).`, 'Put the dates the right way round.');
  }
  return {
    name: parsePupilName(row.text('Pupil Name')).name,
    upn: tidyUpn(row.optional('UPN')),
    dateOfBirth: row.optionalDate('Date of Birth'),
    academicYear,
    yearGroup: normaliseYearGroup(row.text('Year Group')),
    className: row.optional('Class'),
    gender: row.optional('Gender'),
    sen: row.optional('SEN Status'),
    pupilPremium: row.optional('Pupil Premium'),
    ethnicity: row.optional('Ethnicity'),
    eal: row.optional('EAL'),
    lookedAfter: row.optional('Looked After'),
    start,
    end,
  };
}

/** Reads roll.csv: who was on roll, in which class, with which characteristics, year by year. */
export async function readRoll(path: string): Promise<readonly RollEntry[]> {
  const rows = await readSideTable(path, {
    required: ['Pupil Name', 'Academic Year'],
    optional: [
      'UPN',
      'Date of Birth',
      'Year Group',
      'Class',
      'Gender',
      'SEN Status',
      'Pupil Premium',
      'Ethnicity',
      'EAL',
      'Looked After',
      'Start',
      'End',
    ],
  });
  return joinRollRows(rows.map(readEntry));
}
