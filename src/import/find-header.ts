import { TermwiseError } from '../errors.ts';
import { findActivity } from './find-activity.ts';
import { settleDateParts } from './find-date-parts.ts';
import { findFromTo } from './find-from-to.ts';
import { findIncidentId } from './find-incident-id.ts';
import { findNarrative } from './find-narrative.ts';
import { findOnlyPupil } from './find-only-pupil.ts';
import { findPolarity } from './find-polarity.ts';
import { findRepeatedLabels } from './find-repeated-labels.ts';
import { findTickColumns } from './find-tick-columns.ts';
import { findUnnamedColumns } from './find-unnamed-columns.ts';
import { holdsWholeNames } from './holds-whole-names.ts';
import { isSurnameFirst } from './is-surname-first.ts';
import { wrapsNames } from './join-wrapped-name.ts';
import { FIELDS, type Field, squash } from './layout.ts';
import { listKnownNames } from './list-known-names.ts';
import { listPlainNames } from './list-plain-names.ts';
import { loosenHeader } from './loosen-header.ts';
import { nameOtherExport } from './name-other-export.ts';
import { parseDate } from './parse-date.ts';
import { type ColumnPlan, missingParts, recogniseColumns } from './recognise-columns.ts';
import { refuseHeader, refuseOtherExport } from './refuse-header.ts';
import { countLineEnds, type SplitRecord, splitRecord, takeLine } from './split-record.ts';

/** Where the table of a file starts and what its columns mean. */
export interface HeaderPlan {
  readonly delimiter: string;
  /** True where each record stands whole inside one quoted cell. */
  readonly isWrapped: boolean;
  /** True where a quote in the header is never closed: its line was read without quotes. */
  readonly hasOpenQuote: boolean;
  /** True where each row bears the labels of its values, and so the header too. */
  readonly hasLabels: boolean;
  readonly plan: ColumnPlan;
  /** Header cells as they stand, for telling repeated headers. */
  readonly cells: readonly string[];
  /** Physical line of the header, from 1. */
  readonly line: number;
  /** Physical line on which the data start. */
  readonly dataLine: number;
  /** Length in UTF-8 bytes of all that stands before the data. */
  readonly dataOffset: number;
  /** Rows above the header, each as its cells joined: titles come again on later pages. */
  readonly titles: readonly string[];
  readonly blanks: number;
}

const DELIMITERS = [',', ';', '\t', '|'] as const;
/** The header stands within about this many records of the start. */
const SEARCH_RECORDS = 40;
const SEP_LINE = /^"?sep=(.)"?[,;\t|]*\s*(?:\r\n|\n|\r|$)/i;

interface Attempt extends HeaderPlan {
  /** Where the header starts in the text. */
  readonly start: number;
  readonly missing: readonly string[];
}

/** A row joined to one text, for telling whether two rows are the same. */
export function joinRow(cells: readonly string[]): string {
  return cells
    .map((cell) => squash(cell))
    .join('|')
    .replace(/\|+$/, '');
}

/**
 * The cells of a record that stands whole inside one quoted cell, as a spreadsheet leaves it when the table was opened
 * in one column and saved again; null for any other record.
 */
export function unwrapRecord(cells: readonly string[], delimiter: string): string[] | null {
  const [only = ''] = cells;
  if (cells.length !== 1 || !only.includes(delimiter)) return null;
  const inner = splitRecord(only, 0, delimiter);
  return inner.open || inner.cells.length < 3 ? null : inner.cells;
}

/** A row with a date or a long text in it is no header, whatever words it holds. */
function looksLikeData(cells: readonly string[]): boolean {
  return cells.some((cell) => cell.length > 120 || parseDate(cell.trim(), 'dmy').date !== null);
}

/** The line at `from` split as if it held no quotes; null when each of its quotes is closed where its cell ends. */
function splitOpenLine(text: string, from: number, delimiter: string): SplitRecord | null {
  const { line, next } = takeLine(text, from);
  const { open, cells } = splitRecord(line, 0, delimiter);
  if (!open && !cells.some((cell) => cell.includes(`${delimiter}"`))) return null;
  return { ...splitRecord(line.replaceAll('"', ''), 0, delimiter), end: next };
}

/** So many rows below what may be a header are tried, unless data come first; below one without doubts only the next. */
const ROWS_BELOW = 4;

/** Whether a row that seems a header holds values as well: a date, or names with a colon that ask for what stands behind. */
function isDoubtful({ cells }: Attempt): boolean {
  return looksLikeData(cells) || cells.filter((cell) => cell.trim().endsWith(':')).length > 1;
}

/**
 * Whether a later header is the true one: what was chosen for a report (`Pupil: All`), or a heading over several columns
 * (`Who`, `When`), can hold names of columns too.
 */
function isBetter(later: Attempt, found: Attempt): boolean {
  return later.plan.at.size > found.plan.at.size || (isDoubtful(found) && !isDoubtful(later));
}

