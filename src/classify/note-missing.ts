import { LIMITS } from './belief-limits.ts';
import { listImplied } from './close-labels.ts';
import { kindOf, type LabelKind } from './label-kind.ts';
import { findDraft, type LabelWork } from './label-work.ts';
import type { WeighedLabel } from './weigh-labels.ts';

const BULLYING = 'bullying';

/** Whether it counts to miss it: a serious label, or which kind of bullying it is. */
function counts({ serious, family }: LabelKind): boolean {
  return serious || family === BULLYING;
}

/** How likely each label is: by the second reader alone or by all that speaks for it, and not little where recorded. */
function listChances({ categories }: LabelWork, weighed: readonly WeighedLabel[]): Map<LabelKind, number> {
  const chances = new Map(weighed.map(({ kind, seems, belief }) => [kind, Math.max(seems, belief)]));
  for (const { meaning } of categories)
    for (const code of meaning.codes) {
      const kind = kindOf(code);
      if (kind.serious) chances.set(kind, Math.max(LIMITS.recorded, chances.get(kind) ?? 0));
    }
  return chances;
}

/**
 * Notes how much of what counts is likely missing from a record, for the order of the queue (rank-review.ts): a hundred
 * times the sum of the roots of how likely each label is that is not given. Roots, because many labels that are hardly
 * likely miss more together than one that is.
 */
export function noteMissing(work: LabelWork, weighed: readonly WeighedLabel[]): void {
  const implied = listImplied(work);
  let sum = 0;
  for (const [kind, chance] of listChances(work, weighed)) {
    if (!counts(kind) || chance < LIMITS.asks) continue;
    if (findDraft(work, kind) === undefined && !implied.has(kind)) sum += Math.sqrt(chance);
  }
  work.missing = Math.round(100 * sum);
}
