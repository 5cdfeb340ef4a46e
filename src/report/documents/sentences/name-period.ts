import { formatDayMonthYear } from '../../../calendar/iso-date.ts';
import type { ReportPeriod } from '../../../incident/period.ts';

const TERM_NAME = /^(\d{4}-\d{2,4}) (.+)$/;

/** A period as a title has it: `Autumn term 2025-26`, `Term 2 2025-26`, or the days of a span. */
export function namePeriod({ name }: Pick<ReportPeriod, 'name'>): string {
  const [, year, term] = TERM_NAME.exec(name) ?? [];
  if (year === undefined || term === undefined) return name;
  return /term/i.test(term) ? `${term} ${year}` : `${term} term ${year}`;
}

/** How running text calls the three periods; a span of days is not called a term. */
export function callPeriods(period: Pick<ReportPeriod, 'name'>): {
  readonly now: string;
  readonly previous: string;
  readonly last_year: string;
} {
  return TERM_NAME.test(period.name)
    ? { now: 'this term', previous: 'last term', last_year: 'the same term last year' }
    : { now: 'this period', previous: 'the period before', last_year: 'the same weeks last year' };
}

/** `1 September 2025 to 19 December 2025`, or the one day. */
export function spellSpan({ from, to }: Pick<ReportPeriod, 'from' | 'to'>): string {
  const first = formatDayMonthYear(from);
  return from === to ? first : `${first} to ${formatDayMonthYear(to)}`;
}
