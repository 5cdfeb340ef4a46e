/** One record split without mercy for its quotes: what a parser that obeys the rules refuses to read. */
export interface SplitRecord {
  readonly cells: string[];
  /** Where the next record starts in the text. */
  readonly end: number;
  /** True when a quote was still open at the end of the text. */
  readonly open: boolean;
  /** Index of the cell that was open, or -1. */
  readonly openCell: number;
}

function lineEndAt(text: string, at: number): number {
  const code = text.charCodeAt(at);
  if (code === 10) return 1;
  if (code !== 13) return 0;
  return text.charCodeAt(at + 1) === 10 ? 2 : 1;
}

/** Blanks between a closing quote and what must follow it. */
function skipBlanks(text: string, from: number, delimiter: string): number {
  let at = from;
  while (at < text.length && (text[at] === ' ' || (text[at] === '\t' && delimiter !== '\t'))) at += 1;
  return at;
}

function closesAt(text: string, at: number, delimiter: string): number {
  const next = skipBlanks(text, at + 1, delimiter);
  return next >= text.length || text[next] === delimiter || lineEndAt(text, next) > 0 ? next : -1;
}

interface Cell {
  readonly value: string;
  readonly end: number;
  readonly open: boolean;
}

function readQuoted(text: string, from: number, delimiter: string): Cell {
  let value = '';
  let at = from;
  let start = from;
  for (;;) {
    const quote = text.indexOf('"', at);
    if (quote === -1) return { value: value + text.slice(start), end: text.length, open: true };
    const close = closesAt(text, quote, delimiter);
    if (text[quote + 1] === '"') {
      value += text.slice(start, quote + 1);
      start = quote + 2;
      at = start;
    } else if (close !== -1) {
      return { value: value + text.slice(start, quote), end: close, open: false };
    } else {
      at = quote + 1;
    }
  }
}

function readPlain(text: string, from: number, delimiter: string): Cell {
  let at = from;
  while (at < text.length && text[at] !== delimiter && lineEndAt(text, at) === 0) at += 1;
  return { value: text.slice(from, at), end: at, open: false };
}

/**
 * Splits the record that starts at `from`, taking a quote inside a quoted cell as text unless a delimiter or
 * a line end follows, and a quote inside a plain cell as text. Never fails: an open quote takes all the rest
 * and is marked.
 */
export function splitRecord(text: string, from: number, delimiter: string): SplitRecord {
  const cells: string[] = [];
  let at = from;
  for (;;) {
    const first = skipBlanks(text, at, delimiter);
    const cell =
      text[first] === '"' ? readQuoted(text, first + 1, delimiter) : readPlain(text, at, delimiter);
    cells.push(cell.value);
    at = cell.end;
    if (cell.open) return { cells, end: at, open: true, openCell: cells.length - 1 };
    if (at >= text.length) return { cells, end: at, open: false, openCell: -1 };
    const lineEnd = lineEndAt(text, at);
    if (lineEnd > 0) return { cells, end: at + lineEnd, open: false, openCell: -1 };
    at += 1;
  }
}

/** Counts the physical lines that end inside a stretch of text: CRLF, LF and lone CR each end one. */
export function countLineEnds(text: string): number {
  let count = 0;
  for (let at = 0; at < text.length; at++) {
    const code = text.charCodeAt(at);
    if (code === 10 || (code === 13 && text.charCodeAt(at + 1) !== 10)) count += 1;
  }
  return count;
}

/** The physical line that starts at `from`, with the place where the next one starts. */
export function takeLine(text: string, from: number): { readonly line: string; readonly next: number } {
  let at = from;
  while (at < text.length && lineEndAt(text, at) === 0) at += 1;
  return { line: text.slice(from, at), next: at + lineEndAt(text, at) };
}
