import type { ClockTime, IsoDate, PupilRole } from '../incident/incident.ts';
import type { RejectCode, WarningCode } from '../incident/row-problem.ts';
import { cleanText } from './clean-text.ts';
import { startHash } from './hash-text.ts';
import { addEvidence, type OrderEvidence, startEvidence } from './judge-date-order.ts';
import { type ParsedCategories, parseCategories } from './parse-categories.ts';
import { type DateOrder, type ParsedDate, parseDate } from './parse-date.ts';
import { parseTime } from './parse-time.ts';
import { PUPIL_ID, type PupilBook } from './pupil-book.ts';
import { isNobody, joinPupilName, parsePupilName, splitPupils } from './pupil-name.ts';
import { readRole } from './read-role.ts';
import type { ColumnPlan, Field } from './recognise-columns.ts';
import { normaliseYearGroup } from './year-group.ts';

/** One pupil as a row names them. */
export interface RowPupil {
  /** Number of the naming in the pupil book. */
  readonly naming: number;
  readonly role: PupilRole;
  readonly origin: 'row' | 'linked';
  readonly yearGroup: string | null;
  readonly className: string | null;
}

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
  /** Null when the export gives none. */
  readonly id: string | null;
  readonly date: IsoDate;
  readonly time: ClockTime | null;
  readonly recordedDate: IsoDate | null;
  readonly recordedTime: ClockTime | null;
  /** Date and time of the last change as sortable text; '' when not said. */
  readonly updated: string;
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
  /** Cells that name further pupils, read when all names are known. */
  readonly linked: readonly { readonly cell: string; readonly role: PupilRole }[];
  /** Of all cells as written: equal only for the same record again. */
  readonly hash: number;
}

export interface RowFault {
  readonly code: RejectCode;
  readonly column: Field | null;
  readonly value: string | null;
  readonly message: string;
}

export interface RowNote {
  readonly code: WarningCode;
  readonly column: Field | null;
  readonly value: string | null;
  readonly message: string;
}

export type RowResult =
  | { readonly row: ImportedRow; readonly notes: readonly RowNote[] }
  | { readonly fault: RowFault };

export interface RowReader {
  readonly read: (cells: readonly string[], line: number) => RowResult;
  /** What each date column proved, for judging its order at the end of the file. */
  readonly evidence: ReadonlyMap<Field, OrderEvidence>;
  readonly counts: { shortRows: number; withoutId: number; dateFromRecorded: number; serials: number };
}

export interface RowReaderOptions {
  readonly plan: ColumnPlan;
  readonly orders: ReadonlyMap<Field, DateOrder>;
  readonly book: PupilBook;
  /** Used where the row names no school. */
  readonly school: string | null;
  /** Later days are refused. */
  readonly lastDay: IsoDate;
}

