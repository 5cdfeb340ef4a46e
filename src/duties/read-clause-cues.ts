import { type Clause, type ClauseView, carries, type FoundFact, isAct } from './clause-view.ts';

/** Words behind a thing within which `planned` or `not held` still speaks of it. */
const REACH_BEHIND = 3;

/** Cues of a clause, with those left out that stand in a turn of phrase which denies or plans nothing. */
export interface ClauseCues {
  readonly attempt: boolean;
  readonly reached: boolean;
  readonly planned: readonly FoundFact[];
  readonly notDone: readonly FoundFact[];
  readonly no: readonly FoundFact[];
  /** Weighed, which is no more than planned. */
  readonly considering: readonly FoundFact[];
  /** The same wherever it stands: `plan considered` plans nothing, and still says that it was weighed. */
  readonly weighing: readonly FoundFact[];
}

/** Most clauses hold no cue at all. */
const NO_CUES: ClauseCues = {
  attempt: false,
  reached: false,
  planned: [],
  notDone: [],
  no: [],
  considering: [],
  weighing: [],
};

/** Reads the cues of one clause. */
export function readClauseCues(clause: Clause): ClauseCues {
  if (clause.hits.every(isAct)) return NO_CUES;
  const isLate = clause.hits.some(({ code }) => code === '~until');
  const shields = clause.hits.filter(({ code }) => code === '~shield');
  const open = (code: string) =>
    clause.hits.filter(
      (hit) => hit.code === code && !shields.some((shield) => shield.from <= hit.from && shield.to >= hit.to),
    );
  return {
    attempt: !isLate && clause.hits.some(({ code }) => code === '~attempt'),
    reached: clause.hits.some(({ code }) => code === '~reached'),
    planned: open('~planned').filter(
      (hit) =>
        !clause.hits.some(({ code, from, to }) => code === '~no_plan' && from <= hit.from && to >= hit.to),
    ),
    notDone: isLate
      ? []
      : [...open('~not_done'), ...clause.hits.filter(({ code }) => code === '~decided_against')],
    no: open('~no'),
    considering: open('~considering'),
    weighing: clause.hits.filter(({ code }) => code === '~considering'),
  };
}

/** Whether a cue speaks of a hit: it stands before or within it, or just behind with no other person between. */
export function speaksOf(view: ClauseView, cue: FoundFact, hit: FoundFact): boolean {
  if (cue.from < hit.to) return true;
  if (cue.from - hit.to >= REACH_BEHIND) return false;
  for (let at = hit.to; at < cue.from; at++) if (carries(view, at, 'PRONOUN')) return false;
  return !carries(view, cue.from - 1, 'PRONOUN') || cue.from === hit.to;
}
