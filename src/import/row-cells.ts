import { cleanText } from './clean-text.ts';
import { copyText } from './copy-text.ts';
import { joinDateParts } from './find-date-parts.ts';
import { isPlaceholder } from './is-placeholder.ts';
import type { Field } from './layout.ts';
import type { ColumnPlan } from './recognise-columns.ts';
import { stripInvisible } from './strip-invisible.ts';
import { unwrapList } from './unwrap-list.ts';

/** The cells of the row being read, by field. One object serves all rows of a file. */
export interface RowCells {
  readonly turnTo: (cells: readonly string[], line: number) => void;
  readonly line: () => number;
  readonly count: () => number;
  /** Place of a field's column, or -1. */
  readonly place: (field: Field) => number;
  /** Places of its further columns, each of one more person. */
  readonly further: (field: Field) => readonly number[];
  /** Header of a field's column, or ''. */
  readonly header: (field: Field) => string;
  /** The cell at a place, trimmed and unwrapped; '' for -1. */
  readonly cell: (place: number) => string;
  /** The cell as written, trimmed and unwrapped, with what stands for no value; '' for -1. */
  readonly written: (place: number) => string;
  /** A long text, cleaned. */
  readonly text: (field: Field) => string;
  /** A short text that comes again and again, cleaned; null when blank. */
  readonly short: (field: Field) => string | null;
  /** Cleans a cell, unless the file is our own register, which holds clean text already. */
  readonly clean: (cell: string) => string;
  readonly isRegister: boolean;
  /** What the first records say of the cells of pupils. */
  readonly names: Pick<
    ColumnPlan,
    'isSurnameFirst' | 'hasWholeNames' | 'wrapsNames' | 'plainNames' | 'knownNames'
  >;
}

const CACHE_LIMIT = 20_000;

/** Keeps the results for cells that come again and again, and forgets all when there are too many. */
export function remember<T extends object>(read: (cell: string) => T): (cell: string) => T {
  const kept = new Map<string, T>();
  return (cell) => {
    const before = kept.get(cell);
    if (before !== undefined) return before;
    if (kept.size >= CACHE_LIMIT) kept.clear();
    const own = copyText(cell);
    const value = read(own);
    kept.set(own, value);
    return value;
  };
}

/** Words and decades that are written with an apostrophe in front: `'twas`, `'til`, `'cause`, `'t Hooft`, `'90s`. */
const ELIDED =
  /^'(?:t|s|n|m|d|e|er|im|em|is|ere|ello|ave|appen|aving|twas|tis|twere|twill|til|till|cause|cos|cuz|coz|bout|round|nuff|nother|neath|gainst|ard|ome|ow|alf|ouse|ospital|\d0s)(?![\p{L}\p{N}])/iu;

/** Whether the apostrophe in front of a cell is a spreadsheet's, which marks text so, and no word's or speech's own. */
function isTextMark(text: string): boolean {
  return /^'[\p{L}\p{N}]/u.test(text) && !ELIDED.test(text) && !/[^\s']'(?!\p{L})/u.test(text);
}

/** Takes off what spreadsheets put round a cell: `="00012"`, and the apostrophe that disarms a formula. */
function unwrapWritten(cell: string): string {
  const text = stripInvisible(cell).trim();
  const first = text.charCodeAt(0);
  if (first === 61 && text.startsWith('="') && text.endsWith('"') && text.length > 2) {
    return text.slice(2, -1).trim();
  }
  return first === 39 && /^'+[=+\-@\t\r]/.test(text) ? text.slice(1) : text;
}

/** As a spreadsheet's cell is meant: without `="…"`, and without the apostrophe that disarms a formula or marks text. */
export function unwrapCell(cell: string): string {
  const text = unwrapWritten(cell);
  if (text.charCodeAt(0) !== 39) return text;
  // Before a name that begins with its own, `''t Hooft`; text between two doubled ones is speech.
  if (/^''\p{L}/u.test(text) && !text.includes("''", 2)) return text.slice(1);
  return isTextMark(text) ? text.slice(1) : text;
}

/** What databases and scripts write for a cell without a value; in this spelling only, for `Nan` and `Null` are names. */
const NO_VALUE: ReadonlySet<string> = new Set(
  'NULL null NaN nan NaT undefined <NULL> <null> (NULL) (null) \\N'.split(' '),
);
/** A control character as a spreadsheet's file holds it: `_x000D_` is the return before a line break. */
const ESCAPED = /_x00([01][0-9a-f])_(\n?)/gi;

function decodeEscaped(_: string, code: string, lineEnd: string): string {
  const isBreak = /^0[abcd]$/i.test(code);
  return isBreak || lineEnd !== '' ? '\n' : ' ';
}

/** The value that an export's cell holds, whatever wrote it. */
function readValue(cell: string): string {
  const text = unwrapCell(cell);
  if (text.length < 10 && NO_VALUE.has(text)) return '';
  const plain = text.includes('_x00') ? text.replace(ESCAPED, decodeEscaped) : text;
  return unwrapList(plain);
}

/** Starts reading the rows of one file under its column plan. */
export function openRowCells(plan: ColumnPlan): RowCells {
  let cells: readonly string[] = [];
  let line = 0;
  const isRegister = plan.layout === 'termwise';
  const clean = isRegister ? (text: string): string => text : cleanText;
  /** Our own register marks no text: what is left in front is the text's own. */
  const unwrap = isRegister ? unwrapWritten : readValue;
  const place = (field: Field): number => plan.at.get(field) ?? -1;
  const { dateParts } = plan;
  const valueAt = (at: number): string => (at === -1 ? '' : unwrap(cells[at] ?? ''));
  const cell =
    dateParts === null
      ? valueAt
      : (at: number): string =>
          at === dateParts.day
            ? joinDateParts(valueAt(at), valueAt(dateParts.month), valueAt(dateParts.year))
            : valueAt(at);
  const shortened = remember((text) => {
    const cleaned = clean(text);
    return { text: cleaned === '' || isPlaceholder(cleaned) ? null : cleaned };
  });
  return {
    turnTo: (next, at) => {
      cells = next;
      line = at;
    },
    line: () => line,
    count: () => cells.length,
    place,
    further: (field) => plan.morePeople.get(field) ?? [],
    header: (field) => plan.headers[place(field)] ?? '',
    cell,
    written: (at) => (at === -1 ? '' : unwrapCell(cells[at] ?? '')),
    text: (field) => {
      const at = place(field);
      return at === -1 ? '' : clean(unwrap(cells[at] ?? ''));
    },
    short: (field) => {
      const at = place(field);
      const text = at === -1 ? '' : unwrap(cells[at] ?? '');
      return text === '' ? null : shortened(text).text;
    },
    clean,
    isRegister,
    names: plan,
  };
}
