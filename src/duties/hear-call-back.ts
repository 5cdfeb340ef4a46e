import { type Clause, type ClauseView, carries, type FoundFact, isAct } from './clause-view.ts';
import type { NamedFamily } from './find-families.ts';
import { reachesFamily } from './judge-acts.ts';

/** The fact that a call that nobody took stands for when its own words name none (`left a voicemail for mum`). */
export const CONTACT = 'response.parent_contact';

/** Calls of a text that nobody took, and the one family that they were made to. */
export interface TriedCalls {
  readonly codes: ReadonlySet<string>;
  readonly families: readonly NamedFamily[];
}

/** Whether a clause says that a family was not reached, whether or not it says how: `voicemail for Ava's mum`. */
export function triesFamily(view: ClauseView, clause: Clause): boolean {
  if (!clause.hits.some(({ code }) => code === '~attempt')) return false;
  for (let at = clause.from; at < clause.to; at++) if (carries(view, at, 'PARENT')) return true;
  return false;
}

/** Whom a school rings beside families: who rings back may be they. */
const OTHERS = [
  'SOCIAL_CARE',
  'POLICE',
  'AUTHORITY',
  'ADVISER',
  'STAFF_WORD',
  'SENIOR_LEADER',
  'DSL_PERSON',
  'PASTORAL',
];

/**
 * Whether a clause tells of a call to somebody who is no family (`rang the social worker`, not `DSL informed`): who
 * rings back behind it is not known, so that it is no longer heard as the family that was tried.
 */
export function callsOther(view: ClauseView, clause: Clause): boolean {
  let [isCall, isOther] = [false, false];
  for (let at = clause.from; at < clause.to; at++) {
    if (carries(view, at, 'PARENT')) return false;
    isCall ||= carries(view, at, 'CONTACTED');
    isOther ||= isCall && OTHERS.some((name) => carries(view, at, name));
  }
  return isCall && isOther;
}

/** Whether a clause says that somebody rang back. */
export function saysRangBack(clause: Clause): boolean {
  return clause.hits.some(({ code }) => code === '~rang_back');
}

const sayMarks = (families: readonly NamedFamily[]) => families.map(({ mark }) => mark).join();

/** Adds what one clause says of calls. Any to another family leaves it open who rang back: then no family is given. */
export function addTried(
  tried: TriedCalls | null,
  codes: readonly string[],
  families: readonly NamedFamily[],
): TriedCalls {
  const all = new Set([...(tried?.codes ?? []), ...codes, CONTACT]);
  const isSame = tried === null || sayMarks(tried.families) === sayMarks(families);
  return { codes: all, families: isSame && families.length === 1 ? families : [] };
}

/**
 * `Rang mum, no answer. She rang back on 12/11`: the second clause names no contact of its own, and is the contact that
 * the first one tried for. It is given what the call was, where the words that say so stand.
 */
export function hearCallBack(clause: Clause, tried: TriedCalls | null): Clause {
  if (tried === null) return clause;
  const back = clause.hits.find(({ code }) => code === '~rang_back');
  if (back === undefined) return clause;
  if (clause.hits.some((hit) => isAct(hit) && reachesFamily(hit.code))) return clause;
  const heard = [...tried.codes].map((code): FoundFact => ({ code, from: back.from, to: back.to }));
  return { ...clause, hits: [...clause.hits, ...heard] };
}
