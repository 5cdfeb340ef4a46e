import type { ListedExclusion } from '../incident/exclusion-list.ts';
import { readDaysCell } from '../policy/read-days-cell.ts';
import { readListedKind } from '../policy/read-listed-kind.ts';
import { findSideColumn } from './find-side-column.ts';
import { isPlaceholder } from './is-placeholder.ts';
import { joinPupilName, parsePupilName } from './pupil-name.ts';
import { readSideTable, type SideRow } from './read-side-table.ts';
import { tidyUpn } from './tidy-upn.ts';

/** A cell for a length that says nothing: blank, `N/A`, a dash or a nought. */
function saysNothing(cell: string): boolean {
  return isPlaceholder(cell) || /^0+(?:[.,]0+)?$/.test(cell);
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
const UPNS = ['UPN', 'Unique Pupil Number', 'Pupil UPN', 'Student UPN'];
const TYPES = ['Type', 'Exclusion Type', 'Suspension Type', 'Type of Exclusion'];
const REASONS = ['Reason', 'Exclusion Reason', 'Reason Description', 'Reason Code', 'Comments'];

/** Reads the exclusions of a second system: who, from which day and how long, under any of the usual headings. */
export async function readExclusions(path: string): Promise<readonly ListedExclusion[]> {
  const rows = await readSideTable(path, {
    required: [],
    optional: [
      ...NAMES,
      ...SURNAMES,
      ...FORENAMES,
      ...STARTS,
      ...DAYS,
      ...SESSIONS,
      ...IDS,
      ...UPNS,
      ...TYPES,
      ...REASONS,
    ],
  });
  const surname = findSideColumn(path, rows, SURNAMES, false);
  const forename = findSideColumn(path, rows, FORENAMES, false);
  const isParted = surname !== null && forename !== null;
  const name = findSideColumn(path, rows, NAMES, !isParted);
  const start = findSideColumn(path, rows, STARTS, true) ?? '';
  const days = findSideColumn(path, rows, DAYS, false);
  const sessions = findSideColumn(path, rows, SESSIONS, false);
  const id = findSideColumn(path, rows, IDS, false);
  const upn = findSideColumn(path, rows, UPNS, false);
  const type = findSideColumn(path, rows, TYPES, false);
  const reason = findSideColumn(path, rows, REASONS, false);
  const readLength = (row: SideRow): Pick<ListedExclusion, 'days' | 'isLengthUnread'> => {
    const cells = [days === null ? '' : row.text(days), sessions === null ? '' : row.text(sessions)] as const;
    const length = readDaysCell(cells[0]) ?? readDaysCell(cells[1], 'sessions');
    if (length !== null || cells.every(saysNothing)) return { days: length };
    // A permanent exclusion has no length, whichever cell says that it is one.
    const words = [type === null ? '' : row.text(type), reason === null ? '' : row.text(reason), ...cells];
    const isPermanent = readListedKind({ type: '', reason: words.join('\n') }) === 'permanent';
    return { days: null, ...(!isPermanent && { isLengthUnread: true }) };
  };
  return rows.map((row) => ({
    line: row.line,
    name: isParted
      ? joinPupilName(row.text(forename), row.required(surname)).name
      : parsePupilName(row.required(name ?? '')).name,
    upn: upn === null ? null : tidyUpn(row.optional(upn)),
    start: row.date(start),
    ...readLength(row),
    incidentId: id === null ? null : row.optional(id),
    type: type === null ? '' : row.text(type),
    reason: reason === null ? '' : row.text(reason),
  }));
}
