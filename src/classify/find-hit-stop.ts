import type { Modifiers } from './apply-cues.ts';
import { ROLE } from './assign-roles.ts';
import type { Candidate } from './candidate.ts';
import type { Hit } from './create-hit-finder.ts';
import { FLAG } from './cue.ts';
import type { CueHit } from './cue-hit.ts';
import { type EventView, is } from './event-view.ts';
import { findOverlap, findThroughout, isTold, WITHIN } from './find-overlap.ts';
import { givesReason } from './gives-reason.ts';
import { kindOf } from './label-kind.ts';
import { findStop, type RuleReading } from './read-rule.ts';
import { readToken, type TokenBuffer } from './token-buffer.ts';
import { isTurned } from './turned-rule.ts';

const PRAISE = kindOf('positive');

/** Whether a cue works on all that stands between it and a phrase, no other time and nothing that somebody was told. */
function meansIt({ tokens, words, scan }: EventView, mods: Modifiers, cue: CueHit, from: number): boolean {
  const flag = FLAG[cue.flag];
  const time = words.preposition | words.clause;
  // `Did not jeer at him | because he is black`: a reason stands or falls with what is in front of it.
  const reason = reasonAt(tokens, from);
  const last = reason < 0 ? from : reason - 1;
  for (let at = cue.to; at <= last; at++) if (((mods.flags[at] ?? 0) & flag) === 0) return false;
  // `Would not hold it after "one of them lot"`.
  for (let at = cue.to; at < from; at++) if (((scan.events[at] ?? 0) & time) === time) return false;
  if (isTold(tokens, cue)) return false;
  for (let at = cue.from - 1; at >= 0 && tokens.sentence[at] === tokens.sentence[from]; at--)
    if (((scan.events[at] ?? 0) & words.tell) !== 0) return false;
  return true;
}

/**
 * What the writer denies or imagines before a phrase that may hold such words of its own. What somebody was told is not
 * meant: `told him he was not wanted and should go back`.
 */
function flagsFromBefore(view: EventView, mods: Modifiers, { from }: Hit): number {
  let flags = 0;
  for (const cue of mods.hits) {
    const flag = FLAG[cue.flag] & WITHIN;
    // `Refused to | touch her`: such a cue ends with the deed itself.
    const start = cue.reach === 'onward' ? cue.from : cue.to;
    if (flag === 0 || (cue.reach !== 'forward' && cue.reach !== 'onward') || start > from) continue;
    if (view.tokens.sentence[cue.from] !== view.tokens.sentence[from]) continue;
    if (meansIt(view, mods, cue, from)) flags |= flag;
  }
  return flags;
}

/** Where the reason starts of which the token at `from` is the first word or the second; -1 for none. */
function reasonAt(tokens: TokenBuffer, from: number): number {
  if (givesReason(tokens, from)) return from;
  return from > 0 && givesReason(tokens, from - 1) ? from - 1 : -1;
}

/** A reason alone falls with the deed that it is given for: `did not jeer at him | because he is black`. */
function flagsBeforeReason({ tokens }: EventView, mods: Modifiers, from: number): number {
  const at = reasonAt(tokens, from);
  const isLed = at > 0 && tokens.sentence[at - 1] === tokens.sentence[from];
  return isLed ? (mods.flags[at - 1] ?? 0) & WITHIN : 0;
}

/**
 * What works on the words of a rule: what works on the first of them; `Mum has not been told`, `held no child`: also a
 * `not` or `might` within them that reaches the last, unless the rule itself asks for one or it is what somebody said.
 */
function flagsOf(view: EventView, { kind }: RuleReading, mods: Modifiers, hit: Hit): number {
  const { pattern, from, to } = hit;
  const isOwn = view.compiled.patterns.denies[pattern] === 1;
  const ledTo = flagsBeforeReason(view, mods, from);
  const first = (mods.flags[from] ?? 0) | ledTo | (isOwn ? 0 : findOverlap(view, mods, from, to));
  const last = (mods.flags[to - 1] ?? 0) & WITHIN & ~first;
  // `A great day - no reminders at all`.
  if (last === 0 || kind === PRAISE) return first;
  const isPerson = (view.people.role[from] ?? ROLE.none) !== ROLE.none;
  if (kind.is.response && isPerson) return first | (last & FLAG.negated);
  if (isOwn) return first;
  let flags = first;
  for (const cue of mods.hits) {
    if (cue.reach === 'within' && cue.from >= from && cue.to === to) flags |= FLAG[cue.flag];
    if (cue.reach !== 'forward' || cue.from < from || cue.to >= to || (last & FLAG[cue.flag]) === 0) continue;
    if (!isPerson && cue.flag !== 'negated') continue;
    if (!isSaid(view, from, cue.from)) flags |= FLAG[cue.flag];
  }
  return flags;
}

/** The modifier that stops a phrase. One whose rule passes over denials is still stopped by the writer's own. */
export function findHitStop(
  view: EventView,
  rule: RuleReading,
  mods: Modifiers,
  hit: Hit,
  field: number,
): Candidate['stop'] {
  const flags = flagsOf(view, rule, mods, hit) | findThroughout(mods, hit.from, hit.to);
  const stop = findStop(rule, flags, mods.record, field);
  if (stop === null && (flags & FLAG.unsaid) !== 0 && rule.kind.is.said) return 'negated';
  const passed = flags & WITHIN & ~rule.stops;
  // `Nobody | saw Jay steal the pen`.
  const isWary = rule.kind.is.harm || rule.kind.is.hurts || isTurned(rule.id);
  if (stop !== null || passed === 0 || !isWary) return stop;
  const denied = flagsFromBefore(view, mods, hit) & passed;
  if ((denied & FLAG.negated) !== 0) return 'negated';
  return (denied & FLAG.hypothetical) !== 0 ? 'hypothetical' : null;
}

/**
 * Whether somebody is told or called something between two tokens: what follows is said. Who was `asked | not to take it`
 * was only forbidden to.
 */
function isSaid(view: EventView, from: number, to: number): boolean {
  const isForbidden = ['not', 'never'].includes(readToken(view.tokens, to).toLowerCase());
  for (let at = from; at < to; at++)
    if (is(view, at, view.words.tell | view.words.aim)) return !(isForbidden && at === to - 1);
  return false;
}
