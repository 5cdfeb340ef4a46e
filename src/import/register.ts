import { createHash } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { basename } from 'node:path';
import { TermwiseError } from '../errors.ts';
import type { FileAudit } from '../incident/import-audit.ts';
import type { IsoDate, Pupil, PupilKey } from '../incident/incident.ts';
import type { BuiltIncident } from './build-incidents.ts';
import { examineFile } from './examine-file.ts';
import { type DigestedImport, type ImportOptions, importDigested } from './import-exports.ts';
import { parsePupilName } from './pupil-name.ts';
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

type Kept = BuiltIncident<RecordText>;

/** What a merge into the register did. */
export interface RegisterMerge {
  /** One for each export; the register's own rows are not in it. */
  readonly audits: readonly FileAudit[];
  /** Incidents in the register before and after. */
  readonly before: number;
  readonly after: number;
  /** False when the register already held all of it: then nothing was written. */
  readonly isChanged: boolean;
}

/** What was removed from the register. */
export interface RegisterRemoval {
  readonly incidents: number;
  /** Rows of pupils taken out of incidents that stay because others are in them. */
  readonly involvements: number;
  readonly remaining: number;
  /** Of those that stay, how many still name the pupil in their text. */
  readonly stillNamed: number;
}

function shownName(pupil: Pupil | undefined): string {
  return pupil === undefined || pupil.name === pupil.upn || pupil.name === pupil.key ? '' : pupil.name;
}

function pupilIdOf(key: PupilKey): string {
  return key.startsWith('upn:id ') ? key.slice('upn:id '.length) : '';
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

async function exists(path: string): Promise<boolean> {
  try {
    await examineFile(path);
    return true;
  } catch (error) {
    if (error instanceof TermwiseError && error.code === 'file/missing') return false;
    throw error;
  }
}

async function readRegister(path: string, options: ImportOptions): Promise<DigestedImport<RecordText>> {
  const read = await importDigested([path], registerOptions(options), (text) => text);
  if (read.audits[0]?.layout !== 'termwise') {
    throw new TermwiseError(
      'output/exists',
      `${basename(path)} is there already and is not a register that Termwise wrote.`,
      'Give another name after --into, so that nothing of yours is overwritten.',
    );
  }
  return read;
}

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

async function putInPlace(
  path: string,
  result: DigestedImport<RecordText>,
  isThere: boolean,
): Promise<boolean> {
  if (isThere && (await isSameFile(path, toPieces(result.incidents, result.pupils)))) return false;
  await writeWhole(path, toPieces(result.incidents, result.pupils));
  return true;
}

/**
 * Merges exports into the register at `path` by the same rules as several exports read together, the register
 * first: known incidents are not counted again, a later text replaces an older one. Written whole or not at
 * all, and not touched when nothing changed.
 */
export async function mergeRegister(
  path: string,
  files: readonly string[],
  options: ImportOptions,
): Promise<RegisterMerge> {
  const isThere = await exists(path);
  const before = isThere ? (await readRegister(path, options)).incidents.length : 0;
  const all = isThere ? [path, ...files] : [...files];
  const result = await importDigested(all, options, (text) => text);
  const isChanged = await putInPlace(path, result, isThere);
  return {
    audits: isThere ? result.audits.slice(1) : result.audits,
    before,
    after: result.incidents.length,
    isChanged,
  };
}

function withoutPupil(incident: Kept, key: PupilKey): Kept {
  const kept = incident.involvements.map((involvement) => involvement.pupil !== key);
  return {
    ...incident,
    involvements: incident.involvements.filter((_, index) => kept[index]),
    updates: incident.updates.filter((_, index) => kept[index]),
  };
}

/**
 * Removes from the register what retention asks for: all incidents before a day. Says how many went.
 */
export async function forgetBefore(
  path: string,
  before: IsoDate,
  options: ImportOptions,
): Promise<RegisterRemoval> {
  const read = await readRegister(path, options);
  const incidents = read.incidents.filter((incident) => incident.date >= before);
  await putInPlace(path, { ...read, incidents }, true);
  return {
    incidents: read.incidents.length - incidents.length,
    involvements: 0,
    remaining: incidents.length,
    stillNamed: 0,
  };
}

/**
 * Removes one pupil, given by name or UPN, from the register. An incident that involves others stays without
 * them, and its text may still name the pupil: `stillNamed` says in how many. Throws a TermwiseError when
 * nobody or more than one pupil answers to the name.
 */
export async function forgetPupil(
  path: string,
  wanted: string,
  options: ImportOptions,
): Promise<RegisterRemoval> {
  const read = await readRegister(path, options);
  const pupil = findPupil(basename(path), wanted, [...read.pupils.values()]);
  const forename = pupil.name.split(' ')[0] ?? pupil.name;
  let involvements = 0;
  let stillNamed = 0;
  const incidents: Kept[] = [];
  for (const incident of read.incidents) {
    const without = withoutPupil(incident, pupil.key);
    if (without.involvements.length === incident.involvements.length) incidents.push(incident);
    else if (without.involvements.length > 0) {
      involvements += 1;
      if (`${incident.text.narrative} ${incident.text.action}`.includes(forename)) stillNamed += 1;
      incidents.push(without);
    }
  }
  await putInPlace(path, { ...read, incidents }, true);
  return {
    incidents: read.incidents.length - incidents.length,
    involvements,
    remaining: incidents.length,
    stillNamed,
  };
}

function findPupil(file: string, wanted: string, pupils: readonly Pupil[]): Pupil {
  const { key } = parsePupilName(wanted);
  const upn = wanted.trim().toUpperCase();
  const found = pupils.filter(
    (pupil) => pupil.upn === upn || pupil.label === wanted || parsePupilName(pupil.name).key === key,
  );
  const [only] = found;
  if (only !== undefined && found.length === 1) return only;
  const all = found
    .map((pupil) => pupil.label)
    .sort()
    .join('; ');
  throw new TermwiseError(
    'usage',
    only === undefined
      ? `${file} holds no pupil named "${wanted}".`
      : `${file} holds ${found.length} pupils named "${wanted}": ${all}.`,
    'Give the name as the register has it, or the UPN.',
  );
}