function searchHeader(
  text: string,
  start: { readonly at: number; readonly line: number },
  delimiter: string,
  columns: Readonly<Record<string, string>>,
  guess: boolean,
): Attempt | null {
  let { at, line } = start;
  let best: Attempt | null = null;
  /** A whole header, while the rows below it may still hold a better one. */
  let found: Attempt | null = null;
  let below = 0;
  const titles: string[] = [];
  let blanks = 0;
  const attempt = (split: SplitRecord, hasOpenQuote: boolean): Attempt => {
    const inner = unwrapRecord(split.cells, delimiter);
    const cells = inner ?? split.cells;
    const plan = recogniseColumns(cells, columns, guess && !looksLikeData(cells));
    return {
      delimiter,
      isWrapped: inner !== null,
      hasOpenQuote,
      hasLabels: false,
      plan,
      cells,
      line,
      dataLine: line + countLineEnds(text.slice(at, split.end)),
      dataOffset: split.end,
      start: at,
      titles: [...titles],
      blanks,
      missing: missingParts(plan),
    };
  };
  for (let record = 0; record < SEARCH_RECORDS && at < text.length; record++) {
    const whole = splitRecord(text, at, delimiter);
    // A quote may be closed by the quotes of rows far below, so a line that leaves one open is tried alone.
    const alone = splitOpenLine(text, at, delimiter);
    const split = whole.open ? (alone ?? whole) : whole;
    if (split.cells.every((cell) => cell.trim() === '')) {
      blanks += 1;
    } else if (split.cells.length === 1 && unwrapRecord(split.cells, delimiter) === null) {
      titles.push(joinRow(split.cells));
    } else {
      if (found !== null && (looksLikeData(split.cells) || below >= (isDoubtful(found) ? ROWS_BELOW : 1)))
        return found;
      if (found !== null) below += 1;
      const tried = attempt(split, split === alone);
      const isWhole = tried.missing.length === 0;
      if (isWhole && guess) return tried;
      if (isWhole && (found === null || isBetter(tried, found))) found = tried;
      if (best === null || tried.plan.at.size > best.plan.at.size) best = tried;
      titles.push(joinRow(split.cells));
    }
    if (alone !== null && alone !== split && found === null) {
      const tried = attempt(alone, true);
      if (tried.missing.length === 0) return { ...tried, titles: titles.slice(0, -1) };
    }
    line += countLineEnds(text.slice(at, split.end));
    at = split.end;
  }
  return found ?? best;
}

/** Refuses a field that we do not have before a file is searched, so that the message is about the field. */
function checkFields(columns: Readonly<Record<string, string>>): void {
  for (const field of Object.keys(columns)) {
    if (FIELDS.has(field)) continue;
    throw new TermwiseError(
      'config',
      `columns: "${field}" is not a field that Termwise reads.`,
      `Use one of ${[...FIELDS].join(', ')}.`,
    );
  }
}

function checkColumns(file: string, found: HeaderPlan, columns: Readonly<Record<string, string>>): void {
  for (const [field, header] of Object.entries(columns)) {
    const isThere = found.plan.headers.some((name) => loosenHeader(name) === loosenHeader(header));
    if (!isThere && !found.plan.at.has(field as Field)) {
      throw new TermwiseError(
        'file/no_header',
        `${file} has no column "${header}", which was given for ${field}.`,
        `The columns are ${found.plan.headers.map((name) => `"${name}"`).join(', ')}.`,
      );
    }
  }
}

/** The best header under any of the delimiters; with guesses, only one that misses nothing. */
function searchDelimiters(
  text: string,
  start: { readonly at: number; readonly line: number },
  delimiters: readonly string[],
  columns: Readonly<Record<string, string>>,
  guess: boolean,
): Attempt | null {
  let best: Attempt | null = null;
  for (const delimiter of delimiters) {
    const attempt = searchHeader(text, start, delimiter, columns, guess);
    if (attempt === null || (guess && attempt.missing.length > 0)) continue;
    const isBetter =
      best === null ||
      attempt.missing.length < best.missing.length ||
      (attempt.missing.length === best.missing.length && attempt.plan.at.size > best.plan.at.size);
    if (isBetter) best = attempt;
  }
  return best;
}

/** So many records below the header are looked at for what no column name says. */
const SAMPLE_RECORDS = 500;

/** Rows that must all bear the labels of the first. */
const LABELLED_ROWS = 50;

/** Of a list that writes its labels in each row, what is read as its first row and header; else the header as it is. */
function unfoldLabels(text: string, found: Attempt, columns: Readonly<Record<string, string>>): Attempt {
  const dateAt = found.plan.at.get('date');
  if (dateAt === undefined || found.isWrapped || !looksLikeData(found.cells)) return found;
  const rows = readRecords(text, found.start, found, LABELLED_ROWS).filter((row) =>
    row.some((cell) => cell.trim() !== ''),
  );
  const cells = findRepeatedLabels(rows, dateAt, columns);
  if (cells === null) return found;
  const plan = recogniseColumns(cells, columns);
  return {
    ...found,
    cells,
    plan,
    missing: [],
    dataOffset: found.start,
    dataLine: found.line,
    hasLabels: true,
  };
}

