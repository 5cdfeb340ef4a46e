import { TermwiseError } from '../errors.ts';
import type { IsoDate } from '../incident/incident.ts';
import type { RowProblem, WarningCode } from '../incident/row-problem.ts';
import type { FileExamination } from './examine-file.ts';
import { type ExportPart, readPart } from './export-part.ts';
import { findHeader, type HeaderPlan, unwrapRecord } from './find-header.ts';
import { openHeaderFollower } from './follow-header.ts';
import { addEvidence, judgeDateOrder, type OrderEvidence, startEvidence } from './judge-date-order.ts';
import type { Field } from './layout.ts';
import { matchHeader } from './match-header.ts';
import { type DateOrder, parseDate } from './parse-date.ts';
import type { PupilBook } from './pupil-book.ts';
import { readAsUtf8 } from './read-bytes.ts';
import { type RecordSink, readRecords } from './read-records.ts';
import { type ImportedRow, makeRowReader } from './read-row.ts';
import { makeRowSorter } from './sort-rows.ts';
import { splitRecord } from './split-record.ts';
import { warnAbsentColumns } from './warn-absent-columns.ts';

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

/** The order of each date column, when an earlier reading of the file has found it. */
export type ColumnOrders = ReadonlyMap<Field, DateOrder>;

export type FileImport =
  | { readonly kind: 'read'; readonly reading: FileReading }
  /** The columns are in another order than was taken: read again with these. */
  | { readonly kind: 'again'; readonly orders: ColumnOrders };

const DATE_FIELDS: readonly Field[] = ['date', 'recorded_date', 'last_updated', 'dob'];
/** Of each kind of warning only so many rows are kept by name; all are counted. */
const KEPT_WARNINGS = 200;
const HEAD_BYTES = 1 << 18;
const SAMPLE_RECORDS = 500;

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

function decideOrders(
  tallies: ReadonlyMap<Field, OrderEvidence>,
  given: DateOrder | undefined,
): Map<Field, DateOrder> {
  const orders = new Map<Field, DateOrder>();
  const main = tallies.get('date') ?? startEvidence();
  const judged = judgeDateOrder(main);
  const order = given ?? (judged === 'contradictory' ? 'dmy' : judged);
  orders.set('date', order);
  for (const field of DATE_FIELDS.slice(1)) {
    const tally = tallies.get(field) ?? startEvidence();
    const own = judgeDateOrder(tally);
    const isProven = tally.dmy + tally.mdy > 0 && own !== 'contradictory';
    orders.set(field, isProven ? own : order);
  }
  return orders;
}

