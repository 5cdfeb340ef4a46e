import { type Clause, type ClauseView, carries, type FoundFact } from './clause-view.ts';

/** Words at the head of a clause before which `nobody came` still begins it: `but nobody came`. */
const LEAD = 1;

function speaksOfFamily(view: ClauseView, { from, to }: Clause): boolean {
  for (let at = from; at < to; at++) if (carries(view, at, 'PARENT')) return true;
  return false;
}

function has({ hits }: Clause, code: string): boolean {
  return hits.some((hit) => hit.code === code);
}

function touches({ hits }: Clause, code: string, hit: FoundFact): boolean {
  return hits.some((other) => other.code === code && other.from < hit.to && hit.from < other.to);
}

/**
 * Whether somebody who was to be told was called in vain: `SLT called, nobody came`, `101 rung, gave up`, `left a message
 * for the DSL`. Who was told, or dealt with it, is not waited for; what was sent in writing tells them whether they answer
 * or not; an answer that a clause with a family in it speaks of is the family's.
 */
export function isUnanswered(
  view: ClauseView,
  clause: Clause,
  hit: FoundFact,
  behind: readonly Clause[],
): boolean {
  if (touches(clause, '~in_person', hit)) return false;
  if (has(clause, '~in_writing') || has(clause, '~reached') || speaksOfFamily(view, clause)) return false;
  const rest = behind.filter(({ sentence }) => sentence === clause.sentence);
  if ([clause, ...rest].some((one) => has(one, '~came_after_all') && !speaksOfFamily(view, one)))
    return false;
  if (has(clause, '~message_for')) return true;
  if (!has(clause, '~called_in_vain')) return false;
  if (clause.hits.some(({ code, from }) => code === '~nobody_came' && from >= hit.from)) return true;
  const [next] = rest;
  if (next === undefined || speaksOfFamily(view, next)) return false;
  return next.hits.some(({ code, from }) => code === '~nobody_came' && from <= next.from + LEAD);
}
