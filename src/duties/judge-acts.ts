import { readFacts } from '../policy/facts.ts';
import type { ActStatus } from './act.ts';
import { type Clause, type ClauseView, carries, type FoundFact, isAct } from './clause-view.ts';
import { fallsThrough, findToldLater, isHeld } from './falls-through.ts';
import { isUnanswered } from './is-unanswered.ts';
import { answersItem, type FormAnswer, readAnswer } from './read-answer.ts';
import { type ClauseCues, readClauseCues, speaksOf } from './read-clause-cues.ts';

/** Acts of reaching a family: a call that nobody took is none. */
const REACHES = new Set([
  'response.parent_contact',
  'call_home',
  'parent_meeting',
  'outcome_told',
  'resolved_told',
  'damage_cost',
  'written_record_sent',
  'records_offered',
  'family_in_planning',
]);

type Mark = 'as_written' | 'weighed' | 'only_weighed' | 'whom' | 'answered' | 'afterwards' | 'one_of_many';

function listMarked(mark: Mark): ReadonlySet<string> {
  const { facts } = readFacts();
  return new Set(facts.filter((fact) => fact[mark] === true).map(({ code }) => code));
}

/** Facts whose own words deny or plan. */
const AS_WRITTEN = listMarked('as_written');

/** Cues that, where they are all that a clause says, leave the item before it open. */
const OPEN_CUES: ReadonlySet<string> = new Set(['~planned', '~not_done']);

/** Facts that are shown by being weighed, and those that may be weighed without being done. */
const WEIGHED = listMarked('weighed');
const ONLY_WEIGHED = listMarked('only_weighed');

/** Facts of telling somebody who may not be reached, and those that count from the incident on. */
const ANSWERED = listMarked('answered');
const AFTERWARDS = listMarked('afterwards');

/** Facts of any action at all: one that was left out leaves the others. */
const ONE_OF_MANY = listMarked('one_of_many');

/** What a clause says that only answers the item before it: `Parents informed: no`, `LA form - not yet`. */
function hearAnswer(view: ClauseView, { from, to, hits }: Clause): FormAnswer | null {
  if (to - from === 1) return readAnswer(view.tokens, from);
  const isCueAlone = hits.some((hit) => OPEN_CUES.has(hit.code) && hit.from === from && hit.to === to);
  return isCueAlone && answersItem(view.tokens, from) ? 'open' : null;
}

/** What a family says in a call that it will do is no plan of the call: `rang mum, she'll pay`; a meeting that it will come to is. */
function isTheirs(clause: Clause, cue: FoundFact, hit: FoundFact): boolean {
  if (!REACHES.has(hit.code) || isHeld(hit.code) || cue.from < hit.to) return false;
  return clause.hits.some(({ code, from, to }) => code === '~they_will' && from <= cue.from && to >= cue.to);
}

/** A clause that only says that the day is still to be fixed: `conference with both families - date to be agreed`. */
function leavesDayOpen(next: Clause | undefined): boolean {
  return next?.hits.some(({ code, from }) => code === '~date_open' && from === next.from) === true;
}

/** What is shown by being weighed, where nothing before it denies or plans that: what came of it is another matter. */
function isWeighed(view: ClauseView, cues: ClauseCues, hit: FoundFact): boolean {
  if (!WEIGHED.has(hit.code)) return false;
  const others = [...cues.planned, ...cues.notDone, ...cues.no];
  return cues.weighing.some(
    (cue) => speaksOf(view, cue, hit) && others.every(({ from }) => from >= cue.from),
  );
}

/** A clause that says only that nobody was reached: it speaks of the clause before. */
function isBareAttempt(view: ClauseView, clause: Clause): boolean {
  if (!clause.hits.some(({ code }) => code === '~attempt')) return false;
  if (clause.hits.some(({ code }) => code === '~reached')) return false;
  for (let at = clause.from; at < clause.to; at++) if (carries(view, at, 'PARENT')) return false;
  return true;
}

/** Words of a clause before which nothing else may stand when it says only that a thing was carried out. */
const ACCEPTED = 2;

/**
 * The clause behind that says that what was offered or planned was carried out (`Offered RJ, accepted and completed same
 * day`), as its place counted from the one that plans; 0 when none does. One that only says `accepted` is passed over.
 */
function findCarriedOut(behind: readonly Clause[]): number {
  const [first, second] = behind;
  if (first === undefined) return 0;
  if (saysCarriedOut(first)) return 1;
  const isShort = first.to - first.from <= ACCEPTED;
  const isAccepted = isShort && first.hits.some(({ code }) => code === '~accepted');
  return isAccepted && second !== undefined && saysCarriedOut(second) ? 2 : 0;
}

