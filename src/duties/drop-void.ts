import { readFacts } from '../policy/facts.ts';
import type { FoundFact } from './clause-view.ts';

/** By fact: the words that say that one of its own words means something else. */
const VOID_BY: ReadonlyMap<string, string> = new Map(
  readFacts().facts.flatMap(({ code, void_by }) => (void_by === undefined ? [] : [[code, void_by] as const])),
);

/**
 * Leaves out what was found in words of another sense: in `mum told about the bump on his head` no head was told. Only
 * what shares words with that sense is void, so `head informed of the bump on his head` still tells of one.
 */
export function dropVoid(hits: readonly FoundFact[]): readonly FoundFact[] {
  return hits.filter((hit) => {
    const sense = VOID_BY.get(hit.code);
    return (
      sense === undefined ||
      !hits.some(({ code, from, to }) => code === sense && from < hit.to && hit.from < to)
    );
  });
}
