import type { Act, FamilyMark } from './act.ts';

const NONE: readonly FamilyMark[] = [];

/**
 * The families that a record goes on to say were not reached, behind words that speak of both: `Rang both families. Mia's
 * mum spoken to, Jake's mum no answer`.
 */
export function findMissed(both: Act, acts: readonly Act[]): readonly FamilyMark[] {
  if (!both.families.includes('both')) return NONE;
  return acts
    .filter(
      ({ code, field, status, start }) =>
        code === both.code &&
        field === both.field &&
        (status === 'attempted' || status === 'not_done') &&
        start > both.start,
    )
    .flatMap(({ families }) => families.filter((mark) => mark !== 'both'));
}