/** Of records that go from one day to another the first is the date: as if the user had said so. */
function addFromTo(
  text: string,
  found: Attempt | null,
  columns: Readonly<Record<string, string>>,
): Readonly<Record<string, string>> {
  if (found === null || !found.missing.includes('date')) return columns;
  const rows = readRecords(text, found.dataOffset, found, LABELLED_ROWS);
  return { ...findFromTo(found.plan.at, found.plan.headers, rows), ...columns };
}

/** The first records from a place on. */
function readRecords(
  text: string,
  from: number,
  { delimiter, isWrapped }: HeaderPlan,
  most: number,
): readonly (readonly string[])[] {
  const rows: (readonly string[])[] = [];
  for (let at = from; rows.length < most && at < text.length; ) {
    const { cells, end } = splitRecord(text, at, delimiter);
    rows.push(isWrapped ? (unwrapRecord(cells, delimiter) ?? cells) : cells);
    at = end;
  }
  return rows;
}

/** Settles by the first records what the names of columns leave open. */
function settleByValues(text: string, found: HeaderPlan, isCategoryGiven: boolean): ColumnPlan {
  const { plan } = found;
  const rows = readRecords(text, found.dataOffset, found, SAMPLE_RECORDS);
  const pupil = plan.at.get('pupil') ?? -1;
  const surname = plan.at.get('surname') ?? -1;
  const told = findPolarity(findIncidentId(plan.at, plan.headers, rows), plan.headers, rows, isCategoryGiven);
  const named = isCategoryGiven ? told : findNarrative(told, rows);
  const settled = findActivity(plan.layout, named, plan.headers, rows);
  const { at, dateParts } = settleDateParts(settled, plan.headers, rows);
  const taken = new Set([...at.values(), ...plan.moreCategories, ...[...plan.morePeople.values()].flat()]);
  return {
    ...plan,
    at,
    dateParts,
    unnamed: found.hasLabels ? [] : findUnnamedColumns(plan.headers, rows),
    ticks: findTickColumns(plan.headers, taken, rows),
    isSurnameFirst: isSurnameFirst(rows.map((cells) => cells[pupil] ?? '')),
    hasWholeNames: holdsWholeNames(rows.map((cells) => [cells[pupil] ?? '', cells[surname] ?? ''])),
    wrapsNames: wrapsNames(rows.map((cells) => cells[pupil] ?? '')),
    plainNames: listPlainNames(rows.map((cells) => cells[pupil] ?? '')),
    knownNames: listKnownNames(rows.map((cells) => cells[pupil] ?? '')),
  };
}

/**
 * Finds the header in the first part of a file's text: the first record, under any delimiter, that has an
 * incident date, a pupil and a category or narrative. A `sep=` line is obeyed and is not data. Throws a
 * TermwiseError naming what is missing when there is none.
 */
export function findHeader(
  file: string,
  text: string,
  options: {
    readonly delimiter?: string | undefined;
    readonly columns?: Readonly<Record<string, string>> | undefined;
  },
): HeaderPlan {
  const register = searchHeader(text, { at: 0, line: 1 }, ',', {}, false);
  if (register?.plan.layout === 'termwise' && register.missing.length === 0) {
    return { ...register, dataOffset: Buffer.byteLength(text.slice(0, register.dataOffset), 'utf8') };
  }
  const asked = options.columns ?? {};
  checkFields(asked);
  const sep = SEP_LINE.exec(text);
  const start = sep ? { at: sep[0].length, line: 2 } : { at: 0, line: 1 };
  const given = options.delimiter ?? sep?.[1];
  const delimiters = given === undefined ? DELIMITERS : [given];
  const bare = searchDelimiters(text, start, delimiters, asked, false);
  const columns = addFromTo(text, bare, asked);
  const plain =
    columns.date === asked.date ? bare : searchDelimiters(text, start, delimiters, columns, false);
  const needsGuess = plain === null || plain.missing.length > 0;
  let best = (needsGuess ? searchDelimiters(text, start, delimiters, columns, true) : null) ?? plain;
  if (best !== null) best = unfoldLabels(text, best, columns);
  const isWhole = best !== null && (best.missing.length === 0 || findOnlyPupil(best.plan) !== null);
  if (best === null || !isWhole) return refuseHeader(file, best, SEARCH_RECORDS);
  const other = nameOtherExport(best.plan.headers);
  if (other?.isCertain === true && Object.keys(asked).length === 0) refuseOtherExport(file, other);
  checkColumns(file, best, asked);
  const { at } = best.plan;
  const isBare = !at.has('category') || !(at.has('narrative') || at.has('summary'));
  if (isBare && !best.hasLabels) best = { ...best, plan: recogniseColumns(best.cells, columns, true) };
  best = { ...best, plan: findOnlyPupil(best.plan) ?? best.plan };
  const plan = settleByValues(text, best, columns.category !== undefined);
  return { ...best, plan, dataOffset: Buffer.byteLength(text.slice(0, best.dataOffset), 'utf8') };
}
