import { createHash } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { basename } from 'node:path';
import { type ErrorCode, TermwiseError } from '../errors.ts';
import type { Pupil, PupilKey } from '../incident/incident.ts';
import type { BuiltIncident } from './build-incidents.ts';
import { clearLeftParts } from './clear-left-parts.ts';
import { followLinks } from './follow-links.ts';
import { type DigestedImport, type ImportOptions, importDigested } from './import-exports.ts';
import type { RecordText } from './read-row.ts';
import { type CsvCell, writeCsvRows } from './write-csv.ts';
import { writeWhole } from './write-whole.ts';

/** Columns of the register; layouts/termwise.yaml reads them back. */
const HEADER = [
  'School',
  'Incident ID',
  'Pupil Name',
  'UPN',
  'Pupil ID',
  'Date of Birth',
  'Year Group',
  'Class',
  'Role',
  'Named As',
  'Incident Date',
  'Incident Time',
  'Recorded Date',
  'Recorded Time',
  'Categories',
  'Incident Details',
  'Action Taken',
  'Location',
  'Period',
  'Reported By',
  'Assigned To',
  'Status',
  'Polarity',
  'Points',
  'Last Updated',
  'Register Row',
] as const;
const VERSION = '1';
const PIECE = 1000;

/** An incident as the register keeps it. */
export type Kept = BuiltIncident<RecordText>;

function shownName(pupil: Pupil | undefined): string {
  return pupil === undefined || pupil.name === pupil.upn || pupil.name === pupil.key ? '' : pupil.name;
}

/** The number alone: the school, which stands behind it in the key, has a column of its own. */
function pupilIdOf(key: PupilKey): string {
  const [own = ''] = key.split('\u001f');
  return own.startsWith('upn:id ') ? own.slice('upn:id '.length) : '';
}

function toRows(incident: Kept, pupils: ReadonlyMap<PupilKey, Pupil>): CsvCell[][] {
  const rows = incident.involvements.map((involvement, index) => {
    const pupil = pupils.get(involvement.pupil);
    return [
      incident.school,
      incident.id,
      shownName(pupil),
      pupil?.upn ?? null,
      pupilIdOf(involvement.pupil),
      pupil?.dateOfBirth ?? null,
      involvement.yearGroup,
      involvement.className,
      involvement.role === 'unknown' ? null : ROLE_WORDS[involvement.role],
      involvement.origin,
      incident.date,
      incident.time,
      incident.recordedDate,
      incident.recordedTime,
      incident.text.categoryText,
      incident.text.narrative,
      incident.text.action,
      incident.location,
      incident.period,
      incident.reportedBy,
      incident.assignedTo,
      incident.status,
      incident.isPositive ? 'positive' : null,
      involvement.points ?? null,
      stampText(incident.updates[index] ?? -1),
      VERSION,
    ];
  });
  const order = incident.involvements.map((involvement, index) => ({
    rank: `${involvement.origin === 'row' ? '0' : '1'}${involvement.pupil}`,
    row: rows[index] ?? [],
  }));
  order.sort((a, b) => (a.rank < b.rank ? -1 : 1));
  return order.map(({ row }) => row);
}

/** Seconds since 1970 as `YYYY-MM-DD HH:MM:SS`; '' when not said. */
function stampText(seconds: number): string {
  return seconds < 0 ? '' : new Date(seconds * 1000).toISOString().slice(0, 19).replace('T', ' ');
}

const ROLE_WORDS = { harming: 'harming', harmed: 'harmed', witness: 'witness' } as const;

function* toPieces(incidents: readonly Kept[], pupils: ReadonlyMap<PupilKey, Pupil>): Generator<string> {
  yield `\ufeff${writeCsvRows([HEADER])}`;
  for (let start = 0; start < incidents.length; start += PIECE) {
    yield writeCsvRows(incidents.slice(start, start + PIECE).flatMap((incident) => toRows(incident, pupils)));
  }
}

/**
 * Reads a register. Throws a TermwiseError for a file that is there and is none: it is never overwritten. `hint` says
 * what to do then.
 */
export async function readRegister(
  path: string,
  options: ImportOptions,
  hint: string,
): Promise<DigestedImport<RecordText>> {
  const refuse = (): never => {
    throw new TermwiseError(
      'output/exists',
      `${basename(path)} is there already and is not a register that Termwise wrote.`,
      hint,
    );
  };
  const read = await importDigested([path], registerOptions(options), (text) => text).catch(
    (error: unknown) =>
      error instanceof TermwiseError && NO_EXPORT.includes(error.code) ? refuse() : Promise.reject(error),
  );
  return read.audits[0]?.layout === 'termwise' ? read : refuse();
}

/** What is said of a file that is not even an export, in words that a register has no use for. */
const NO_EXPORT: readonly ErrorCode[] = ['file/no_header', 'file/not_csv'];

/** A register is always UTF-8 with commas and ISO dates, whatever the exports beside it are. */
function registerOptions(options: ImportOptions): ImportOptions {
  return {
    categoryMap: options.categoryMap,
    today: options.today,
    asAt: '9999-12-31',
    school: options.school ?? null,
  };
}

async function isSameFile(path: string, pieces: Iterable<string>): Promise<boolean> {
  const hash = createHash('sha256');
  for (const piece of pieces) hash.update(piece);
  return (
    createHash('sha256')
      .update(await readFile(path))
      .digest('hex') === hash.digest('hex')
  );
}

/**
 * Puts a register in place, whole or not at all; false when the same bytes were there, which are not touched. `mark` is
 * that of the register read (markFile), empty where there was none.
 */
export async function putInPlace(
  path: string,
  result: DigestedImport<RecordText>,
  mark: string,
): Promise<boolean> {
  await clearLeftParts(followLinks(path));
  if (mark !== '' && (await isSameFile(path, toPieces(result.incidents, result.pupils)))) return false;
  await writeWhole(path, toPieces(result.incidents, result.pupils), mark);
  return true;
}
