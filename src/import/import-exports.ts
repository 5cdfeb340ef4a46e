import { createHash } from 'node:crypto';
import { TermwiseError } from '../errors.ts';
import type { FileAudit } from '../incident/import-audit.ts';
import type { Incident, IsoDate, Pupil, PupilKey } from '../incident/incident.ts';
import type { CategoryMap } from '../policy/category-map.ts';
import { buildAudits } from './build-audits.ts';
import {
  type BuiltIncident,
  buildIncident,
  byDate,
  type SettledIncident,
  settleIncidents,
} from './build-incidents.ts';
import type { ColumnOrders } from './date-orders.ts';
import { examineFile, type FileExamination } from './examine-file.ts';
import type { ExportPart } from './export-part.ts';
import { type FileReading, importFile } from './import-file.ts';
import { isSpoiled } from './is-spoiled.ts';
import { type DigestText, openRowMerger, type RowMerger } from './merge-rows.ts';
import { openPupilBook, type PupilBook } from './pupil-book.ts';
import type { RecordText } from './read-row.ts';

/** How exports are to be read; only the category map and today are needed. */
export interface ImportOptions {
  readonly categoryMap: CategoryMap;
  /** The day the work is done as of; later dates are `future_date`. */
  readonly asAt?: IsoDate | null;
  /** The day of the run, given by the terminal: rooms have no clock. */
  readonly today: IsoDate;
  readonly encoding?: string;
  readonly delimiter?: string;
  readonly dateOrder?: 'dmy' | 'mdy';
  /** Our field to the header it is to be read from. */
  readonly columns?: Readonly<Record<string, string>>;
  /** Path of the register that is merged into: no row of it is too late, whatever day the work is done as of. */
  readonly register?: string;
  /** School of rows that name none. */
  readonly school?: string | null;
  /** More rejected rows than this refuse the file. */
  readonly maxRejects?: { readonly count: number } | { readonly share: number } | null;
  /** Parts of exports to read, in place of the files. */
  readonly parts?: readonly ExportPart[] | undefined;
  readonly onProgress?: (bytesRead: number, bytesTotal: number) => void;
}

export interface ImportResult {
  /** By date, time and key. */
  readonly incidents: readonly Incident[];
  readonly pupils: ReadonlyMap<PupilKey, Pupil>;
  /** One for each file, in the order given. */
  readonly audits: readonly FileAudit[];
  /** First 12 hex digits of the SHA-256 over the files' digests, whatever their order. */
  readonly fingerprint: string;
}

/** An incident whose words were digested instead of kept. */
export type DigestedIncident<T> = BuiltIncident<T>;

export interface DigestedImport<T> extends Omit<ImportResult, 'incidents'> {
  readonly incidents: readonly DigestedIncident<T>[];
}

function fingerprintOf(examined: readonly FileExamination[]): string {
  const hash = createHash('sha256');
  for (const digest of examined.map((file) => file.digest).sort()) hash.update(digest);
  return hash.digest('hex').slice(0, 12);
}

function checkRejects(reading: FileReading, limit: ImportOptions['maxRejects']): void {
  if (limit == null) return;
  const rejected = reading.problems.filter((problem) => problem.severity === 'rejected');
  const isTooMany =
    'count' in limit ? rejected.length > limit.count : rejected.length > limit.share * reading.dataRecords;
  if (!isTooMany) return;
  const allowed = 'count' in limit ? String(limit.count) : `${Math.round(limit.share * 100)} %`;
  const [first] = rejected;
  throw new TermwiseError(
    'file/too_many_rejects',
    `${reading.examined.file}: ${rejected.length} of ${reading.dataRecords} records cannot be used, more than the ${allowed} allowed. The first is on line ${first?.line ?? 0}: ${first?.message ?? ''}`,
    'See them all with inspect, put them right, or allow more with --max-rejects.',
  );
}

interface Attempt<T> {
  readonly merger: RowMerger<T>;
  readonly book: PupilBook;
  readonly readings: readonly FileReading[];
}

