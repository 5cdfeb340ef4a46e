import type { IsoDate } from '../../incident/incident.ts';

const MONTHS = 'January February March April May June July August September October November December'.split(
  ' ',
);

/** `2025-12-19` as `19 December 2025`, from the text alone. */
export function formatDate(date: IsoDate): string {
  const [year, month, day] = date.split('-').map(Number);
  return `${day ?? ''} ${MONTHS[(month ?? 1) - 1] ?? ''} ${year ?? ''}`;
}
