import type { DetectorRun } from '../../incident/finding.ts';

/**
 * What one detector looked at, how much of it was too little to tell and what came of it, in one line: silence must not
 * pass for a clean bill.
 */
export function sayRun(run: DetectorRun): string {
  const { question, unit, lookedAt, tooFew, tooFewIf, clear, possible, expectedByChance, note } = run;
  const why = tooFew > 0 && tooFewIf !== null ? `: ${tooFewIf}` : '';
  const few = `${tooFew} with too little to tell${why}`;
  const chance =
    expectedByChance === null ? '' : `; about ${expectedByChance} to be expected if nothing were going on`;
  return [
    `${question} Looked at ${lookedAt}, each ${unit} (${few}): ${clear} clear, ${possible} possible${chance}.`,
    ...(note === null ? [] : [note]),
  ].join(' ');
}
