import { readFacts } from '../policy/facts.ts';
import type { Clause, FoundFact } from './clause-view.ts';

/** Things that are held or carried out. */
const HELD: ReadonlySet<string> = new Set(
  readFacts()
    .facts.filter((fact) => fact.held === true)
    .map(({ code }) => code),
);

/** Words that say that somebody was told after all. */
const TOLD: ReadonlySet<string> = new Set(['~told_later', '~then_told']);

function has({ hits }: Clause, code: string): boolean {
  return hits.some((hit) => hit.code === code);
}

/** Whether a clause says that what stands before it did not come about: `but never happened`, `he was away so it didn't happen`. */
function saysFellThrough(clause: Clause): boolean {
  if (has(clause, '~until')) return false;
  return clause.hits.some(
    ({ code, from }) => code === '~it_fell_through' || (code === '~fell_through' && from === clause.from),
  );
}

/** Whether the words of its own clause behind a thing say so: `RA meeting planned for Weds and it never happened`. */
function fellInClause(clause: Clause, hit: FoundFact): boolean {
  if (has(clause, '~until')) return false;
  const fell = clause.hits.find(({ code, from }) => code === '~it_fell_through' && from >= hit.to);
  if (fell === undefined) return false;
  return !clause.hits.some(
    ({ code, from, to }) => code === '~was_held' && from >= hit.from && to <= fell.from,
  );
}

/** `TAF asked for. It never happened.`: a sentence behind speaks of what was only arranged in the one before. */
function speaksOfPlan(clause: Clause, next: Clause, isPlanned: boolean): boolean {
  if (!isPlanned && !has(clause, '~arranged')) return false;
  return next.sentence === clause.sentence + 1 && saysFellThrough(next);
}

/**
 * Whether a thing is said at once not to have come about: `meeting booked but never happened`, `conference - Mia would
 * not come so it was not held`. Only what is held or was planned can fall through, and what was held did not; a clause
 * between that tells of another such thing takes the words for itself.
 */
export function fallsThrough(
  clause: Clause,
  hit: FoundFact,
  isPlanned: boolean,
  behind: readonly Clause[],
): boolean {
  if (!isHeld(hit.code) && !isPlanned) return false;
  if (fellInClause(clause, hit)) return true;
  if (!isPlanned && clause.hits.some(({ code, from }) => code === '~was_held' && from >= hit.from))
    return false;
  for (const one of behind) {
    if (one.sentence !== clause.sentence && !speaksOfPlan(clause, one, isPlanned)) return false;
    if (saysFellThrough(one)) return true;
    if (one.hits.some(({ code }) => HELD.has(code))) return false;
  }
  return false;
}

/** Whether a thing is one that is held or carried out. */
export function isHeld(code: string): boolean {
  return HELD.has(code);
}

/**
 * How many clauses behind it is said that somebody was told after all (`DSL not told at first, told her on 12/11`); 0 for
 * the clause itself, null where it is not said.
 */
export function findToldLater(clause: Clause, hit: FoundFact, behind: readonly Clause[]): number | null {
  const [first] = behind;
  if (clause.hits.some((one) => TOLD.has(one.code) && one.from >= hit.to)) return 0;
  if (first === undefined || has(first, '~not_done')) return null;
  const [told] = first.hits.filter(({ code, from }) => TOLD.has(code) && from === first.from);
  if (told === undefined) return null;
  return told.code === '~told_later' || first.sentence === clause.sentence ? 1 : null;
}
