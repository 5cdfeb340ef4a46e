import type { IsoDate } from '../../incident/incident.ts';

const MONTHS = ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec'] as const;

/** `2025-09-01` as `1 Sep`: from the text itself, so that no time zone or locale can shift it. */
export function formatWeek(week: IsoDate): string {
  const [, month, day] = week.split('-').map(Number);
  return `${day ?? ''} ${MONTHS[(month ?? 1) - 1] ?? ''}`;
}
