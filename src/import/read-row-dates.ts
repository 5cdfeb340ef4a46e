import { formatDayMonthYear } from '../calendar/iso-date.ts';
import type { ClockTime, IsoDate } from '../incident/incident.ts';
import { isPlaceholder } from './is-placeholder.ts';
import { addEvidence, type OrderEvidence, startEvidence } from './judge-date-order.ts';
import type { Field } from './layout.ts';
import { type DateOrder, type ParsedDate, parseDate } from './parse-date.ts';
import { parseTime } from './parse-time.ts';
import { type RowCells, remember } from './row-cells.ts';
import { makeFault, makeNote, type RowFault, type RowNote } from './row-fault.ts';
import { readZone, toUkTime } from './to-uk-time.ts';

/** The days and times of one row. */
export interface RowDates {
  readonly date: IsoDate;
  readonly time: ClockTime | null;
  readonly recordedDate: IsoDate | null;
  readonly recordedTime: ClockTime | null;
}

export interface RowDateReader {
  /** The days of the row, or why it has no usable incident date. Adds what is odd to `notes`. */
  readonly read: (notes: RowNote[]) => RowDates | RowFault;
  /** The date of birth; null for what stands for none, such as 01/01/1900. */
  readonly born: () => IsoDate | null;
  /** Seconds since 1970 of the last change, as if in one time zone; -1 when not said. */
  readonly updated: () => number;
  /** What each date column proved, for judging its order at the end of the file. */
  readonly evidence: ReadonlyMap<Field, OrderEvidence>;
}

const EARLIEST: IsoDate = '1990-01-01';

interface DateColumn {
  readonly at: number;
  readonly parse: (cell: string) => ParsedDate;
  readonly tally: OrderEvidence;
}

interface FoundDate {
  readonly raw: string;
  readonly parsed: ParsedDate;
}

const dayNumbers = remember((date: IsoDate) => ({ day: Date.parse(date) / 86_400_000 }));

function toSeconds({ raw, parsed }: FoundDate): number {
  if (parsed.date === null) return -1;
  const time = parsed.time ?? '00:00';
  const minutes = Number(time.slice(0, 2)) * 60 + Number(time.slice(3));
  const seconds = raw.length > 16 ? Number(/:\d{2}:(\d{2})/.exec(raw)?.[1] ?? 0) : 0;
  return (dayNumbers(parsed.date).day * 1440 + minutes) * 60 + seconds;
}

function openColumn(
  cells: RowCells,
  field: Field,
  orders: ReadonlyMap<Field, DateOrder>,
  isRepeating: boolean,
): DateColumn {
  const order = orders.get(field) ?? 'dmy';
  const parse = (cell: string): ParsedDate => parseDate(cell, order);
  return { at: cells.place(field), parse: isRepeating ? remember(parse) : parse, tally: startEvidence() };
}

/** Why a day cannot be the day of an incident, or null when it can. */
function checkDay(field: Field, { raw, parsed }: FoundDate, lastDay: IsoDate): RowFault | null {
  const { date } = parsed;
  if (date === null)
    return makeFault('invalid_date', field, raw, (shown) => `"${shown}" is not a date of the calendar.`);
  if (date < EARLIEST) {
    return makeFault(
      'implausible_date',
      field,
      raw,
      (shown) => `"${shown}" is before 1990, which no incident here can be.`,
    );
  }
  return date > lastDay
    ? makeFault(
        'future_date',
        field,
        raw,
        (shown) =>
          `"${shown}" lies after ${formatDayMonthYear(lastDay)}, the day up to which records are read.`,
      )
    : null;
}

/** Spreadsheets and databases write a time without a day as one of their first. */
const NO_DAY = /^(?:1899-12-3[01]|1900-01-0[012]|(?:0001|1970|2000)-01-01)$/;

/**
 * Whether a time may be the incident's: it stands alone, or with the day of the incident, read either way round. With
 * another day it is of something else, such as the opening of a form.
 */