async function readAll<T>(
  examined: readonly FileExamination[],
  options: ImportOptions,
  orders: Map<number, ColumnOrders>,
  digest: DigestText<T>,
): Promise<Attempt<T> | null> {
  const merger = openRowMerger(digest, {
    several: examined.length > 1,
    register: examined.findIndex(({ path }) => path === options.register),
  });
  const book = openPupilBook();
  const total = examined.reduce((sum, file) => sum + file.bytes, 0);
  const readings: FileReading[] = [];
  let done = 0;
  for (const [index, file] of examined.entries()) {
    const before = done;
    const outcome = await importFile(
      file,
      {
        delimiter: options.delimiter,
        columns: options.columns,
        dateOrder: options.dateOrder,
        school: options.school ?? null,
        lastDay: file.path === options.register ? '9999-12-31' : (options.asAt ?? options.today),
        part: options.parts?.[index],
        onBytes: (bytes) => options.onProgress?.(before + bytes, total),
      },
      book,
      orders.get(index) ?? null,
      (row) => merger.add(index, row, book.nameKey(row.pupils[0]?.naming ?? 0)),
    );
    if (outcome.kind === 'again') {
      orders.set(index, outcome.orders);
      return null;
    }
    checkRejects(outcome.reading, options.maxRejects);
    readings.push(outcome.reading);
    done += file.bytes;
  }
  return { merger, book, readings };
}

async function readSettled<T>(
  files: readonly string[],
  options: ImportOptions,
  digest: DigestText<T>,
  onEach: ((settled: SettledIncident<T>, readings: readonly FileReading[]) => void) | null,
) {
  const examined: FileExamination[] = [];
  if (options.parts !== undefined) examined.push(...options.parts.map((part) => part.examined));
  else for (const path of files) examined.push(await examineFile(path, options.encoding));
  const orders = new Map<number, ColumnOrders>();
  let attempt: Attempt<T> | null = null;
  for (let tries = 0; attempt === null; tries++) {
    if (tries > 2 * files.length + 2) throw new Error('the order of the dates never settled');
    attempt = await readAll(examined, options, orders, digest);
  }
  const { merger, book, readings } = attempt;
  const settled = settleIncidents(merger, book, readings, options.categoryMap);
  const keep = onEach && ((one: SettledIncident<T>): void => onEach(one, readings));
  const audits = buildAudits(readings, settled, options.categoryMap, keep);
  return { pupils: settled.pupils, audits, fingerprint: fingerprintOf(examined) };
}

/**
 * Reads exports and digests the words of each incident's winning row instead of keeping them, for files too
 * large to hold. The rest is as `importExports`.
 */
export async function importDigested<T>(
  files: readonly string[],
  options: ImportOptions,
  digest: DigestText<T>,
): Promise<DigestedImport<T>> {
  const incidents: BuiltIncident<T>[] = [];
  const read = await readSettled(files, options, digest, (one, readings) => {
    incidents.push(buildIncident(one, readings));
  });
  return { incidents: incidents.sort(byDate), ...read };
}

/**
 * Reads exports only to say what they hold: the audits of `importExports`, without keeping an incident, in a
 * fraction of its memory. Spoiled characters are looked for in the words as they pass.
 */
export async function inspectExports(
  files: readonly string[],
  options: ImportOptions,
): Promise<readonly FileAudit[]> {
  const digest: DigestText<RecordText | null> = (text) => (isSpoiled(text.narrative) ? text : null);
  return (await readSettled(files, options, digest, null)).audits;
}

/**
 * Reads exports of any system to incidents: rows are recognised by meaning, merged to incidents, and every
 * record read is accounted for in the audits. Incidents come sorted by date, time and key. Throws a
 * TermwiseError for a file that cannot be used as a whole; a bad row is a problem in its audit, never a throw.
 */
export async function importExports(files: readonly string[], options: ImportOptions): Promise<ImportResult> {
  const digested = await importDigested(files, options, (text) => text);
  return { ...digested, incidents: digested.incidents.map(toIncident) };
}

/** Written out field by field: taking the rest of an object apart is ten times as slow, and there is one a record. */
function toIncident(built: BuiltIncident<RecordText>): Incident {
  return {
    id: built.id,
    key: built.key,
    school: built.school,
    kind: built.kind,
    date: built.date,
    time: built.time,
    recordedDate: built.recordedDate,
    recordedTime: built.recordedTime,
    categories: built.categories,
    location: built.location,
    period: built.period,
    reportedBy: built.reportedBy,
    assignedTo: built.assignedTo,
    status: built.status,
    involvements: built.involvements,
    sources: built.sources,
    categoryText: built.text.categoryText,
    narrative: built.text.narrative,
    action: built.text.action,
  };
}
