import type { IsoDate } from '../incident/incident.ts';
import { formatDayMonthYear } from './iso-date.ts';
import { saySpan } from './say-span.ts';

/**
 * What a reader must know where no record of any kind is dated in the days reported on: how far the files reach, and
 * that a quiet time is not the only thing that looks like this. A record that lies in the days themselves is none.
 */
export function tellNoRecord(
  { from, to }: { readonly from: IsoDate; readonly to: IsoDate },
  [first, last]: readonly [IsoDate, IsoDate],
): string {
  const reach =
    first >= from && last <= to
      ? 'The files hold no record at all: it was taken for granted that they are the right ones, drawn after these days.'
      : last < from
        ? `The last record in the files is of ${formatDayMonthYear(last)}: it was taken for granted that they were drawn after these days.`
        : `The files hold records from ${formatDayMonthYear(first)} to ${formatDayMonthYear(last)}.`;
  return (
    `No record of any kind is dated ${from === to ? formatDayMonthYear(to) : saySpan(from, to)}. ${reach} ` +
    'That is not the same as nothing having happened: days that staff did not write up, or that were left out of an export, look just like quiet ones.'
  );
}
