import { readFacts } from '../policy/facts.ts';
import type { FoundFact } from './clause-view.ts';

/** By fact: the words that say that one of its own words means something else. */
const VOID_BY: ReadonlyMap<string, string> = new Map(
  readFacts().facts.flatMap(({ code, void_by }) => (void_by === undefined ? [] : [[code, void_by] as const])),
);

function isVoid(hit: FoundFact, hits: readonly FoundFact[]): boolean {
  const sense = VOID_BY.get(hit.code);
  if (sense === undefined) return false;
  return hits.some(
    (other) => other.code === sense && other.from < hit.to && hit.from < other.to && !isVoid(other, hits),
  );
}

/**
 * Leaves out what was found in words of another sense: in `mum told about the bump on his head` no head was told. Only
 * what shares words with that sense is void, so `head informed of the bump on his head` still tells of one; and a sense
 * may be void itself, so that `his head of year` is one too.
 */
export function dropVoid(hits: readonly FoundFact[]): readonly FoundFact[] {
  return hits.filter((hit) => !isVoid(hit, hits));
}
