import { type HeaderPlan, joinRow } from './find-header.ts';
import footerData from './footers.yaml';
import { squash } from './layout.ts';

/** What a record is before its cells are read: data, or something a report prints around its data. */
export type RowSort = 'data' | 'blank' | 'title' | 'repeated_header' | 'footer';

const {
  starts: STARTS,
  wholes,
  words: WORDS,
  counted,
} = footerData as {
  readonly starts: readonly string[];
  readonly wholes: readonly string[];
  readonly words: readonly string[];
  readonly counted: readonly string[];
};
const COUNTED: ReadonlySet<string> = new Set(counted);
const WHOLES: ReadonlySet<string> = new Set(wholes);
const SPARSE = 2;

/** Whether what follows an ordinary word makes a footer of it, and the other filled cell does not deny it. */
function isCount(text: string, word: string, other: string): boolean {
  if (!text.startsWith(word)) return false;
  const rest = text.slice(word.length);
  if (/^\s*:?\s*$|^[^:]{0,40}:\s*#$/.test(rest)) return true;
  if (!/^[^\p{L}]*\p{N}|^[^\p{L}]*$/u.test(other)) return false;
  const next = /^\s+(\p{L}+)/u.exec(rest)?.[1];
  return next === undefined ? !/^\p{L}/u.test(rest) : COUNTED.has(next);
}

/** `Ann Lee Total` with a number beside it, as a spreadsheet sums up each group. */
const SUBTOTAL = /\S\s(?:total|count|subtotal|average)$/;
const NUMBER_ONLY = /^\s*[-\u2212]?\d+(?:[.,]\d+)?\s*$/;

function isFooterText(cell: string, other: string): boolean {
  const text = cell
    .trim()
    .toLowerCase()
    .replaceAll(/\s+/g, ' ')
    .replaceAll(/\d[\d,.]*/g, '#');
  if (WHOLES.has(text)) return true;
  if (SUBTOTAL.test(text) && NUMBER_ONLY.test(other)) return true;
  if (WORDS.some((word) => isCount(text, word, other))) return true;
  return STARTS.some((start) => {
    if (!text.startsWith(start)) return false;
    const next = text[start.length];
    return next === undefined || !/[\p{L}]/u.test(next) || !/[\p{L}]$/u.test(start);
  });
}

/** Whether a cell holds nothing, or only the mark that old programs put at the end of a file (Ctrl-Z). */
function isEmpty(cell: string): boolean {
  return cell === '' || cell === '\u001a' || cell.trim() === '';
}

const RULE = /^[\s:|+]*[-=_+]{2,}[-=_+:|\s]*$/;

/** Whether a row only draws a line, as databases print one below their header. */
function isRule(first: string, cells: readonly string[]): boolean {
  return RULE.test(first) && cells.every((cell) => isEmpty(cell) || RULE.test(cell));
}

/** A title that counts its pages, `Behaviour log, page 2 of 3`, is the same on each. */
function withoutNumbers(title: string): string {
  return title.replaceAll(/\d+/g, '#');
}

/**
 * Sorts the records of one file: blank rows, headers and titles printed again on later pages, and footers
 * (no date, at most two filled cells, words such as `Total` or `Page 2 of 3`) are no data records.
 */
export function makeRowSorter(
  header: HeaderPlan,
  isDate: (cell: string) => boolean,
): (cells: readonly string[]) => RowSort {
  const headerRow = joinRow(header.cells);
  const firstHeader = squash(header.cells.find((cell) => cell.trim() !== '') ?? '');
  const firstLetter = firstHeader[0] ?? '';
  const firstCapital = firstLetter.toUpperCase();
  const titles = new Set(header.titles);
  const paged = new Set(header.titles.filter((title) => /page\d/.test(title)).map(withoutNumbers));
  const dateAt = header.plan.at.get('date') ?? -1;
  return (cells) => {
    let filled = 0;
    let first = '';
    let second = '';
    for (const cell of cells) {
      if (isEmpty(cell)) continue;
      filled += 1;
      if (filled === 1) first = cell;
      else if (filled === SPARSE) second = cell;
      else break;
    }
    if (filled === 0 || isRule(first, cells)) return 'blank';
    if (filled <= SPARSE) {
      if (isFooterText(first, second) && !isDate(cells[dateAt] ?? '')) return 'footer';
      if (titles.has(joinRow(cells))) return 'title';
      if (paged.size > 0 && paged.has(withoutNumbers(joinRow(cells)))) return 'title';
    }
    const isLikeHeader = first.length < 100 && (first.includes(firstLetter) || first.includes(firstCapital));
    if (isLikeHeader && squash(first) === firstHeader && joinRow(cells) === headerRow)
      return 'repeated_header';
    return filled > SPARSE && titles.size > 0 && cells.length < 8 && titles.has(joinRow(cells))
      ? 'title'
      : 'data';
  };
}
