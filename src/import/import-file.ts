import type { IsoDate } from '../incident/incident.ts';
import type { RowProblem, WarningCode } from '../incident/row-problem.ts';
import { areSameOrders, type ColumnOrders, decideOrders, sampleOrders } from './date-orders.ts';
import type { FileExamination } from './examine-file.ts';
import { type ExportPart, readPart } from './export-part.ts';
import { findHeader, type HeaderPlan, unwrapRecord } from './find-header.ts';
import { openHeaderFollower } from './follow-header.ts';
import { isHeading } from './is-heading.ts';
import { judgeDateOrder, type OrderEvidence, startEvidence } from './judge-date-order.ts';
import type { Field } from './layout.ts';
import { matchHeader } from './match-header.ts';
import { type DateOrder, parseDate } from './parse-date.ts';
import type { PupilBook } from './pupil-book.ts';
import { readAsUtf8 } from './read-bytes.ts';
import { type RecordSink, readRecords } from './read-records.ts';
import { type ImportedRow, makeRowReader } from './read-row.ts';
import { refuseDateContradiction } from './refuse-date-contradiction.ts';
import { sayOpenQuote } from './say-open-quote.ts';
import { makeRowSorter } from './sort-rows.ts';
import { type OtherHeader, warnOfFile } from './warn-of-file.ts';

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

/** Of each kind of warning only so many rows are kept by name; all are counted. */
const KEPT_WARNINGS = 200;
const HEAD_BYTES = 1 << 18;

async function readHead(examined: FileExamination): Promise<string> {
  const pieces: Buffer[] = [];
  let length = 0;
  for await (const chunk of readAsUtf8(examined)) {
    pieces.push(chunk);
    length += chunk.length;
    if (length >= HEAD_BYTES) break;
  }
  return Buffer.concat(pieces).toString('utf8');
}

/** How a file is laid out, from its first records: enough to tell what each of its records is. */
export async function planFile(
  examined: FileExamination,
  options: Pick<FileImportOptions, 'delimiter' | 'columns' | 'dateOrder'>,
) {
  const head = await readHead(examined);
  const header = findHeader(examined.file, head, options);
  const order = sampleOrders(head, header, options.dateOrder).get('date') ?? 'dmy';
  const isDate = (cell: string): boolean => cell.trim() !== '' && parseDate(cell.trim(), order).date !== null;
  return { header, isDate, sort: makeRowSorter(header, isDate) };
}

function nameOrder(tally: OrderEvidence, order: DateOrder): FileReading['dateOrder'] {
  const numeric = tally.dmy + tally.mdy + tally.ambiguous;
  if (numeric === 0) return tally.orderFree > 0 ? 'ymd' : order;
  return tally.orderFree > 0 ? 'mixed_unambiguous' : order;
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
  const head = await readHead(examined);
  const header = findHeader(file, head, options);
  const orders = known ?? sampleOrders(head, header, options.dateOrder);
  const order = orders.get('date') ?? 'dmy';
  const reader = makeRowReader({
    plan: header.plan,
    orders,
    book,
    school: options.school,
    lastDay: options.lastDay,
  });
  const isDate = (cell: string): boolean => cell.trim() !== '' && parseDate(cell.trim(), order).date !== null;
  const sort = makeRowSorter(header, isDate);

  const follower = openHeaderFollower(header.cells);
  const nonData = { title: header.titles.length, blank: header.blanks, repeatedHeader: 0, footer: 0 };
  const problems: RowProblem[] = [];
  const noted = new Map<WarningCode, number>();
  const embedded: number[] = [];
  const otherHeaders: OtherHeader[] = [];
  let dataRecords = 0;
  let acceptedRows = 0;
  /** How many of the last records, all rejected, may be headings of a table that follows. */
  let headings = 0;
  let anyTime = false;
  let midnights = 0;
  const columnName = (field: Field | null): string | null =>
    field === null ? null : (header.plan.headers[header.plan.at.get(field) ?? -1] ?? null);

  const takeHeader = (): void => {
    nonData.repeatedHeader += 1;
    nonData.title += headings;
    dataRecords -= headings;
    problems.length -= headings;
    headings = 0;
  };

  const take = (given: readonly string[], line: number): void => {
    const unwrapped = header.isWrapped ? (unwrapRecord(given, header.delimiter) ?? given) : given;
    const cells = follower.follow(unwrapped, line);
    if (cells === null) {
      takeHeader();
      return;
    }
    const sorted = sort(cells);
    if (sorted !== 'data') {
      if (sorted === 'repeated_header') takeHeader();
      else nonData[sorted] += 1;
      return;
    }
    dataRecords += 1;
    const record = dataRecords;
    const result = reader.read(cells, line);
    if ('fault' in result) {
      const other = matchHeader(header.plan, unwrapped, options.columns ?? {});
      if (other !== null) {
        dataRecords -= 1;
        otherHeaders.push({ line, lost: other.lost });
        follower.turnTo(other);
        takeHeader();
        return;
      }
      headings = isHeading(cells) ? headings + 1 : 0;
      const { code, column, value, message } = result.fault;
      problems.push({
        severity: 'rejected',
        code,
        file,
        record,
        line,
        column: columnName(column),
        value,
        message,
        cells: [...cells],
      });
      return;
    }
    acceptedRows += 1;
    headings = 0;
    for (const note of result.notes) {
      const count = (noted.get(note.code) ?? 0) + 1;
      noted.set(note.code, count);
      if (count > KEPT_WARNINGS) continue;
      problems.push({
        severity: 'warning',
        code: note.code,
        file,
        record,
        line,
        column: columnName(note.column),
        value: note.value,
        message: note.message,
      });
    }
    if (result.row.time === '00:00') midnights += 1;
    else if (result.row.time !== null) anyTime = true;
    onRow(result.row);
  };

  const sink: RecordSink = {
    record: take,
    damaged: (cells, line, openCell) => {
      dataRecords += 1;
      headings = 0;
      const column = header.plan.headers[openCell] ?? null;
      problems.push({
        severity: 'rejected',
        code: 'unclosed_quote',
        file,
        record: dataRecords,
        line,
        column,
        value: null,
        cells: [...cells],
        message: sayOpenQuote(column, line, cells, openCell),
      });
    },
    embedded: (line) => {
      if (embedded.length < 5) embedded.push(line);
    },
  };
  if (options.part !== undefined) await readPart(options.part, sink);
  else {
    await readRecords(
      {
        chunks: readAsUtf8(examined, options.onBytes),
        lineEnds: examined.lineEnds,
        shape: {
          delimiter: header.delimiter,
          width: header.plan.headers.length,
          dateColumn: header.plan.at.get('date') ?? 0,
          isDate,
        },
        offset: header.dataOffset,
        line: header.dataLine,
      },
      sink,
    );
  }

  const tally = reader.evidence.get('date') ?? startEvidence();
  if (options.dateOrder === undefined && judgeDateOrder(tally) === 'contradictory')
    refuseDateContradiction(file, header, tally);
  const judged = decideOrders(reader.evidence, options.dateOrder);
  if (!areSameOrders(judged, orders)) return { kind: 'again', orders: judged };

  const warnings = warnOfFile({
    examined,
    header,
    order,
    tally,
    reader: reader.counts,
    noted,
    embedded,
    problems,
    given: options.dateOrder,
    columns: options.columns ?? {},
    dataRecords,
    turnedAt: follower.turnedAt,
    otherHeaders,
  });
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
      warnings,
      isTimeless: !anyTime && midnights > 0,
      staffNamed: reader.counts.staff,
    },
  };
}
