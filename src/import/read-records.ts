import { Parser } from 'csv-parse';
import type { FileExamination } from './examine-file.ts';
import { holdsRecord, type RecordShape, repairRecord } from './repair-record.ts';
import { splitPlainRecords, type TakeRecord } from './split-plain-records.ts';
import { countLineEnds } from './split-record.ts';

/** Receives the records of one file in order. `line` is the physical line on which the record starts. */
export interface RecordSink {
  readonly record: (cells: readonly string[], line: number) => void;
  /** A record whose quote is never closed. */
  readonly damaged: (cells: readonly string[], line: number, openCell: number) => void;
  /** A record in good order with a line inside a cell that reads as a record of its own. */
  readonly embedded: (line: number) => void;
}

export interface RecordSource {
  /** UTF-8, from the first byte after the mark. */
  readonly chunks: AsyncIterable<Buffer>;
  readonly lineEnds: FileExamination['lineEnds'];
  readonly shape: RecordShape;
  /** Where the data start, in bytes and in lines. */
  readonly offset: number;
  readonly line: number;
}

/** How far a repair looks ahead. */
const LOOK_AHEAD = 1 << 15;
/** Most damaged records end within this. */
const NEAR = 1 << 13;
/** A record above this many bytes is taken for an open quote. */
const LARGEST_RECORD = 1 << 21;

interface Reading {
  /** Null while records are split without it. */
  parser: Parser | null;
  /** Place in the stream of the first byte the parser was given. */
  base: number;
  /** Place and line of the record being read. */
  start: number;
  line: number;
  /** Set when a record was read that must be read again by repair. */
  suspect: boolean;
}

/**
 * A csv-parse stream whose records are taken as they are made. Left in the stream's own buffer they would be
 * lost when a later record of the same chunk fails.
 */
function openParser(source: RecordSource, take: TakeRecord): Parser {
  const { crlf, lf, cr } = source.lineEnds;
  const ends = [...(crlf ? ['\r\n'] : []), ...(lf ? ['\n'] : []), ...(cr ? ['\r'] : [])];
  const parser = new Parser({
    delimiter: source.shape.delimiter,
    record_delimiter: ends.length > 0 ? ends : ['\n'],
    relax_column_count: true,
  });
  const end = parser.push.bind(parser);
  parser.push = (record: string[] | null): boolean => {
    if (record === null) return end(null);
    take(record, countLines(record, cr), parser.info.bytes);
    return true;
  };
  parser.on('error', () => undefined);
  parser.resume();
  return parser;
}

function write(parser: Parser, chunk: Buffer): Promise<boolean> {
  return new Promise((resolve) => parser.write(chunk, (error) => resolve(error == null)));
}

function finish(parser: Parser): Promise<boolean> {
  return new Promise((resolve) => {
    parser.once('error', () => resolve(false));
    parser.end(() => resolve(true));
  });
}

function countLines(cells: readonly string[], hasLoneCr: boolean): number {
  let lines = 1;
  for (const cell of cells) {
    if (cell.includes('\n') || (hasLoneCr && cell.includes('\r'))) lines += countLineEnds(cell);
  }
  return lines;
}

/** Hands a record on; false when a swallowed row inside it shows that it must be repaired. */
function makeTaker(source: RecordSource, sink: RecordSink, state: Reading): TakeRecord {
  const { shape } = source;
  return (cells, lines, end) => {
    if (state.suspect) return false;
    if (lines > 1 && cells.some((cell) => cell.length > shape.width && holdsRecord(cell, shape))) {
      if (cells.length !== shape.width) {
        state.suspect = true;
        return false;
      }
      sink.embedded(state.line);
    }
    state.start = state.base + end;
    const { line } = state;
    state.line += lines;
    sink.record(cells, line);
    return true;
  };
}

/** The bytes from the record being read to the end of what has been fetched. */
interface Window {
  pieces: Buffer[];
  /** Place in the stream of the first byte held. */
  from: number;
  ended: boolean;
}

function dropBefore(window: Window, place: number): void {
  while (window.pieces.length > 0) {
    const [first] = window.pieces;
    if (first === undefined || window.from + first.length > place) break;
    window.pieces.shift();
    window.from += first.length;
  }
  const [first] = window.pieces;
  if (first !== undefined && place > window.from) {
    window.pieces[0] = first.subarray(place - window.from);
    window.from = place;
  }
}

