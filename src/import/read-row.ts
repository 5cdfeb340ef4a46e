import type { ClockTime, IsoDate } from '../incident/incident.ts';
import { keyOfSchool } from '../incident/key-of-school.ts';
import { breakHtmlLines } from './break-html-lines.ts';
import { cleanText } from './clean-text.ts';
import { copyText } from './copy-text.ts';
import { startHash } from './hash-text.ts';
import { isNobody } from './is-nobody.ts';
import type { OrderEvidence } from './judge-date-order.ts';
import type { Field } from './layout.ts';
import { parseCategories } from './parse-categories.ts';
import type { DateOrder } from './parse-date.ts';
import { plainNumber } from './plain-number.ts';
import type { PupilBook } from './pupil-book.ts';
import { openRowDates } from './read-row-dates.ts';
import { openRowPupils } from './read-row-pupils.ts';
import type { ColumnPlan } from './recognise-columns.ts';
import { openRowCells, remember } from './row-cells.ts';
import { makeFault, makeNote, type RowFault, type RowNote } from './row-fault.ts';
import type { LinkedCell, RowPupil } from './row-pupil.ts';

/** The words that classification reads, after cleaning. */
export interface RecordText {
  readonly categoryText: string;
  readonly narrative: string;
  readonly action: string;
}

/** An accepted row. */
export interface ImportedRow {
  readonly line: number;
  readonly school: string | null;
  /** What is the same for all spellings of the school's name; empty where there is none. */
  readonly schoolKey: string;
  /** Null when the export gives none. */
  readonly id: string | null;
  readonly date: IsoDate;
  readonly time: ClockTime | null;
  readonly recordedDate: IsoDate | null;
  readonly recordedTime: ClockTime | null;
  /** Seconds since 1970 of the last change; -1 when not said. */
  readonly updated: number;
  readonly text: RecordText;
  readonly paths: readonly string[];
  readonly isPositive: boolean;
  readonly location: string | null;
  readonly period: string | null;
  readonly reportedBy: string | null;
  readonly assignedTo: string | null;
  readonly status: string | null;
  /** Never empty; the first is the pupil the row is about. */
  readonly pupils: readonly RowPupil[];
  readonly linked: readonly LinkedCell[];
  /** Of all cells as written: equal only for the same record again. */
  readonly hash: number;
}

export type RowResult =
  | { readonly row: ImportedRow; readonly notes: readonly RowNote[] }
  | { readonly fault: RowFault };

export interface RowReader {
  readonly read: (cells: readonly string[], line: number) => RowResult;
  readonly evidence: ReadonlyMap<Field, OrderEvidence>;
  /**
   * Accepted rows without their last optional cells, and without a usable id; names of staff left out of their pupils;
   * rows that name the school of the settings themselves.
   */
  readonly counts: { shortRows: number; withoutId: number; staff: number; ownSchool: number };
}

export interface RowReaderOptions {
  readonly plan: ColumnPlan;
  readonly orders: ReadonlyMap<Field, DateOrder>;
  readonly book: PupilBook;
  /** Used where the row names no school, or this one in another spelling. */
  readonly school: string | null;
  /** Later days are refused. */
  readonly lastDay: IsoDate;
}

