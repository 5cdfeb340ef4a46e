import type { RowProblem, WarningCode } from '../incident/row-problem.ts';
import type { HeaderPlan } from './find-header.ts';
import { unwrapRecord } from './find-header.ts';
import { openHeaderFollower } from './follow-header.ts';
import { isHeading } from './is-heading.ts';
import type { Field } from './layout.ts';
import { matchHeader } from './match-header.ts';
import type { RecordSink } from './read-records.ts';
import type { ImportedRow, RowReader } from './read-row.ts';
import type { RowFault, RowNote } from './row-fault.ts';
import { sayOpenQuote } from './say-open-quote.ts';
import type { RowSort } from './sort-rows.ts';
import type { OtherHeader } from './warn-of-file.ts';

/** Of each kind of warning only so many rows are kept by name; all are counted. */
const KEPT_WARNINGS = 200;
/** Of lines inside a cell that read as a record only so many are told. */
const KEPT_EMBEDDED = 5;

/** What came of the records of one file. */
interface Taken {
  readonly nonData: { title: number; blank: number; repeatedHeader: number; footer: number };
  readonly problems: RowProblem[];
  readonly noted: Map<WarningCode, number>;
  readonly embedded: number[];
  readonly otherHeaders: OtherHeader[];
  dataRecords: number;
  acceptedRows: number;
  anyTime: boolean;
  midnights: number;
}

interface TakerOptions {
  readonly file: string;
  readonly header: HeaderPlan;
  readonly reader: RowReader;
  readonly sort: (cells: readonly string[]) => RowSort;
  /** Columns that the user names. */
  readonly columns: Readonly<Record<string, string>>;
  readonly onRow: (row: ImportedRow) => void;
}

interface RecordTaker {
  readonly sink: RecordSink;
  readonly taken: Taken;
  /** Lines of later headers with the columns in another order. */
  readonly turnedAt: readonly number[];
}

function startTaken({ titles, blanks }: HeaderPlan): Taken {
  return {
    nonData: { title: titles.length, blank: blanks, repeatedHeader: 0, footer: 0 },
    problems: [],
    noted: new Map(),
    embedded: [],
    otherHeaders: [],
    dataRecords: 0,
    acceptedRows: 0,
    anyTime: false,
    midnights: 0,
  };
}

/**
 * Opens the taking of one file's records: sorts out what is no data, hands each accepted row on, and notes every other as one
 * of `problems`, so that all records are accounted for.
 */
export function openRecordTaker({ file, header, reader, sort, columns, onRow }: TakerOptions): RecordTaker {
  const follower = openHeaderFollower(header.cells);
  const taken = startTaken(header);
  const { nonData, problems, noted } = taken;
  /** How many of the last records, all rejected, may be headings of a table that follows. */
  let headings = 0;
  const columnName = (field: Field | null): string | null =>
    field === null ? null : (header.plan.headers[header.plan.at.get(field) ?? -1] ?? null);

  const takeHeader = (): void => {
    nonData.repeatedHeader += 1;
    nonData.title += headings;
    taken.dataRecords -= headings;
    problems.length -= headings;
    headings = 0;
  };

  const reject = (fault: RowFault, cells: readonly string[], line: number): void => {
    headings = isHeading(cells) ? headings + 1 : 0;
    const { code, value, message } = fault;
    const column = columnName(fault.column);
    const record = taken.dataRecords;
    problems.push({
      severity: 'rejected',
      code,
      file,
      record,
      line,
      column,
      value,
      message,
      cells: [...cells],
    });
  };

  const note = ({ code, column, value, message }: RowNote, line: number): void => {
    const count = (noted.get(code) ?? 0) + 1;
    noted.set(code, count);
    if (count > KEPT_WARNINGS) return;
    const record = taken.dataRecords;
    problems.push({
      severity: 'warning',
      code,
      file,
      record,
      line,
      column: columnName(column),
      value,
      message,
    });
  };

  const accept = (row: ImportedRow, notes: readonly RowNote[], line: number): void => {
    taken.acceptedRows += 1;
    headings = 0;
    for (const one of notes) note(one, line);
    if (row.time === '00:00') taken.midnights += 1;
    else if (row.time !== null) taken.anyTime = true;
    onRow(row);
  };

  const takeData = (cells: readonly string[], unwrapped: readonly string[], line: number): void => {
    taken.dataRecords += 1;
    const result = reader.read(cells, line);
    if (!('fault' in result)) {
      accept(result.row, result.notes, line);
      return;
    }
    const other = matchHeader(header.plan, unwrapped, columns);
    if (other === null) {
      reject(result.fault, cells, line);
      return;
    }
    taken.dataRecords -= 1;
    taken.otherHeaders.push({ line, lost: other.lost });
    follower.turnTo(other);
    takeHeader();
  };

  const take = (given: readonly string[], line: number): void => {
    const unwrapped = header.isWrapped ? (unwrapRecord(given, header.delimiter) ?? given) : given;
    const cells = follower.follow(unwrapped, line);
    const sorted = cells === null ? 'repeated_header' : sort(cells);
    if (sorted === 'repeated_header') takeHeader();
    else if (sorted !== 'data') nonData[sorted] += 1;
    else if (cells !== null) takeData(cells, unwrapped, line);
  };

  const takeDamaged = (cells: readonly string[], line: number, openCell: number): void => {
    taken.dataRecords += 1;
    headings = 0;
    const column = header.plan.headers[openCell] ?? null;
    problems.push({
      severity: 'rejected',
      code: 'unclosed_quote',
      file,
      record: taken.dataRecords,
      line,
      column,
      value: null,
      cells: [...cells],
      message: sayOpenQuote(column, line, cells, openCell),
    });
  };

  const embedded = (line: number): void => {
    if (taken.embedded.length < KEPT_EMBEDDED) taken.embedded.push(line);
  };
  return { sink: { record: take, damaged: takeDamaged, embedded }, taken, turnedAt: follower.turnedAt };
}
