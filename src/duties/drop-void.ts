import { readFacts } from '../policy/facts.ts';
import type { FoundFact } from './clause-view.ts';

function mapFacts(key: 'void_by' | 'asked_by'): ReadonlyMap<string, string> {
  const pairs = readFacts().facts.map((fact) => [fact.code, fact[key]] as const);
  return new Map(pairs.filter((pair): pair is readonly [string, string] => pair[1] !== undefined));
}

/** By fact: the words that say that one of its own words means something else, or is asked for only. */
const VOID_BY = mapFacts('void_by');
const ASKED_BY = mapFacts('asked_by');

/** Whether a hit shares words with others that change it, and that are not void themselves. */
function overlaps(
  hit: FoundFact,
  hits: readonly FoundFact[],
  changedBy: ReadonlyMap<string, string>,
): boolean {
  const sense = changedBy.get(hit.code);
  if (sense === undefined) return false;
  return hits.some(
    (other) =>
      other.code === sense && other.from < hit.to && hit.from < other.to && !overlaps(other, hits, VOID_BY),
  );
}

/**
 * Leaves out what was found in words of another sense: in `mum told about the bump on his head` no head was told. Only
 * what shares words with that sense is void, so `head informed of the bump on his head` still tells of one; and a sense
 * may be void itself, so that `his head of year` is one too. What is asked for only is kept as such: it may have come
 * about (`risk assessment requested, completed 14/11`).
 */
export function dropVoid(hits: readonly FoundFact[]): readonly FoundFact[] {
  return hits
    .filter((hit) => !overlaps(hit, hits, VOID_BY))
    .map((hit) => (overlaps(hit, hits, ASKED_BY) ? { ...hit, isAsked: true } : hit));
}
