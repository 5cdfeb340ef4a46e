import type { IsoDate } from '../incident/incident.ts';
import type { RowProblem } from '../incident/row-problem.ts';
import { areSameOrders, type ColumnOrders, decideOrders } from './date-orders.ts';
import type { FileExamination } from './examine-file.ts';
import { type ExportPart, readPart } from './export-part.ts';
import type { HeaderPlan } from './find-header.ts';
import { judgeDateOrder, type OrderEvidence, startEvidence } from './judge-date-order.ts';
import type { DateOrder } from './parse-date.ts';
import { planFile } from './plan-file.ts';
import type { PupilBook } from './pupil-book.ts';
import { readAsUtf8 } from './read-bytes.ts';
import { type RecordSink, readRecords } from './read-records.ts';
import { type ImportedRow, makeRowReader } from './read-row.ts';
import { refuseDateContradiction } from './refuse-date-contradiction.ts';
import { openRecordTaker } from './take-records.ts';
import { warnOfFile } from './warn-of-file.ts';

/** What one file held, row by row; what became of the accepted rows is settled after all files are read. */
export interface FileReading {
  readonly examined: FileExamination;
  readonly header: HeaderPlan;
  readonly dateOrder: 'dmy' | 'mdy' | 'ymd' | 'mixed_unambiguous';
  readonly nonData: { title: number; blank: number; repeatedHeader: number; footer: number };
  readonly dataRecords: number;
  readonly acceptedRows: number;
  readonly problems: readonly RowProblem[];
  readonly warnings: readonly string[];
  /** True when every time of day is 00:00, which then means no time. */
  readonly isTimeless: boolean;
  /** Names of staff that were left out of the rows' own pupils. */
  readonly staffNamed: number;
  /** Rows that name the school of the settings themselves. */
  readonly ownSchoolRows: number;
}

export interface FileImportOptions {
  readonly delimiter?: string | undefined;
  readonly columns?: Readonly<Record<string, string>> | undefined;
  readonly dateOrder?: DateOrder | undefined;
  readonly school: string | null;
  readonly lastDay: IsoDate;
  readonly onBytes: (bytesRead: number) => void;
  /** Records that were read before, to be taken instead of the file's. */
  readonly part?: ExportPart | undefined;
}

export type FileImport =
  | { readonly kind: 'read'; readonly reading: FileReading }
  /** The columns are in another order than was taken: read again with these. */
  | { readonly kind: 'again'; readonly orders: ColumnOrders };

function nameOrder(tally: OrderEvidence, order: DateOrder): FileReading['dateOrder'] {
  const numeric = tally.dmy + tally.mdy + tally.ambiguous;
  if (numeric === 0) return tally.orderFree > 0 ? 'ymd' : order;
  return tally.orderFree > 0 ? 'mixed_unambiguous' : order;
}

/** Gives the records of a file to the sink: those read before, where there are some, else the file's own. */
async function stream(
  examined: FileExamination,
  { onBytes, part }: FileImportOptions,
  { header, isDate }: Pick<Awaited<ReturnType<typeof planFile>>, 'header' | 'isDate'>,
  sink: RecordSink,
): Promise<void> {
  if (part !== undefined) return readPart(part, sink);
  const { delimiter, plan, dataOffset: offset, dataLine: line } = header;
  const shape = { delimiter, width: plan.headers.length, dateColumn: plan.at.get('date') ?? 0, isDate };
  const chunks = readAsUtf8(examined, onBytes);
  return readRecords({ chunks, lineEnds: examined.lineEnds, shape, offset, line }, sink);
}

/**
 * Reads one export from its bytes: finds the header, streams the records, sorts out what is no data, and
 * hands each accepted row on. Every record is either accepted or one of `problems`. Throws a TermwiseError
 * when the file as a whole cannot be trusted (no header, contradictory dates).
 */
export async function importFile(
  examined: FileExamination,
  options: FileImportOptions,
  book: PupilBook,
  known: ColumnOrders | null,
  onRow: (row: ImportedRow) => void,
): Promise<FileImport> {
  const { file } = examined;
  const { school, lastDay, dateOrder: given, columns = {} } = options;
  const planned = await planFile(examined, options, known);
  const { header, orders, order, sort } = planned;
  const reader = makeRowReader({ plan: header.plan, orders, book, school, lastDay });
  const { sink, taken, turnedAt } = openRecordTaker({ file, header, reader, sort, columns, onRow });
  await stream(examined, options, planned, sink);

  const tally = reader.evidence.get('date') ?? startEvidence();
  if (given === undefined && judgeDateOrder(tally) === 'contradictory')
    refuseDateContradiction(file, header, tally);
  const judged = decideOrders(reader.evidence, given);
  if (!areSameOrders(judged, orders)) return { kind: 'again', orders: judged };

  const { nonData, dataRecords, acceptedRows, problems, anyTime, midnights } = taken;
  const facts = { examined, header, order, tally, reader: reader.counts, given, columns, turnedAt };
  return {
    kind: 'read',
    reading: {
      examined,
      header,
      dateOrder: nameOrder(tally, order),
      nonData,
      dataRecords,
      acceptedRows,
      problems,
      warnings: warnOfFile({ ...facts, ...taken }),
      isTimeless: !anyTime && midnights > 0,
      staffNamed: reader.counts.staff,
      ownSchoolRows: reader.counts.ownSchool,
    },
  };
}
