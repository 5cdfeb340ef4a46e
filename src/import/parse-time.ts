import type { ClockTime } from '../incident/incident.ts';

const CLOCK =
  /^(\d{1,2})\s*[:.h]\s*(\d{2})(?:\s*[:.]\s*\d{2}(?:[.,]\d+)?)?\s*(?:(a|p)\.?\s*m\.?)?(?:\s*(?:hrs?|hours?|z|utc|gmt|bst|[+-]\d{2}:?\d{2}))?$/i;
const HOUR_ONLY = /^(\d{1,2})\s*(a|p)\.?\s*m\.?$/i;
const MILITARY = /^(\d{1,2})(\d{2})\s*(?:hrs?|hours?|h)?$/i;
const DATED = /^\d{1,4}[/.-]\d{1,2}[/.-]\d{1,4}[ T](.+)$/;
/** The start and end of a lesson: `9.30-9.45am`, `11:45 to 12:30 pm`. */
const RANGE =
  /^(\d{1,2})[:.](\d{2})\s*(?:(a|p)\.?m\.?)?\s*(?:[-\u2013\u2014]|to|until)\s*(\d{1,2})[:.](\d{2})\s*(?:(a|p)\.?m\.?)?$/i;
/** A clock with a point among other words is told from other numbers only by its half of the day. */
const HALF_AMONG_WORDS = /(?:^|[^\d:.])(\d{1,2})[.](\d{2})\s*(a|p)\.?\s*m\b/i;
/** A clock among other words, such as `approx 10:30` or `Lunch (12:40)`. */
const AMONG_WORDS = /(?:^|[^\d:.])(\d{1,2}):(\d{2})(?!\d)(?:\s*(a|p)\.?\s*m\b)?/i;
/** Longer text is no time of day, and slow to try. */
const LONGEST = 60;
const FRACTION = /^0?[.,]\d+$/;

const CLOCK_TEXTS = Array.from({ length: 1440 }, (_, minute) => {
  const two = (number: number): string => String(number).padStart(2, '0');
  return `${two(Math.floor(minute / 60))}:${two(minute % 60)}`;
});

/** The clock time of an hour and a minute, 12-hour where `half` is a or p; null out of range. */
export function toClock(hours: number, minutes: number, half: string | undefined): ClockTime | null {
  let hour = hours;
  if (half !== undefined) {
    if (hour < 1 || hour > 12) return hour < 24 && minutes < 60 ? format(hour, minutes) : null;
    hour = (hour % 12) + (half.toLowerCase() === 'p' ? 12 : 0);
  }
  return hour < 24 && minutes < 60 ? format(hour, minutes) : null;
}

function format(hour: number, minute: number): ClockTime | null {
  return CLOCK_TEXTS[hour * 60 + minute] ?? null;
}

/** The start of a range, in the half of the day that puts it before the end where only the end says which. */
function startOf(range: RegExpExecArray): ClockTime | null {
  const [, hour, minute, ownHalf, endHour, endMinute, endHalf] = range;
  const clock = (half: string | undefined): ClockTime | null => toClock(Number(hour), Number(minute), half);
  if (ownHalf !== undefined || endHalf === undefined) return clock(ownHalf);
  const end = toClock(Number(endHour), Number(endMinute), endHalf);
  const start = clock(endHalf);
  return start !== null && end !== null && start > end ? clock('a') : start;
}

/**
 * Reads a time of day in any of the spellings exports use (`14:05`, `2.05 pm`, `1405`, `0.5868` of a day,
 * a date with a time behind it). Null when the cell holds no usable time: an odd time never rejects a row.
 */
export function parseTime(cell: string): ClockTime | null {
  const text = cell.trim();
  if (text === '' || text.length > LONGEST) return null;
  const clock = CLOCK.exec(text);
  if (clock) return toClock(Number(clock[1]), Number(clock[2]), clock[3]);
  const hourOnly = HOUR_ONLY.exec(text);
  if (hourOnly) return toClock(Number(hourOnly[1]), 0, hourOnly[2]);
  const military = MILITARY.exec(text);
  if (military) return toClock(Number(military[1]), Number(military[2]), undefined);
  if (FRACTION.test(text)) return timeOfDayFraction(Number(text.replace(',', '.')));
  const dated = DATED.exec(text);
  if (dated?.[1] !== undefined) return parseTime(dated[1]);
  if (/^(12 ?)?noon$|^midday$/i.test(text)) return '12:00';
  const range = RANGE.exec(text);
  if (range) return startOf(range);
  const among = AMONG_WORDS.exec(text) ?? HALF_AMONG_WORDS.exec(text);
  return among === null ? null : toClock(Number(among[1]), Number(among[2]), among[3]);
}

/** Turns a fraction of a day (a spreadsheet's way to hold a time) into a clock time, to the nearest minute. */
export function timeOfDayFraction(fraction: number): ClockTime | null {
  if (!(fraction >= 0 && fraction < 1)) return null;
  const minutes = Math.min(1439, Math.round(fraction * 1440));
  return format(Math.floor(minutes / 60), minutes % 60);
}
