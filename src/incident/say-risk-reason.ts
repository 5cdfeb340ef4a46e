import type { RiskReason } from './at-risk-candidate.ts';

/** A reason with its number, such as `2 records towards staff`: the same words in a check and on the draft register. */
export function sayRiskReason({ count, say }: Pick<RiskReason, 'count' | 'say'>): string {
  return `${count} ${count === 1 ? 'record' : 'records'} ${say}`;
}
