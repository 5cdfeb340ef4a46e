import type { DetectInput } from './detect-input.ts';
import type { DaySpan, SchoolRecord } from './school-record.ts';

/** The period asked about and what it is compared with, as recorded days. */
export interface TargetSpan {
  readonly now: DaySpan;
  readonly baseline: DaySpan;
}

/**
 * The report period and the three terms before it (as many as were recorded), as spans of recorded days; null when
 * either holds no day. Three terms rather than one: with one, only the grossest change can be told from chance.
 */
export function findTargetSpan(
  record: SchoolRecord,
  { period }: DetectInput,
  baselineTerms: number,
): TargetSpan | null {
  const first = record.days.findIndex((date) => date >= period.from);
  const last = record.days.findLastIndex((date) => date <= period.to);
  if (first < 0 || last < first || first === 0) return null;
  const earlier = record.terms.filter((term) => term.last < first);
  const start = earlier.at(-baselineTerms) ?? earlier[0];
  return { now: { first, last }, baseline: { first: start?.first ?? 0, last: first - 1 } };
}