const MISSING_ID =
  /^(?:n\/?a|#n\/a|#ref!|#value!|#name\?|#num!|#null!|#div\/0!|#+|-+|tbc|tba|none|null|nil|unknown|0+|\?+|\d(?:[.,]\d+)?e\+?\d+)$/i;
/** `Positive handling` and `Possession` are nothing to praise. */
const POSITIVE =
  /^(?:positive(?![\s_-]*(?:handling|touch|physical|restraint))|pos(?!\p{L})|p$|\+|achievement|reward|praise)/iu;

function hashRow(cells: readonly string[], seed: number): number {
  const hash = startHash(seed);
  let last = cells.length;
  while (last > 0 && (cells[last - 1] ?? '').trim() === '') last -= 1;
  for (let i = 0; i < last; i++) hash.add((cells[i] ?? '').trim());
  return hash.value();
}

function seedOf(plan: ColumnPlan): number {
  const hash = startHash();
  for (const header of plan.headers) hash.add(header);
  return hash.value() | 0;
}

/** Whether the row has too many or too few cells for its header. */
function checkWidth(cells: readonly string[], width: number, requiredAt: number): RowFault | null {
  if (cells.length > width && cells.slice(width).some((extra) => extra.trim() !== '')) {
    const message = `The row has ${cells.length} fields where the header has ${width}: a comma or quote inside a cell has probably moved the columns.`;
    return makeFault('too_many_fields', null, null, () => message);
  }
  if (cells.length >= width || cells.length > requiredAt) return null;
  const fields = `${cells.length} ${cells.length === 1 ? 'field' : 'fields'}`;
  const message = `The row has ${fields} where the header has ${width}: the date or the pupil is cut off.`;
  return makeFault('too_few_fields', null, null, () => message);
}

/** Reads rows of one file under its column plan; whether a row is data at all is decided before. */
export function makeRowReader({ plan, orders, book, school, lastDay }: RowReaderOptions): RowReader {
  const cells = openRowCells(plan);
  const dates = openRowDates(cells, orders, lastDay);
  const readPupils = openRowPupils(cells, book);
  const counts = { shortRows: 0, withoutId: 0, staff: 0, ownSchool: 0 };
  const seed = seedOf(plan);
  const width = plan.headers.length;
  const { cell, place } = cells;
  const subjectAt = place('pupil') === -1 ? place('surname') : place('pupil');
  const { month = -1, year = -1 } = plan.dateParts ?? {};
  const requiredAt = Math.max(place('date'), month, year, subjectAt);
  const [idAt, categoryAt, subCategoryAt, polarityAt] = [
    place('incident_id'),
    place('category'),
    place('sub_category'),
    place('polarity'),
  ];
  const timeAt = place('time');
  /** Our own register holds clean text already. */
  const cleanCategories = cells.isRegister
    ? cells.clean
    : (text: string): string => cleanText(breakHtmlLines(text));
  const plain = remember((text) => parseCategories(text, '', cleanCategories));
  const nested = remember((text) => {
    const [category = '', subCategory = ''] = text.split('\u001f');
    return parseCategories(category, subCategory, cleanCategories);
  });

  /** The spelling of the settings, where the cell is blank or spells the same name otherwise. */
  const own = school === null ? null : keyOfSchool(school);
  const blank = { name: school, key: own ?? '' };
  const spell = remember((named) => {
    const key = keyOfSchool(named);
    return { name: key === own ? school : named, key };
  });

  /** All categories of the row; a further column holds one of its own, and a tick stands for the name of its column. */
  const readCategory = (): string => {
    let text = cell(categoryAt);
    for (const at of plan.moreCategories) {
      const more = cell(at);
      if (more !== '') text = text === '' ? more : `${text}; ${more}`;
    }
    for (const { column, name, ticks } of plan.ticks) {
      if (!ticks.has(cell(column).toLowerCase())) continue;
      // A sub-category belongs to the last category of the text.
      text = text === '' ? name : subCategoryAt === -1 ? `${text}; ${name}` : `${name}; ${text}`;
    }
    return text;
  };

  const readId = (): string | null => {
    const id = plainNumber(cell(idAt));
    if (id !== '' && !MISSING_ID.test(id)) return copyText(plan.idPrefix + id);
    counts.withoutId += 1;
    return null;
  };

  /** Where no period is given, words in the time column name one: `P3`, `Lunch`. */
  const periodInTime = (): string | null => {
    const words = cell(timeAt);
    return /\p{L}/u.test(words) && !isNobody(words) ? cells.short('time') : null;
  };

  const read = (given: readonly string[], line: number): RowResult => {
    const narrow = checkWidth(given, width, requiredAt);
    if (narrow !== null) return { fault: narrow };
    cells.turnTo(given, line);
    const notes: RowNote[] = [];
    const when = dates.read(notes);
    if ('code' in when) return { fault: when };
    const named = cells.short('school');
    const where = named === null ? blank : spell(named);
    const { pupils, linked, staff } = readPupils(where.key, dates.born());
    if (pupils.length === 0) {
      const column = place('pupil') === -1 ? 'surname' : 'pupil';
      return {
        fault: makeFault('missing_pupil', column, cell(subjectAt) || null, () => 'The row names no pupil.'),
      };
    }
    counts.staff += staff;
    if (named !== null && where.key === own) counts.ownSchool += 1;
    if (given.length < width) counts.shortRows += 1;
    const subCategory = cell(subCategoryAt);
    const category = readCategory();
    const { text: categoryText, paths } =
      subCategory === '' ? plain(category) : nested(`${category}\u001f${subCategory}`);
    const details = cells.text('narrative');
    const summary = details === '' || plan.keepsBothTexts ? cells.text('summary') : '';
    const narrative = details === '' || summary === '' ? details || summary : `${details}\n${summary}`;
    if (paths.length === 0)
      notes.push(makeNote('no_category', 'category', null, () => 'The record has no category.'));
    if (narrative === '') {
      notes.push(makeNote('no_narrative', 'narrative', null, () => 'The record has no description.'));
    }
    const row: ImportedRow = {
      line,
      school: where.name,
      schoolKey: where.key,
      id: readId(),
      date: when.date,
      time: when.time,
      recordedDate: when.recordedDate,
      recordedTime: when.recordedTime,
      updated: dates.updated(),
      text: { categoryText, narrative, action: cells.text('action') },
      paths,
      isPositive: polarityAt !== -1 && POSITIVE.test(cell(polarityAt)),
      location: cells.short('location'),
      period: cells.short('period') ?? (when.time === null ? periodInTime() : null),
      reportedBy: cells.short('reported_by'),
      assignedTo: cells.short('assigned_to'),
      status: cells.short('status'),
      pupils,
      linked,
      hash: hashRow(given, seed),
    };
    return { row, notes };
  };
  return { read, evidence: dates.evidence, counts };
}
