import type { ClockTime, IsoDate } from './incident.ts';

/** A span of days that a report compares, both ends included. */
export interface ReportPeriod {
  /** Such as `2025-26 Autumn`. */
  readonly name: string;
  readonly from: IsoDate;
  readonly to: IsoDate;
  readonly schoolDays: number;
}

/** One period of the school day, from periods.csv: start included, end not. */
export interface DayPeriod {
  readonly name: string;
  readonly start: ClockTime;
  readonly end: ClockTime;
  readonly kind: 'lesson' | 'break' | 'edge';
}
