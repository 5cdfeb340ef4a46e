import type { TrustExclusions } from '../incident/trust-analysis.ts';
import { type CountCell, isShown } from './count-cell.ts';
import { PARTS } from './trust-cells.ts';
import type { EditionExclusions } from './trust-edition.ts';

type Alike = EditionExclusions['alike'][number];

/**
 * Suspensions alike in reason, length, turn and purpose, as far as they can be listed: no few alike, and no few left over
 * beside them of a part whose sum is told. Nothing where the parts of the whole are not told at all.
 */
export function listAlike(
  { cells, pupils_at_least }: TrustExclusions,
  show: (id: string) => CountCell,
  threshold: number,
): readonly Alike[] {
  const isFew = (count: number): boolean => count > 0 && count < threshold;
  if (!isShown(show('excluded.all')) || isFew(pupils_at_least)) return [];
  let listed: readonly Alike[] = cells
    .filter(({ type, count }) => type === 'suspension' && !isFew(count))
    .map(({ reason, length, turn, purpose, count }) => ({ reason, length, turn, purpose, count }));
  for (;;) {
    const spoiled = listed.find((row) =>
      PARTS.some((part) => {
        const sum = show(`excluded.${part}.${row[part]}`);
        const told = listed.filter((other) => other[part] === row[part]);
        return !isShown(sum) || isFew(sum - told.reduce((total, { count }) => total + count, 0));
      }),
    );
    if (spoiled === undefined) return listed;
    listed = listed.filter((row) => row !== spoiled);
  }
}