function isOfDay(cell: string, day: IsoDate | null): boolean {
  if (day === null || !/\d[/.-]\d{1,2}[/.-]\d/.test(cell)) return true;
  const days = [parseDate(cell, 'dmy').date, parseDate(cell, 'mdy').date];
  return days.every((one) => one === null || NO_DAY.test(one)) || days.includes(day);
}

/** Opens the date columns of one file. `lastDay`: later days are refused. */
export function openRowDates(
  cells: RowCells,
  orders: ReadonlyMap<Field, DateOrder>,
  lastDay: IsoDate,
): RowDateReader {
  const own = openColumn(cells, 'date', orders, false);
  const recorded = openColumn(cells, 'recorded_date', orders, false);
  const updated = openColumn(cells, 'last_updated', orders, false);
  const born = openColumn(cells, 'dob', orders, true);
  const times = remember((cell: string) => ({ time: parseTime(cell), isBlank: isPlaceholder(cell) }));
  const timeAt = cells.place('time');
  const recordedTimeAt = cells.place('recorded_time');

  const find = (column: DateColumn): FoundDate | null => {
    const raw = cells.cell(column.at);
    if (raw === '') return null;
    const parsed = column.parse(raw);
    addEvidence(column.tally, parsed.evidence, parsed.orderFree, cells.line(), raw);
    return { raw, parsed };
  };

  const timeOf = (found: FoundDate | null, notes: RowNote[]): ClockTime | null => {
    const cell = cells.cell(timeAt);
    const odd = (field: Field, raw: string): void => {
      notes.push(
        makeNote(
          'odd_time',
          field,
          raw,
          (shown) => `"${shown}" has no usable time of day; the incident is kept without one.`,
        ),
      );
    };
    /** Beside a time column, midnight in the date column is only how a day is written there. */
    const beside = timeAt !== -1 && found?.parsed.time === '00:00' ? null : (found?.parsed.time ?? null);
    if (cell === '' || times(cell).isBlank) {
      if (found?.parsed.oddTime === true) odd('date', found.raw);
      return beside;
    }
    const { time } = times(cell);
    const day = found?.parsed.date ?? null;
    // What a spreadsheet writes for a time alone, `1899-12-30T13:05:00Z`, is the clock's own.
    const isClock = /^(?:1899|19[07]\d)-/.test(cell);
    const zone = time === null || day === null || isClock ? null : readZone(cell);
    const isUsable = time !== null && isOfDay(cell, day);
    if (!isUsable) odd('time', cell);
    if (isUsable && day !== null && zone !== null) return toUkTime(day, time, zone).time;
    return isUsable ? time : beside;
  };

  const read = (notes: RowNote[]): RowDates | RowFault => {
    const happened = find(own);
    const written = find(recorded);
    const isBorrowed = happened === null && written !== null && written.parsed.date !== null;
    const chosen = isBorrowed ? written : happened;
    if (chosen === null) return makeFault('missing_date', 'date', null, () => 'The incident date is blank.');
    const { date } = chosen.parsed;
    const fault = checkDay(isBorrowed ? 'recorded_date' : 'date', chosen, lastDay);
    if (fault !== null || date === null) {
      return (
        fault ?? makeFault('invalid_date', 'date', chosen.raw, () => 'The incident date cannot be read.')
      );
    }
    if (isBorrowed) {
      notes.push(
        makeNote(
          'date_from_recorded',
          'date',
          null,
          () => `The incident date is blank; the date it was recorded (${date}) is used.`,
        ),
      );
    }
    const recordedCell = cells.cell(recordedTimeAt);
    return {
      date,
      time: timeOf(happened, notes),
      recordedDate: written?.parsed.date ?? null,
      recordedTime: recordedCell === '' ? (written?.parsed.time ?? null) : times(recordedCell).time,
    };
  };

  return {
    read,
    born: () => {
      const date = find(born)?.parsed.date ?? null;
      return date !== null && date < EARLIEST ? null : date;
    },
    updated: () => {
      const found = find(updated);
      return found === null ? -1 : toSeconds(found);
    },
    evidence: new Map<Field, OrderEvidence>([
      ['date', own.tally],
      ['recorded_date', recorded.tally],
      ['last_updated', updated.tally],
      ['dob', born.tally],
    ]),
  };
}
