import reasonsData from './data/reasons.yaml';

const REASONS = reasonsData as Readonly<Record<'stopped' | 'review', Readonly<Record<string, string>>>>;

/** A reason code in plain English; the code itself when the table has no words for it. */
export function sayReason(kind: 'stopped' | 'review', reason: string): string {
  return REASONS[kind][reason] ?? reason.replaceAll('_', ' ');
}