const MISSING_ID =
  /^(?:n\/?a|#n\/a|#ref!|#value!|-+|tbc|tba|none|null|nil|unknown|0+|\?+|\d(?:[.,]\d+)?e\+?\d+)$/i;
const EARLIEST = '1990-01-01';
const CACHE_LIMIT = 50_000;
const DATE_FIELDS = ['date', 'recorded_date', 'last_updated', 'dob'] as const;
type DateField = (typeof DATE_FIELDS)[number];

/** Keeps results of a pure reading of cells that come again and again, and forgets all when it grows large. */
function remember<T>(read: (cell: string) => T): (cell: string) => T {
  const kept = new Map<string, T>();
  return (cell) => {
    const before = kept.get(cell);
    if (before !== undefined) return before;
    if (kept.size >= CACHE_LIMIT) kept.clear();
    const value = read(cell);
    kept.set(cell, value);
    return value;
  };
}

function unwrap(cell: string): string {
  const text = cell.trim();
  const first = text.charCodeAt(0);
  if (first === 61 && text.startsWith('="') && text.endsWith('"') && text.length > 2)
    return text.slice(2, -1).trim();
  if (first === 39 && /^'+[=+\-@\t\r]/.test(text)) return text.slice(1);
  return text;
}

function emptyToNull(text: string): string | null {
  return text === '' ? null : text;
}

function shorten(value: string): string {
  return value.length > 80 ? `${value.slice(0, 79)}…` : value;
}

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

/** Reads rows of one file under its column plan; whether a row is data at all is decided before. */
export function makeRowReader(options: RowReaderOptions): RowReader {
  const { plan, orders, book, lastDay } = options;
  const evidence = new Map<Field, OrderEvidence>();
  const counts = { shortRows: 0, withoutId: 0, dateFromRecorded: 0, serials: 0 };
  const seed = seedOf(plan);
  const width = plan.headers.length;
  /** Our own register holds text as imported; cleaning it again would decode it twice. */
  const isVerbatim = plan.layout === 'termwise';
  const clean = isVerbatim ? (text: string): string => text : cleanText;
  const place = (field: Field): number => plan.at.get(field) ?? -1;
  const dates = new Map<
    DateField,
    { at: number; parse: (cell: string) => ParsedDate; tally: OrderEvidence }
  >();
  for (const field of DATE_FIELDS) {
    const order = orders.get(field) ?? 'dmy';
    const tally = startEvidence();
    evidence.set(field, tally);
    dates.set(field, { at: place(field), parse: remember((cell) => parseDate(cell, order)), tally });
  }
  const times = remember((cell: string) => ({ time: parseTime(cell) }));
  const categories = remember((joined: string): ParsedCategories => {
    const [category = '', subCategory = ''] = joined.split('\u001f');
    return parseCategories(category, subCategory, clean);
  });
  const years = remember((cell: string) => ({ year: normaliseYearGroup(cell) }));
  const roles = remember((cell: string) => ({ role: readRole(cell) }));
  const schools = remember((cell: string) => ({
    school: emptyToNull(clean(cell).replaceAll(/\s+/g, ' ')),
  }));
  const short = remember((cell: string) => ({ text: emptyToNull(clean(cell)) }));

  const pupilAt = place('pupil');
  const surnameAt = place('surname');
  const forenameAt = place('forename');
  const upnAt = place('upn');
  /** An admission number stands in for the UPN only where the export has no UPN column at all. */
  const pupilIdAt = upnAt === -1 || isVerbatim ? place('pupil_id') : -1;
  const requiredAt = Math.max(dates.get('date')?.at ?? -1, pupilAt !== -1 ? pupilAt : surnameAt);

  let cells: readonly string[] = [];
  let line = 0;
  const cell = (at: number): string => (at === -1 ? '' : unwrap(cells[at] ?? ''));
  const textOf = (field: Field): string => {
    const at = place(field);
    return at === -1 ? '' : clean(unwrap(cells[at] ?? ''));
  };
  const shortOf = (field: Field): string | null => {
    const at = place(field);
    return at === -1 ? null : short(unwrap(cells[at] ?? '')).text;
  };

  const readDate = (field: DateField): { raw: string; parsed: ParsedDate } | null => {
    const column = dates.get(field);
    if (column === undefined || column.at === -1) return null;
    const raw = cell(column.at);
    if (raw === '') return null;
    const parsed = column.parse(raw);
    addEvidence(column.tally, parsed.evidence, parsed.orderFree, line, raw);
    return { raw, parsed };
  };

  const fault = (
    code: RejectCode,
    column: Field | null,
    value: string | null,
    message: string,
  ): RowResult => ({
    fault: { code, column, value: value === null ? null : shorten(value), message },
  });

  const checkWidth = (): RowResult | null => {
    if (cells.length > width && cells.slice(width).some((extra) => extra.trim() !== '')) {
      return fault(
        'too_many_fields',
        null,
        null,
        `The row has ${cells.length} fields where the header has ${width}: a comma or quote inside a cell has probably moved the columns.`,
      );
    }
    if (cells.length < width) {
      if (cells.length <= requiredAt) {
        return fault(
          'too_few_fields',
          null,
          null,
          `The row has ${cells.length} ${cells.length === 1 ? 'field' : 'fields'} where the header has ${width}: the date or the pupil is cut off.`,
        );
      }
      counts.shortRows += 1;
    }
    return null;
  };

  /** The day of the incident, or why the row has none. */
  const settleDate = (notes: RowNote[]): { date: IsoDate; time: ClockTime | null } | RowResult => {
    const own = readDate('date');
    const recorded = readDate('recorded_date');
    let chosen = own;
    let field: Field = 'date';
    if (own === null && recorded?.parsed.date != null) {
      chosen = recorded;
      field = 'recorded_date';
      counts.dateFromRecorded += 1;
      notes.push({
        code: 'date_from_recorded',
        column: 'date',
        value: null,
        message: `The incident date is blank; the date it was recorded (${recorded.parsed.date}) is used.`,
      });
    }
    if (chosen === null) return fault('missing_date', 'date', null, 'The incident date is blank.');
    const { date } = chosen.parsed;
    if (date === null) {
      return fault(
        'invalid_date',
        field,
        chosen.raw,
        `"${shorten(chosen.raw)}" is not a date of the calendar.`,
      );
    }
    if (date < EARLIEST) {
      return fault(
        'implausible_date',
        field,
        chosen.raw,
        `"${shorten(chosen.raw)}" is before 1990, which no incident here can be.`,
      );
    }
    if (date > lastDay) {
      return fault('future_date', field, chosen.raw, `"${shorten(chosen.raw)}" lies after ${lastDay}.`);
    }
    const timeCell = cell(place('time'));
    const isOwn = field === 'date';
    let time = isOwn ? chosen.parsed.time : null;
    if (timeCell !== '') {
      const parsed = times(timeCell).time;
      if (parsed === null)
        notes.push({
          code: 'odd_time',
          column: 'time',
          value: shorten(timeCell),
          message: `"${shorten(timeCell)}" is not a time of day; the incident is kept without one.`,
        });
      else time = parsed;
    } else if (isOwn && chosen.parsed.oddTime) {
      notes.push({
        code: 'odd_time',
        column: 'date',
        value: shorten(chosen.raw),
        message: `"${shorten(chosen.raw)}" has no usable time of day; the incident is kept without one.`,
      });
    }
    return { date, time };
  };

  const upnOf = (): string | null => {
    const upn = cell(upnAt);
    if (upn !== '' && !isNobody(upn)) return upn.toUpperCase().replaceAll(/\s+/g, '');
    const pupilId = cell(pupilIdAt);
    return pupilId === '' || isNobody(pupilId)
      ? null
      : PUPIL_ID + pupilId.toUpperCase().replaceAll(/\s+/g, '');
  };

  const names = remember((joined: string) => {
    const [first = '', second] = joined.split('\u001f');
    return second === undefined ? parsePupilName(first) : joinPupilName(second, first);
  });

  /** A single comma in a pupil cell is always `Surname, Forename`. */
  const subjects = remember((subject: string) => {
    const isList = /[;|\n\r]/.test(subject) || subject.split(',').length > 2;
    return { names: isList ? splitPupils(subject, () => true) : [subject] };
  });

  const namedRoles: readonly { at: number; role: PupilRole }[] = [
    { at: place('harming'), role: 'harming' },
    { at: place('harmed'), role: 'harmed' },
    { at: place('witness'), role: 'witness' },
    { at: place('linked'), role: 'unknown' },
  ];

  /** The pupils the row is about, and the cells that name others. */
  const readPupils = (
    school: string,
  ): { pupils: RowPupil[]; linked: { cell: string; role: PupilRole }[] } => {
    const yearGroup = years(cell(place('year_group'))).year;
    const className = shortOf('class');
    const role = roles(cell(place('role'))).role;
    const origin = cell(place('origin')) === 'linked' ? 'linked' : 'row';
    const upn = upnOf();
    const born = readDate('dob')?.parsed.date ?? null;
    const pupils: RowPupil[] = [];
    const linked: { cell: string; role: PupilRole }[] = [];
    const add = (name: ReturnType<typeof parsePupilName>, isFirst: boolean, part: PupilRole): void => {
      const naming = book.note(school, name, isFirst ? upn : null, isFirst ? born : null);
      pupils.push({
        naming,
        role: part,
        origin,
        yearGroup: isFirst ? yearGroup : null,
        className: isFirst ? className : null,
      });
    };
    let subject = cell(pupilAt);
    if (isNobody(subject)) subject = '';
    if (subject === '' && surnameAt !== -1) {
      const surname = cell(surnameAt);
      const forename = cell(forenameAt);
      if (!isNobody(surname) || !isNobody(forename)) add(names(`${surname}\u001f${forename}`), true, role);
    } else if (subject !== '') {
      const list = upn === null ? subjects(subject).names : [subject.replaceAll(/[\r\n]+/g, ' ')];
      for (const [index, one] of list.entries()) add(names(one), index === 0, role);
    } else if (upn !== null) {
      add({ name: '', key: '' }, true, role);
    }
    for (const { at, role: part } of namedRoles) {
      const raw = cell(at);
      if (raw === '' || isNobody(raw)) continue;
      if (pupils.length === 0 && (part === 'harming' || part === 'harmed')) {
        for (const one of splitPupils(raw)) add(names(one), false, part);
      } else {
        linked.push({ cell: raw, role: part });
      }
    }
    return { pupils, linked };
  };

  const stampOf = (
    field: 'recorded_date' | 'last_updated',
  ): { date: IsoDate | null; time: ClockTime | null } => {
    const found = field === 'recorded_date' ? null : readDate(field);
    return { date: found?.parsed.date ?? null, time: found?.parsed.time ?? null };
  };

  const read = (given: readonly string[], at: number): RowResult => {
    cells = given;
    line = at;
    const narrow = checkWidth();
    if (narrow !== null) return narrow;
    const notes: RowNote[] = [];
    const when = settleDate(notes);
    if (!('date' in when)) return when;
    const school = schools(cell(place('school'))).school ?? options.school;
    const { pupils, linked } = readPupils((school ?? '').toLowerCase());
    if (pupils.length === 0) {
      const column: Field = pupilAt !== -1 ? 'pupil' : 'surname';
      return fault('missing_pupil', column, emptyToNull(cell(place(column))), 'The row names no pupil.');
    }
    const rawId = cell(place('incident_id'));
    const id = rawId === '' || MISSING_ID.test(rawId) ? null : rawId;
    if (id === null) counts.withoutId += 1;
    const { text: categoryText, paths } = categories(
      `${cell(place('category'))}\u001f${cell(place('sub_category'))}`,
    );
    const narrative = textOf('narrative') || textOf('summary');
    if (paths.length === 0)
      notes.push({
        code: 'no_category',
        column: 'category',
        value: null,
        message: 'The record has no category.',
      });
    if (narrative === '')
      notes.push({
        code: 'no_narrative',
        column: 'narrative',
        value: null,
        message: 'The record has no description.',
      });
    const recordedColumn = dates.get('recorded_date');
    const recordedCell = cell(recordedColumn?.at ?? -1);
    const recorded = recordedCell === '' ? null : (recordedColumn?.parse(recordedCell) ?? null);
    const recordedTimeCell = cell(place('recorded_time'));
    const updated = stampOf('last_updated');
    const row: ImportedRow = {
      line: at,
      school,
      id,
      date: when.date,
      time: when.time,
      recordedDate: recorded?.date ?? null,
      recordedTime: recordedTimeCell === '' ? (recorded?.time ?? null) : times(recordedTimeCell).time,
      updated: updated.date === null ? '' : `${updated.date} ${updated.time ?? ''}`,
      text: { categoryText, narrative, action: textOf('action') },
      paths,
      isPositive: /^(?:positive|pos|\+|achievement|reward|praise)/i.test(cell(place('polarity'))),
      location: shortOf('location'),
      period: shortOf('period'),
      reportedBy: shortOf('reported_by'),
      assignedTo: shortOf('assigned_to'),
      status: shortOf('status'),
      pupils,
      linked,
      hash: hashRow(given, seed),
    };
    return { row, notes };
  };
  return { read, evidence, counts };
}