/** A first guess at the orders from the rows at the top, so that a month-first file is read only once. */
function sampleOrders(text: string, header: HeaderPlan, given: DateOrder | undefined): Map<Field, DateOrder> {
  const tallies = new Map(DATE_FIELDS.map((field) => [field, startEvidence()]));
  let at =
    text.length === 0 ? 0 : Buffer.from(text, 'utf8').subarray(0, header.dataOffset).toString('utf8').length;
  for (let record = 0; record < SAMPLE_RECORDS && at < text.length; record++) {
    const { cells, end } = splitRecord(text, at, header.delimiter);
    at = end;
    for (const field of DATE_FIELDS) {
      const cell = cells[header.plan.at.get(field) ?? -1]?.trim() ?? '';
      const tally = tallies.get(field);
      if (cell === '' || tally === undefined) continue;
      const { evidence, orderFree } = parseDate(cell, 'dmy');
      addEvidence(tally, evidence, orderFree, 0, cell);
    }
  }
  return decideOrders(tallies, given);
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

function refuseContradiction(file: string, header: HeaderPlan, tally: OrderEvidence): never {
  const column = header.plan.headers[header.plan.at.get('date') ?? -1] ?? 'date';
  throw new TermwiseError(
    'file/dates_contradict',
    `${file}: the dates in "${column}" contradict each other: line ${tally.dmyLine} has "${tally.dmyValue}", which can only be day-first (dd/mm/yyyy), and line ${tally.mdyLine} has "${tally.mdyValue}", which can only be month-first (mm/dd/yyyy). ${tally.dmy} rows prove day-first and ${tally.mdy} month-first, so other dates could be read either way.`,
    'Export again with one date format, or settle it with --date-order dmy or mdy (the other rows are then rejected).',
  );
}

function isSame(a: ColumnOrders, b: ColumnOrders): boolean {
  return DATE_FIELDS.every((field) => a.get(field) === b.get(field));
}

function nameOrder(tally: OrderEvidence, order: DateOrder): FileReading['dateOrder'] {
  const numeric = tally.dmy + tally.mdy + tally.ambiguous;
  if (numeric === 0) return tally.orderFree > 0 ? 'ymd' : order;
  return tally.orderFree > 0 ? 'mixed_unambiguous' : order;
}

function countText(count: number, one: string, many: string): string {
  return `${count} ${count === 1 ? one : many}`;
}

const CLOSED_EARLY = ', or closed before its cell ends';

/** Whether a further quote stands in the cell that a quote opened: text behind `"Shut up"` hides where the cell ends. */
function isClosedEarly(cells: readonly string[], openCell: number): boolean {
  return cells[openCell]?.includes('"') ?? false;
}

function sayOpenQuote(column: string | null, line: number, isEarly: boolean): string {
  const place = column === null ? 'this row' : `"${column}"`;
  const [fault, remedy] = isEarly
    ? [CLOSED_EARLY, 'Put the closing quote in its place, write quotes of the text double ("")']
    : ['', 'Put the closing quote in'];
  return `A quote (") opened in ${place} on line ${line} is never closed${fault}, so it cannot be told where its cells end. ${remedy} and import again.`;
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
        message: sayOpenQuote(column, line, isClosedEarly(cells, openCell)),
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
    refuseContradiction(file, header, tally);
  const judged = decideOrders(reader.evidence, options.dateOrder);
  if (!isSame(judged, orders)) return { kind: 'again', orders: judged };

  const warnings = warn({
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

interface WarningFacts {
  readonly examined: FileExamination;
  readonly header: HeaderPlan;
  readonly order: DateOrder;
  readonly tally: OrderEvidence;
  readonly reader: { readonly shortRows: number; readonly withoutId: number };
  readonly noted: ReadonlyMap<WarningCode, number>;
  readonly embedded: readonly number[];
  readonly problems: readonly RowProblem[];
  readonly given: DateOrder | undefined;
  /** Columns that the user names. */
  readonly columns: Readonly<Record<string, string>>;
  readonly dataRecords: number;
  /** Lines of later headers with the columns in another order. */
  readonly turnedAt: readonly number[];
  readonly otherHeaders: readonly OtherHeader[];
}

/** A later header with other columns than the first. */
interface OtherHeader {
  readonly line: number;
  /** Names of its columns that were not read. */
  readonly lost: readonly string[];
}

/** The name of a sheet or of a part of a report, above its header: a few words alone in their row, and no sentence nor the end of one. */
function isHeading(cells: readonly string[]): boolean {
  const [only = '', ...others] = cells.filter((cell) => cell.trim() !== '');
  return (
    others.length === 0 &&
    only.length <= LONGEST_HEADING &&
    /^\s*[\p{Lu}\p{N}].*[^.!?"\u201d\s]\s*$/u.test(only)
  );
}

const LONGEST_HEADING = 60;

function warnAboutUnnamed({ plan: { unnamed } }: HeaderPlan): string[] {
  if (unnamed.length === 0) return [];
  const places = unnamed.map((column) => column + 1).join(', ');
  return [
    unnamed.length === 1
      ? `Column ${places} has text but no name, so it was not read: give it a heading if it belongs to the records.`
      : `Columns ${places} have text but no names, so they were not read: give them headings if they belong to the records.`,
  ];
}

function warnAboutOtherHeaders(others: readonly OtherHeader[]): string[] {
  if (others.length === 0) return [];
  const lines = others
    .slice(0, 5)
    .map(({ line }) => line)
    .join(', ');
  const lost = [...new Set(others.flatMap((other) => other.lost))].map((name) => `"${name}"`).join(', ');
  const rest = lost === '' ? '.' : `, without ${lost}, which the first header does not have.`;
  return [
    `A header with other columns follows further down (line ${lines}); the rows below were read by it${rest}`,
  ];
}

const NOTED: readonly (readonly [WarningCode, string, string])[] = [
  [
    'date_from_recorded',
    'row has no incident date; the date it was recorded is used',
    'rows have no incident date; the date they were recorded is used',
  ],
  [
    'odd_time',
    'row has a time that could not be read; it is kept without one',
    'rows have a time that could not be read; they are kept without one',
  ],
  ['no_category', 'record has no category', 'records have no category'],
  ['no_narrative', 'record has no description', 'records have no description'],
];

function warnAboutDates(facts: WarningFacts): string[] {
  const { order, tally, header, given } = facts;
  const column = header.plan.headers[header.plan.at.get('date') ?? -1] ?? 'date';
  if (order === 'mdy' && given === undefined) {
    return [
      `The dates in "${column}" are month-first (mm/dd/yyyy): line ${tally.mdyLine} has "${tally.mdyValue}", and no row is day-first. All were read so; give --date-order dmy if that is wrong.`,
    ];
  }
  const against = order === 'dmy' ? tally.mdy : tally.dmy;
  if (against === 0) return [];
  const line = order === 'dmy' ? tally.mdyLine : tally.dmyLine;
  return [
    `${countText(against, 'date in', 'dates in')} "${column}" can only be ${order === 'dmy' ? 'month-first' : 'day-first'} (first on line ${line}), against the rest of the column; rejected as invalid.`,
  ];
}

function warnAboutGuesses(header: HeaderPlan): string[] {
  const { guessed, at, headers } = header.plan;
  if (guessed.length === 0) return [];
  const taken = guessed.map((field) => `"${headers[at.get(field) ?? -1] ?? ''}" for the ${field}`);
  return [
    `By the words of their headers ${taken.join(', ')} ${guessed.length === 1 ? 'was' : 'were'} taken; if that is wrong, say which column is which with --map.`,
  ];
}

function warnAboutQuotes(facts: WarningFacts): string[] {
  const open = facts.problems.filter((problem) => problem.code === 'unclosed_quote');
  const early = open.some(({ message }) => message.includes(CLOSED_EARLY)) ? ', or closed too early' : '';
  const lines = open
    .slice(0, 5)
    .map((problem) => problem.line)
    .join(', ');
  const warnings =
    open.length === 0
      ? []
      : [
          `${countText(open.length, 'row has', 'rows have')} a quote that is never closed${early} (line ${lines}); rejected, and the rows behind were read on their own.`,
        ];
  if (facts.embedded.length > 0) {
    warnings.push(
      `A cell of the record on line ${facts.embedded.join(', ')} holds lines that look like records of their own; check for a missing quote.`,
    );
  }
  return warnings;
}

function warn(facts: WarningFacts): string[] {
  const { examined, header, reader, noted } = facts;
  const warnings: string[] = [];
  if (facts.dataRecords === 0)
    warnings.push('The file is empty below its header: no data records, nothing to import.');
  if (examined.nuls > 0)
    warnings.push(
      `${countText(examined.nuls, 'stray NUL character was', 'stray NUL characters were')} removed.`,
    );
  warnings.push(...warnAbsentColumns(header.plan, facts.columns));
  if (examined.badByteLine !== null)
    warnings.push(
      `Some characters are written in UTF-8, but line ${examined.badByteLine} holds a byte that is not: the file was read as Windows-1252, so accents of names may be wrong. If it is UTF-8 with one spoiled character, give --encoding utf-8.`,
    );
  warnings.push(...warnAboutGuesses(header), ...warnAboutDates(facts), ...warnAboutQuotes(facts));
  const { headers, moreCategories } = header.plan;
  const names = headers.filter((name, index) => name !== '' && !moreCategories.includes(index));
  if (header.isWrapped)
    warnings.push(
      'Each row stands in one cell, as if saved from a single column; the rows were taken apart.',
    );
  if (header.hasOpenQuote)
    warnings.push(
      `The header on line ${header.line} has a quote (") that is never closed; its columns were read without quotes.`,
    );
  if (facts.turnedAt.length > 0)
    warnings.push(
      `The header comes again with its columns in another order (line ${facts.turnedAt.slice(0, 5).join(', ')}); the rows below were read by it.`,
    );
  warnings.push(...warnAboutUnnamed(header));
  warnings.push(...warnAboutOtherHeaders(facts.otherHeaders));
  const twice = [...new Set(names.filter((name, index) => names.indexOf(name) !== index))];
  if (twice.length > 0)
    warnings.push(
      `The header has ${twice.map((name) => `"${name}"`).join(', ')} more than once; the first is used.`,
    );
  if (reader.shortRows > 0)
    warnings.push(
      `${countText(reader.shortRows, 'row lacks', 'rows lack')} optional cells at the end; read as blank.`,
    );
  if (reader.withoutId > 0)
    warnings.push(
      `${countText(reader.withoutId, 'record has', 'records have')} no usable incident id; one was made from the record's own words.`,
    );
  for (const [code, one, many] of NOTED) {
    const count = noted.get(code) ?? 0;
    if (count > 0) warnings.push(`${countText(count, one, many)}.`);
  }
  return warnings;
}
