import type { Evidence } from '../incident/classification.ts';
import { LIMITS } from './belief-limits.ts';
import { listImplied } from './close-labels.ts';
import { askPerson, findDraft, type LabelWork } from './label-work.ts';
import { noteMissing } from './note-missing.ts';
import { SECOND_READER, type SecondOpinion, type WeighedLabel } from './weigh-labels.ts';

const NARRATIVE: Evidence = { field: 'narrative', start: 0, end: 0, text: '', rule: SECOND_READER };

/**
 * Asks a person of serious labels that are not given although there is something in them: the more, the sooner a person
 * should look.
 */
export function askOfMissing(
  work: LabelWork,
  weighed: readonly WeighedLabel[],
  { findLike }: SecondOpinion,
): void {
  const implied = listImplied(work);
  const missing = weighed.filter(
    ({ kind, belief }) =>
      kind.serious && belief >= LIMITS.asks && findDraft(work, kind) === undefined && !implied.has(kind),
  );
  const sum = missing.reduce((total, { belief }) => total + belief, 0);
  const priority = sum >= LIMITS.first ? 5 : sum >= LIMITS.soon ? 4 : 3;
  for (const { kind, place, draft } of missing)
    if (draft === undefined) askPerson(work, kind, NARRATIVE, 'second_reader', priority, findLike(place));
  noteMissing(work, weighed);
}
