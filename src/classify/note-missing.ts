import { LIMITS } from './belief-limits.ts';
import type { LabelKind } from './label-kind.ts';
import { findDraft, type LabelWork } from './label-work.ts';
import type { WeighedLabel } from './weigh-labels.ts';

const BULLYING = 'bullying';

/** Whether it counts to miss it: a serious label, or which kind of bullying it is. */
function counts({ serious, family }: LabelKind): boolean {
  return serious || family === BULLYING;
}

/**
 * Notes with the first of what is asked of a record how much of what counts is likely missing from it, in hundredths of
 * a label, for the order of the queue (rank-review.ts): the sum of the roots of how likely each is, by the second reader
 * alone or by all that speaks for it, whichever is more. Roots, because many that are hardly likely miss more together
 * than one that is: so the queue of records new to it held a quarter more of the serious labels that were missed than
 * with plain sums.
 */
export function noteMissing(work: LabelWork, weighed: readonly WeighedLabel[]): void {
  let sum = 0;
  for (const { kind, seems, belief } of weighed) {
    const chance = Math.max(seems, belief);
    if (counts(kind) && chance >= LIMITS.asks && findDraft(work, kind) === undefined)
      sum += Math.sqrt(chance);
  }
  const [first, ...others] = work.review;
  const missing = Math.round(100 * sum);
  if (first !== undefined && missing > 0) work.review = [{ ...first, missing }, ...others];
}
