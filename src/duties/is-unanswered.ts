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

/**
 * Whether somebody who was to be told was called in vain: `SLT called, nobody came`, `101 rung, gave up`, `left a message
 * for the DSL`. What was sent in writing tells them whether they answer or not; an answer that a clause with a family in
 * it speaks of is the family's.
 */
export function isUnanswered(
  view: ClauseView,
  clause: Clause,
  hit: FoundFact,
  next: Clause | undefined,
): boolean {
  if (has(clause, '~in_writing') || has(clause, '~reached') || speaksOfFamily(view, clause)) return false;
  if (has(clause, '~message_for')) return true;
  if (clause.hits.some(({ code, from }) => code === '~nobody_came' && from >= hit.from)) return true;
  if (next === undefined || next.sentence !== clause.sentence || speaksOfFamily(view, next)) return false;
  return next.hits.some(({ code, from }) => code === '~nobody_came' && from <= next.from + LEAD);
}
