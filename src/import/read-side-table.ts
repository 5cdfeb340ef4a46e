import { parse } from 'csv-parse/sync';
import { TermwiseError } from '../errors.ts';
import type { ClockTime, IsoDate } from '../incident/incident.ts';
import { examineFile } from './examine-file.ts';
import { squash } from './layout.ts';
import { parseDate } from './parse-date.ts';
import { parseTime } from './parse-time.ts';
import { readAsUtf8 } from './read-bytes.ts';
import { tidyHeader } from './recognise-columns.ts';
import { stripInvisible } from './strip-invisible.ts';

/** One row of a side file, read by column name whatever the order and case of the header. */
export interface SideRow {
  /** Physical line on which the row starts, from 1. */
  readonly line: number;
  /** The cell, trimmed; '' where the column or the cell is missing. */
  readonly text: (column: string) => string;
  /** As `text`, but a blank cell is refused. */
  readonly required: (column: string) => string;
  readonly optional: (column: string) => string | null;
  readonly date: (column: string) => IsoDate;
  readonly optionalDate: (column: string) => IsoDate | null;
  readonly time: (column: string) => ClockTime;
  /** Refuses the row: says file, line, column, value and what to do. */
  readonly refuse: (column: string, what: string, hint: string) => never;
}

interface Columns {
  readonly required: readonly string[];
  readonly optional: readonly string[];
}

async function readText(path: string): Promise<{ file: string; text: string }> {
  const examined = await examineFile(path);
  const pieces: Buffer[] = [];
  for await (const chunk of readAsUtf8(examined)) pieces.push(chunk);
  return { file: examined.file, text: Buffer.concat(pieces).toString('utf8') };
}

/** A line of Excel's that names the delimiter: obeyed, and no header. */
const SEP_LINE = /^"?sep=(.)"?[,;\t|]*[ \t]*(?=[\r\n]|$)/i;

function parseRecords(file: string, whole: string): { cells: string[]; line: number }[] {
  const text = whole.replace(SEP_LINE, '');
  const header = text.trimStart();
  const first = header.slice(0, header.search(/[\r\n]|$/));
  const delimiter =
    SEP_LINE.exec(whole)?.[1] ??
    [',', ';', '\t', '|'].reduce(
      (best, one) => (first.split(one).length > first.split(best).length ? one : best),
      ',',
    );
  try {
    const records: { cells: string[]; line: number }[] = [];
    parse(text, {
      delimiter,
      relax_column_count: true,
      relax_quotes: true,
      skip_empty_lines: false,
      record_delimiter: ['\r\n', '\n', '\r'],
      on_record: (cells: string[], { lines }: { lines: number }) => {
        records.push({ cells, line: lines });
        return null;
      },
    });
    return records;
  } catch {
    throw new TermwiseError(
      'file/side_file',
      `${file} has a quote (") that is never closed.`,
      'Open it in a spreadsheet, put it right and save it as CSV UTF-8.',
    );
  }
}

/** Where each column stands: in several places if the header names it again. */
type Places = ReadonlyMap<string, readonly number[]>;

function findColumns(file: string, header: readonly string[], columns: Columns): Places {
  const at = new Map<string, readonly number[]>();
  const squashed = header.map(squash);
  for (const name of [...columns.required, ...columns.optional]) {
    const wanted = squash(name);
    const places = squashed.flatMap((one, index) => (one === wanted ? [index] : []));
    if (places.length > 0) at.set(name, places);
  }
  const missing = columns.required.filter((name) => !at.has(name));
  if (missing.length === 0) return at;
  const found = header
    .map(tidyHeader)
    .filter((name) => name !== '')
    .map((name) => `"${name}"`)
    .join(', ');
  throw new TermwiseError(
    'file/side_file',
    `${file} has no column ${missing.map((name) => `"${name}"`).join(' and no ')}; it has ${found}.`,
    `Expected columns: ${columns.required.join(', ')}${columns.optional.length > 0 ? `; and if known ${columns.optional.join(', ')}` : ''}.`,
  );
}

function makeRow(file: string, cells: readonly string[], line: number, at: Places, strict: boolean): SideRow {
  const all = (column: string): readonly string[] =>
    (at.get(column) ?? [])
      .map((index) => stripInvisible(cells[index] ?? '').trim())
      .filter((cell) => cell !== '');
  const text = (column: string): string => {
    const [cell = ''] = all(column);
    return /^'+[=+\-@\t\r]/.test(cell) ? cell.slice(1) : cell;
  };
  const refuse = (column: string, what: string, hint: string): never => {
    const value = text(column);
    throw new TermwiseError(
      'file/side_file',
      `${file}, line ${line}, column "${column}": ${value === '' ? 'the cell is blank' : `"${value.slice(0, 80)}"`} ${what}`,
      hint,
    );
  };
  for (const column of strict ? at.keys() : [])
    if (new Set(all(column)).size > 1)
      refuse(
        column,
        `and "${all(column)[1]?.slice(0, 80)}" stand in two columns of that name.`,
        'Remove or rename one of the two columns.',
      );
  const required = (column: string): string =>
    text(column) === ''
      ? refuse(column, 'where a value is needed.', 'Fill it in, or remove the row.')
      : text(column);
  const date = (column: string): IsoDate => {
    const value = required(column);
    const parsed = parseDate(value, 'dmy').date;
    return parsed ?? refuse(column, 'is not a date.', 'Write dates as dd/mm/yyyy or yyyy-mm-dd.');
  };
  return {
    line,
    text,
    required,
    optional: (column) => (text(column) === '' ? null : text(column)),
    date,
    optionalDate: (column) => (text(column) === '' ? null : date(column)),
    time: (column) =>
      parseTime(required(column)) ??
      refuse(column, 'is not a time of day.', 'Write times as HH:MM, such as 09:05.'),
    refuse,
  };
}

/**
 * Reads a small CSV file beside the exports (terms, roll, periods …): any of the encodings of an export,
 * header names in any order and case, blank rows skipped. Every fault is a TermwiseError that names file,
 * line, column and value and says what to do.
 */
export async function readSideTable(path: string, columns: Columns): Promise<readonly SideRow[]> {
  const { file, text } = await readText(path);
  const records = parseRecords(file, text).filter(({ cells }) => cells.some((cell) => cell.trim() !== ''));
  const [header, ...rows] = records;
  const at = findColumns(file, header?.cells ?? [], columns);
  // A list of another system, which has no column of ours to have, may name one twice: its first filled cell counts.
  const strict = columns.required.length > 0;
  return rows.map(({ cells, line }) => makeRow(file, cells, line, at, strict));
}
