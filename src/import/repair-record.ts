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

function countDelimiters(line: string, { delimiter }: RecordShape): number {
  let count = 0;
  for (let at = line.indexOf(delimiter); at !== -1; at = line.indexOf(delimiter, at + 1)) count += 1;
  return count;
}

/**
 * Whether a cell of several lines holds a line that reads as a whole record: the sign that a quote was left
 * open and later rows were swallowed. Lines with too few delimiters are passed over without splitting.
 */
export function holdsRecord(cell: string, shape: RecordShape): boolean {
  let at = cell.search(/[\r\n]/);
  while (at !== -1 && at < cell.length) {
    const { line, next } = takeLine(cell, at + (cell[at] === '\r' && cell[at + 1] === '\n' ? 2 : 1));
    if (countDelimiters(line, shape) >= Math.max(2, shape.dateColumn) && looksLikeStart(line, shape))
      return true;
    const end = next - (next > 0 && /[\r\n]/.test(cell[next - 1] ?? '') ? 1 : 0);
    if (next >= cell.length || end <= at) return false;
    at = end;
  }
  return false;
}

/** Whether a cell ends in a quote, as one does whose opening quote stands on a line before. */
function endsInQuote(cells: readonly string[]): boolean {
  return cells.some((cell) => cell.endsWith('"'));
}

/**
 * Whether a line of a record behind its first reads as a record by itself. Whole lines are asked, because the cell
 * that swallowed a row ends within it, at the row's own first quote; the last line of a cell in good order is told
 * by the quote that ends it there.
 */
function swallowsRecord(text: string, from: number, end: number, shape: RecordShape): boolean {
  for (let at = from; at < end; ) {
    const { line, next } = takeLine(text, at);
    if (countDelimiters(line, shape) >= Math.max(2, shape.dateColumn) && looksLikeStart(line, shape)) {
      const { cells } = splitRecord(line, 0, shape.delimiter);
      const isDated = shape.isDate(cells[shape.dateColumn] ?? '');
      if (!endsInQuote(isDated ? cells.slice(0, shape.dateColumn) : cells)) return true;
    }
    at = next;
  }
  return false;
}

/**
 * Index of a cell whose quote was closed only by the quote of a later cell of the same line, or -1: cells are then
 * missing, and the cell holds a delimiter with a quote behind it. With blanks between the two it may be speech, so
 * the date must be out of its place as well.
 */
function findOpenCell(cells: readonly string[], shape: RecordShape): number {
  if (cells.length >= shape.width) return -1;
  const { delimiter } = shape;
  const isDated = shape.isDate(cells[shape.dateColumn] ?? '');
  return cells.findIndex((cell) => {
    for (let at = cell.indexOf(delimiter); at !== -1; at = cell.indexOf(delimiter, at + 1)) {
      const rest = cell.slice(at + delimiter.length);
      if (rest.startsWith('"') || (!isDated && rest.trimStart().startsWith('"'))) return true;
    }
    return false;
  });
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
  const isLine = !whole.open && whole.end <= first.next;
  const openCell = isLine ? findOpenCell(whole.cells, shape) : -1;
  if (isLine && openCell === -1) {
    return { kind: 'record', cells: whole.cells, openCell: -1, end: whole.end, lines: 1 };
  }
  const isSound =
    !whole.open &&
    !isLine &&
    isWhole(whole.cells, shape) &&
    !swallowsRecord(text, first.next, whole.end, shape) &&
    !whole.cells.some((cell) => holdsRecord(cell, shape));
  if (isSound) {
    const lines = Math.max(1, countLineEnds(text.slice(0, whole.end)));
    return { kind: 'record', cells: whole.cells, openCell: -1, end: whole.end, lines };
  }
  const alone = splitRecord(first.line, 0, shape.delimiter);
  const end = skipRest(text, first.next, shape);
  const cells = [...alone.cells];
  if (end > first.next && cells.length > 0)
    cells[cells.length - 1] += `\n${text.slice(first.next, end).trimEnd()}`;
  const lines = 1 + countLineEnds(text.slice(first.next, end));
  return { kind: 'damaged', cells, openCell: openCell === -1 ? alone.openCell : openCell, end, lines };
}
