import { formatDayMonth } from '../../../calendar/iso-date.ts';
import type { IsoDate } from '../../../incident/incident.ts';

/** The day it happened and, where that is another, the day it was entered. */
export function nameDays({
  date,
  recorded_date,
}: {
  readonly date: IsoDate;
  readonly recorded_date: IsoDate | null;
}): string {
  const entered =
    recorded_date === null || recorded_date === date ? '' : ` (entered ${formatDayMonth(recorded_date)})`;
  return `${formatDayMonth(date)}${entered}`;
}
