import type { ClockTime, IsoDate } from '../incident/incident.ts';

const DAY = 86_400_000;
const SUMMERS = new Map<string, { readonly from: string; readonly to: string }>();

/** The moment in UTC at which clocks are put on or back: one o'clock on the last Sunday of a month, counted from 0. */
function changeOf(year: number, month: number): string {
  const last = new Date(Date.UTC(year, month + 1, 0));
  const sunday = new Date(last.getTime() - last.getUTCDay() * DAY);
  return `${sunday.toISOString().slice(0, 10)}T01:00`;
}

function isSummer(date: IsoDate, time: ClockTime): boolean {
  const year = date.slice(0, 4);
  let summer = SUMMERS.get(year);
  if (summer === undefined) {
    summer = { from: changeOf(Number(year), 2), to: changeOf(Number(year), 9) };
    SUMMERS.set(year, summer);
  }
  const moment = `${date}T${time}`;
  return moment >= summer.from && moment < summer.to;
}

function addMinutes(date: IsoDate, time: ClockTime, added: number): { date: IsoDate; time: ClockTime } {
  const minutes = Number(time.slice(0, 2)) * 60 + Number(time.slice(3)) + added;
  const days = Math.floor(minutes / 1440);
  const rest = minutes - days * 1440;
  const two = (number: number): string => String(number).padStart(2, '0');
  return {
    date: days === 0 ? date : new Date(Date.parse(date) + days * DAY).toISOString().slice(0, 10),
    time: `${two(Math.floor(rest / 60))}:${two(rest % 60)}`,
  };
}

/**
 * `Z`, `UTC` and `+01:00` behind a time; `-05:00` only behind seconds and as zones are, for `09:00-10:00` and
 * `09:15:00-10:15` say from when to when.
 */
const LETTERS = /[\d\s](?:z|utc)$/i;
const OFFSET = /:\d{2}(?:[.,]\d+)?\s*(\+)(\d{2}):?(\d{2})?$|:\d{2}:\d{2}(?:[.,]\d+)?\s*(-)(0\d):?(00|30)?$/;

/** How many minutes the clock of a written time is ahead of UTC, where it says so; null where it does not. */
export function readZone(text: string): number | null {
  const last = text.charCodeAt(text.length - 1) | 32;
  if (last === 122 || last === 99) return LETTERS.test(text) ? 0 : null;
  const found = text.length < 8 ? null : OFFSET.exec(text);
  if (found === null) return null;
  const minutes = Number(found[2] ?? found[5]) * 60 + Number(found[3] ?? found[6] ?? 0);
  return found[1] === '+' ? minutes : -minutes;
}

/**
 * Day and time in the United Kingdom of a moment written with a zone, minutes ahead of UTC: in summer `13:05Z` is five past
 * two. Midnight in UTC stays midnight: so systems write a day without a time.
 */
export function toUkTime(
  date: IsoDate,
  time: ClockTime,
  zone: number,
): { readonly date: IsoDate; readonly time: ClockTime } {
  if (zone === 0 && time === '00:00') return { date, time };
  const utc = zone === 0 ? { date, time } : addMinutes(date, time, -zone);
  return isSummer(utc.date, utc.time) ? addMinutes(utc.date, utc.time, 60) : utc;
}
