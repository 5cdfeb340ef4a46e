import type { IsoDate } from '../incident/incident.ts';
import { findSideColumn } from './find-side-column.ts';
import { isNobody } from './is-nobody.ts';
import { parsePupilName, splitPupils } from './pupil-name.ts';
import { readSideTable, type SideRow } from './read-side-table.ts';

/** One row of the racist-incident log that is kept apart from the export. */
interface RacistLogRow {
  readonly line: number;
  readonly date: IsoDate | null;
  readonly incidentId: string | null;
  readonly names: readonly string[];
  readonly facts: string;
  readonly actions: string;
}

const DATES = ['Date', 'Incident Date', 'Date of Incident', 'Date/Time', 'Date Occurred', 'Date of incident'];
const IDS = [
  'Incident ID',
  'CPOMS ID',
  'Incident Number',
  'Incident Ref',
  'Reference',
  'Ref',
  'ID',
  'Incident',
];
const NAMES = [
  'Pupil Name',
  'Pupil',
  'Pupils',
  'Pupils Involved',
  'Child',
  'Children',
  'Student',
  'Student Name',
  'Students',
  'Perpetrator',
  'Perpetrator(s)',
  'Aggressor',
  'Alleged Perpetrator',
  'Name',
  'Names',
  'Victim',
  'Victim(s)',
  'Target',
];
const FACTS = [
  'Facts',
  'Details',
  'Description',
  'Incident Details',
  'Summary',
  'What Happened',
  'Account',
  'Nature',
  'Nature of Incident',
  'Comments',
  'Notes',
];
const ACTIONS = [
  'Actions',
  'Key Actions',
  'Action Taken',
  'Actions Taken',
  'Action',
  'Outcome',
  'Response',
  'Follow Up',
];

function readNames(row: SideRow): readonly string[] {
  const cells = NAMES.map((column) => row.text(column)).filter((cell) => !isNobody(cell));
  return [...new Set(cells.flatMap((cell) => splitPupils(cell)).map((name) => parsePupilName(name).name))];
}

/**
 * Reads the separate log of racist incidents: a day, who was involved, the facts and the actions, under any of the
 * usual headings, with the export's own incident number where the log holds it. Where a log has no column for facts
 * or actions at all, they are not missed row by row.
 */
export async function readRacistLog(path: string): Promise<readonly RacistLogRow[]> {
  const rows = await readSideTable(path, {
    required: [],
    optional: [...DATES, ...IDS, ...NAMES, ...FACTS, ...ACTIONS],
  });
  const id = findSideColumn(path, rows, IDS, false);
  const date = findSideColumn(path, rows, DATES, id === null);
  if (id === null) findSideColumn(path, rows, NAMES, true);
  const facts = findSideColumn(path, rows, FACTS, false);
  const actions = findSideColumn(path, rows, ACTIONS, false);
  return rows.map((row) => ({
    line: row.line,
    date: date === null ? null : row.optionalDate(date),
    incidentId: id === null ? null : row.optional(id),
    names: readNames(row),
    facts: facts === null ? '-' : row.text(facts),
    actions: actions === null ? '-' : row.text(actions),
  }));
}