function held(window: Window): number {
  return window.pieces.reduce((sum, piece) => sum + piece.length, 0);
}

function decodeFront(window: Window, length: number): string {
  const [first] = window.pieces;
  if (first !== undefined && first.length >= length) return first.toString('utf8', 0, length);
  const joined = Buffer.concat(window.pieces, Math.min(held(window), length));
  return joined.toString('utf8');
}

/** All that is held, as one buffer. */
function joinAll(window: Window): Buffer {
  const [first, second] = window.pieces;
  if (first !== undefined && second === undefined) return first;
  const joined = Buffer.concat(window.pieces);
  window.pieces = joined.length > 0 ? [joined] : [];
  return joined;
}

/**
 * Streams the records of a file and hands each on as it is read. Records in good order are split as they stand;
 * from one that is not to the end of its piece csv-parse reads, and where that fails too (an open or stray quote)
 * the record is repaired or rejected by itself and reading goes on behind it.
 */
export async function readRecords(source: RecordSource, sink: RecordSink): Promise<void> {
  const chunks = source.chunks[Symbol.asyncIterator]();
  const window: Window = { pieces: [], from: 0, ended: false };
  const fetch = async (): Promise<void> => {
    const next = await chunks.next();
    if (next.done === true) window.ended = true;
    else window.pieces.push(next.value);
  };
  while (!window.ended && held(window) <= source.offset) await fetch();
  dropBefore(window, source.offset);
  const state: Reading = {
    parser: null,
    base: source.offset,
    start: source.offset,
    line: source.line,
    suspect: false,
  };
  const take = makeTaker(source, sink, state);
  const delimiter = source.shape.delimiter.charCodeAt(0);
  const canSplit = source.shape.delimiter.length === 1 && delimiter < 128;
  let given = 0;

  /** Text with at least one line end in it, so that a line is never taken for less than it is. */
  const decodeLine = async (length: number): Promise<string> => {
    while (!window.ended && held(window) < length) await fetch();
    const text = decodeFront(window, length);
    return /[\r\n]/.test(text) || held(window) <= length ? text : decodeLine(length * 4);
  };

  const repair = async (): Promise<void> => {
    dropBefore(window, state.start);
    while (!window.ended && held(window) < LOOK_AHEAD) await fetch();
    const near = decodeFront(window, NEAR);
    const quick = repairRecord(near, source.shape);
    const isSettled = quick.kind === 'record' && quick.end < near.length - 4;
    const text = isSettled ? near : await decodeLine(LOOK_AHEAD);
    const repaired = isSettled ? quick : repairRecord(text, source.shape);
    if (repaired.kind === 'record') sink.record(repaired.cells, state.line);
    else sink.damaged(repaired.cells, state.line, repaired.openCell);
    state.start += Buffer.byteLength(text.slice(0, repaired.end), 'utf8');
    state.line += repaired.lines;
    dropBefore(window, state.start);
    Object.assign(state, { suspect: false, parser: null });
  };

  /** Takes all records in good order that are held; opens a parser for one that is not. */
  const split = async (): Promise<void> => {
    state.base = state.start;
    const { reason } = canSplit
      ? splitPlainRecords(joinAll(window), delimiter, window.ended, take)
      : { reason: 'odd' };
    dropBefore(window, state.start);
    if (reason === 'odd') {
      Object.assign(state, { base: state.start, parser: openParser(source, take) });
      given = 0;
    } else if (reason === 'stopped' || held(window) > LARGEST_RECORD) {
      await repair();
    } else if (!window.ended) {
      await fetch();
    }
  };

  /** Gives the parser the pieces that are held. Behind them, records are split again. */
  const parse = async (parser: Parser): Promise<void> => {
    const piece = window.pieces[given];
    if (piece !== undefined) {
      given += 1;
      if (!(await write(parser, piece)) || state.suspect) await repair();
      else {
        const before = window.pieces.length;
        dropBefore(window, state.start);
        given -= before - window.pieces.length;
      }
    } else if (window.ended) {
      const isDone = (await finish(parser)) && !state.suspect;
      if (isDone) window.pieces = [];
      else await repair();
    } else {
      state.parser = null;
      await fetch();
    }
  };

  while (!window.ended || held(window) > 0) {
    if (state.parser === null) await split();
    else await parse(state.parser);
  }
}
