import { countLineEnds, splitRecord, takeLine } from './split-record.ts';

/** What is needed to tell a damaged record from the next whole one. */
export interface RecordShape {
  readonly delimiter: string;
  /** Number of columns of the header. */
  readonly width: number;
  /** Place of the incident date. */
  readonly dateColumn: number;
  readonly isDate: (cell: string) => boolean;
}

/** A record saved from damaged text, or the damage itself as one rejected record. */
export interface Repair {
  readonly kind: 'record' | 'damaged';
  readonly cells: readonly string[];
  /** Index of the cell whose quote is never closed, or -1. */
  readonly openCell: number;
  /** How much of the text it takes. */
  readonly end: number;
  readonly lines: number;
}

/** How many lines behind a damaged one may belong to it before it is taken to stand alone. */
const MOST_LINES = 60;

/** Whether a physical line reads as the start of a record: a date in the date column, or all its cells. */
function looksLikeStart(line: string, shape: RecordShape): boolean {
  const { cells, open, openCell } = splitRecord(line, 0, shape.delimiter);
  const date =
    shape.dateColumn < cells.length && openCell !== shape.dateColumn ? cells[shape.dateColumn] : '';
  return (date !== undefined && date !== '' && shape.isDate(date)) || (!open && cells.length === shape.width);
}

/**
 * Whether a cell of several lines holds a line that reads as a whole record: the sign that a quote was left
 * open and later rows were swallowed. Lines with too few delimiters are passed over without splitting.
 */
export function holdsRecord(cell: string, shape: RecordShape): boolean {
  let at = cell.search(/[\r\n]/);
  while (at !== -1 && at < cell.length) {
    const { line, next } = takeLine(cell, at + (cell[at] === '\r' && cell[at + 1] === '\n' ? 2 : 1));
    let delimiters = 0;
    for (let i = line.indexOf(shape.delimiter); i !== -1; i = line.indexOf(shape.delimiter, i + 1))
      delimiters += 1;
    if (delimiters >= Math.max(2, shape.dateColumn) && looksLikeStart(line, shape)) return true;
    const end = next - (next > 0 && /[\r\n]/.test(cell[next - 1] ?? '') ? 1 : 0);
    if (next >= cell.length || end <= at) return false;
    at = end;
  }
  return false;
}

function isWhole(cells: readonly string[], shape: RecordShape): boolean {
  const extra = cells.slice(shape.width).every((cell) => cell.trim() === '');
  const date = cells[shape.dateColumn];
  return extra && cells.length > shape.dateColumn && date !== undefined && shape.isDate(date);
}

/** Lines behind the damaged one that belong to it: those before the next start of a record, if one comes. */
function skipRest(text: string, from: number, shape: RecordShape): number {
  let at = from;
  for (let line = 0; line < MOST_LINES && at < text.length; line++) {
    const taken = takeLine(text, at);
    if (looksLikeStart(taken.line, shape)) return at;
    at = taken.next;
  }
  return from;
}

/**
 * Reads the record at the start of `text`, which the parser refused. Stray quotes are taken as text where the
 * record then has its cells in order; otherwise the line is rejected whole as an unclosed quote and reading
 * goes on at the next record, so that one bad quote never swallows the rows behind it.
 */
export function repairRecord(text: string, shape: RecordShape): Repair {
  const whole = splitRecord(text, 0, shape.delimiter);
  const first = takeLine(text, 0);
  if (!whole.open && whole.end <= first.next) {
    return { kind: 'record', cells: whole.cells, openCell: -1, end: whole.end, lines: 1 };
  }
  if (!whole.open && isWhole(whole.cells, shape) && !whole.cells.some((cell) => holdsRecord(cell, shape))) {
    const lines = Math.max(1, countLineEnds(text.slice(0, whole.end)));
    return { kind: 'record', cells: whole.cells, openCell: -1, end: whole.end, lines };
  }
  const alone = splitRecord(first.line, 0, shape.delimiter);
  const end = skipRest(text, first.next, shape);
  const cells = [...alone.cells];
  if (end > first.next && cells.length > 0)
    cells[cells.length - 1] += `\n${text.slice(first.next, end).trimEnd()}`;
  const lines = 1 + countLineEnds(text.slice(first.next, end));
  return { kind: 'damaged', cells, openCell: alone.openCell, end, lines };
}
