import { buildCategoryMap } from './category-map.ts';

/**
 * Whether a recorded category only sorts records (`Behaviour Incident`, `Lunchtime`). One that names a kind for which
 * the taxonomy has no label of its own (`Verbal Abuse`, `Gambling`) says what happened, and is not meant.
 */
export function saysNoKind(category: string): boolean {
  return buildCategoryMap().find(category)?.nature === 'context';
}
