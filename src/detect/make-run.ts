import type { DetectorRun, Finding } from '../incident/finding.ts';
import type { DetectorMeta } from './detect-input.ts';

/** What a detector says of itself: with what it is, and its findings counted by tier. */
export function makeRun(
  { id, question, unit }: DetectorMeta,
  findings: readonly Finding[],
  said: Pick<DetectorRun, 'lookedAt' | 'tooFew' | 'tooFewIf' | 'expectedByChance' | 'note'>,
): DetectorRun {
  const clear = findings.filter(({ tier }) => tier === 'clear').length;
  return { detector: id, question, unit, ...said, clear, possible: findings.length - clear };
}