function saysCarriedOut({ hits, from, to }: Clause): boolean {
  return hits.some(
    (hit) =>
      hit.from === from &&
      (hit.code === '~carried_out' || (hit.code === '~carried_out_last' && hit.to === to)),
  );
}

/** A thing found, and how far it had come. */
export interface JudgedAct {
  readonly hit: FoundFact;
  readonly status: ActStatus;
  /** How many clauses behind it stands that it was done after all, and when; 0 where its own clause says so. */
  readonly behind: number;
  /** Said of a second one in the same record, whatever was done for the first. */
  readonly isOfSecond: boolean;
}

/** Whether a thing that counts from the incident on is said to have been done before it. */
function isEarlier({ hits }: Clause, hit: FoundFact): boolean {
  return AFTERWARDS.has(hit.code) && hits.some(({ code, from }) => code === '~before_it' && from >= hit.from);
}

/** How many clauses behind it is said that what is denied was done after all; null where it is not said. */
function findDoneLater(clause: Clause, hit: FoundFact, behind: readonly Clause[]): number | null {
  if (ANSWERED.has(hit.code)) return findToldLater(clause, hit, behind);
  const place = isHeld(hit.code) ? findCarriedOut(behind) : 0;
  return place === 0 ? null : place;
}

/** How far each thing found in a clause had come, by the words of that clause and those behind it. */
export function judgeActs(view: ClauseView, clause: Clause, behind: readonly Clause[]): readonly JudgedAct[] {
  const cues = readClauseCues(clause);
  const [next] = behind;
  const planned = [...cues.planned, ...cues.considering];
  const isOpen = planned.length > 0 || clause.hits.some(({ isAsked }) => isAsked === true);
  const carriedOut = isOpen ? findCarriedOut(behind) : 0;
  const missed = cues.attempt || (next !== undefined && isBareAttempt(view, next));
  const answer = next === undefined ? null : hearAnswer(view, next);
  const isDenied = (hit: FoundFact): boolean =>
    cues.notDone.some((cue) => speaksOf(view, cue, hit) && !(REACHES.has(hit.code) && cues.reached)) ||
    cues.no.some((cue) => hit.from >= cue.to && hit.from - cue.to <= 1);
  const judge = (hit: FoundFact): ActStatus => {
    if (answer === 'no') return 'not_done';
    if (answer === 'open') return 'planned';
    if (hit.isAsked === true) {
      const isLeft = fallsThrough(clause, hit, true, behind) || (cues.planned.length === 0 && isDenied(hit));
      return isLeft ? 'not_done' : 'planned';
    }
    if (AS_WRITTEN.has(hit.code) || isWeighed(view, cues, hit)) return 'done';
    const reaches = REACHES.has(hit.code);
    if (reaches && missed && !cues.reached) return 'attempted';
    if (ANSWERED.has(hit.code) && isUnanswered(view, clause, hit, behind)) return 'attempted';
    if (isDenied(hit)) return 'not_done';
    const open = ONLY_WEIGHED.has(hit.code) ? planned : cues.planned;
    const isPlanned = open.some((cue) => speaksOf(view, cue, hit) && !isTheirs(clause, cue, hit));
    if (fallsThrough(clause, hit, isPlanned, behind)) return 'not_done';
    return isPlanned || leavesDayOpen(next) ? 'planned' : 'done';
  };
  const hasSecond = clause.hits.some(({ code }) => code === '~second_time');
  return clause.hits.flatMap((hit): readonly JudgedAct[] => {
    if (!isAct(hit) || isEarlier(clause, hit)) return [];
    const status = judge(hit);
    if (status === 'not_done' && ONE_OF_MANY.has(hit.code)) return [];
    const told = status === 'not_done' ? findDoneLater(clause, hit, behind) : null;
    if (told !== null) return [{ hit, status: 'done', behind: told, isOfSecond: false }];
    const isOfSecond = hasSecond && (ANSWERED.has(hit.code) || REACHES.has(hit.code));
    if (status !== 'planned' || carriedOut === 0) return [{ hit, status, behind: 0, isOfSecond }];
    return [{ hit, status: 'done', behind: carriedOut, isOfSecond }];
  });
}

/** Whether a fact is any action at all, so that no one thing left out says that there was none. */
export function isAnyAction(code: string): boolean {
  return ONE_OF_MANY.has(code);
}

/** Facts of help, which is for somebody. */
const HELPS = listMarked('whom');

/** Whether an act is one of help, so that it matters for whom. */
export function helpsSomebody(code: string): boolean {
  return HELPS.has(code);
}

/** Whether an act is one of reaching a family, so that it matters whose. */
export function reachesFamily(code: string): boolean {
  return REACHES.has(code);
}
