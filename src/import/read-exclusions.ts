import type { IsoDate } from '../incident/incident.ts';
import { findSideColumn } from './find-side-column.ts';
import { joinPupilName, parsePupilName } from './pupil-name.ts';
import { readSideTable, type SideRow } from './read-side-table.ts';

/** One exclusion of a second system, such as SIMS. */
interface ExclusionRow {
  readonly line: number;
  readonly name: string;
  readonly start: IsoDate;
  /** School days; null where the list does not say. */
  readonly days: number | null;
  readonly incidentId: string | null;
  readonly reason: string;
}

const NAMES = [
  'Pupil Name',
  'Student Name',
  'Pupil',
  'Student',
  'Child',
  'Full Name',
  'Legal Name',
  'Learner',
  'Name',
];
const SURNAMES = ['Surname', 'Legal Surname', 'Last Name'];
const FORENAMES = ['Forename', 'Legal Forename', 'First Name'];
const STARTS = [
  'Start Date',
  'Start',
  'Exclusion Start',
  'Exclusion Start Date',
  'Suspension Start',
  'From',
  'Date From',
  'Date',
  'Exclusion Date',
  'Start Date/Time',
];
const DAYS = [
  'Days',
  'Number of Days',
  'No of Days',
  'School Days',
  'Length',
  'Length (Days)',
  'Duration',
  'Days Excluded',
];
const SESSIONS = ['Sessions', 'Number of Sessions', 'No of Sessions', 'Sessions Lost'];
const IDS = ['Incident ID', 'Concern ID', 'Incident Number', 'Linked Incident'];
const REASONS = ['Reason', 'Exclusion Reason', 'Reason Description', 'Reason Code', 'Comments'];

function readNumber(row: SideRow, column: string | null): number | null {
  const value = column === null ? Number.NaN : Number.parseFloat(row.text(column));
  return Number.isFinite(value) ? value : null;
}

/** Reads the exclusions of a second system: who, from which day and how long, under any of the usual headings. */
export async function readExclusions(path: string): Promise<readonly ExclusionRow[]> {
  const rows = await readSideTable(path, {
    required: [],
    optional: [...NAMES, ...SURNAMES, ...FORENAMES, ...STARTS, ...DAYS, ...SESSIONS, ...IDS, ...REASONS],
  });
  const surname = findSideColumn(path, rows, SURNAMES, false);
  const forename = findSideColumn(path, rows, FORENAMES, false);
  const isParted = surname !== null && forename !== null;
  const name = findSideColumn(path, rows, NAMES, !isParted);
  const start = findSideColumn(path, rows, STARTS, true) ?? '';
  const days = findSideColumn(path, rows, DAYS, false);
  const sessions = findSideColumn(path, rows, SESSIONS, false);
  const id = findSideColumn(path, rows, IDS, false);
  const reason = findSideColumn(path, rows, REASONS, false);
  return rows.map((row) => ({
    line: row.line,
    name: isParted
      ? joinPupilName(row.text(forename), row.required(surname)).name
      : parsePupilName(row.required(name ?? '')).name,
    start: row.date(start),
    days: readNumber(row, days) ?? halve(readNumber(row, sessions)),
    incidentId: id === null ? null : row.optional(id),
    reason: reason === null ? '' : row.text(reason),
  }));
}

/** Two sessions make a school day. */
function halve(sessions: number | null): number | null {
  return sessions === null ? null : sessions / 2;
}
