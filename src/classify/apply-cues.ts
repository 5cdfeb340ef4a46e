import { FLAG } from './cue.ts';
import type { CueHit } from './cue-hit.ts';
import { isLedSubject, isSaidContent, isSubjectWord, opensSentence, remindsOf } from './led-clause.ts';
import { isSaidOfGroup } from './said-of-group.ts';
import { deniesOn, standsBeforeDeed, standsInverted, takesBareVerb } from './takes-bare-verb.ts';
import { MARK, readToken, type TokenBuffer } from './token-buffer.ts';

/** Modifiers of each token of a record, and the cues that set them. */
export interface Modifiers {
  readonly flags: Uint32Array;
  record: number;
  hits: readonly CueHit[];
}

export function createModifiers(size: number): Modifiers {
  return { flags: new Uint32Array(size), record: 0, hits: [] };
}

/** Words and turns of phrase that end the reach of a cue. */
export interface Terminators {
  /** Token starts a new thought (`but`, `however`). */
  readonly ends: (at: number) => boolean;
  /** Token is a new subject with a finite verb behind it. */
  readonly newSubject: (at: number) => boolean;
  /** Token may be part of a subject of several words: `a group of Year 9 boys`, `Dev and Luca`. */
  readonly inSubject: (at: number) => boolean;
  /** Token is an `and`. */
  readonly joins: (at: number) => boolean;
  /** Token leads to the reason for what stands before it (`because`, `after`). */
  readonly reasons: (at: number) => boolean;
  /** A person is told of at the token or right behind it: `a | boy`. */
  readonly person: (at: number) => boolean;
  /** Token is a `was`, `were` or the like. */
  readonly passive: (at: number) => boolean;
  /** Token is a verb in a finite form. */
  readonly finite: (at: number) => boolean;
}

function paint(mods: Modifiers, from: number, to: number, flag: number): void {
  for (let i = from; i < to; i++) mods.flags[i] = (mods.flags[i] ?? 0) | flag;
}

/** What is asked again and again while one cue is followed forwards. */
interface Forward {
  readonly tokens: TokenBuffer;
  readonly hit: CueHit;
  readonly stops: Terminators;
}

/** Whether the subject that starts at `at` starts a thought of its own, which the cue has nothing to do with. */
function startsAnew({ tokens, hit, stops }: Forward, at: number, comma: boolean, isLedOn: boolean): boolean {
  const isJoined = at === hit.to + 1 && isLedOn;
  if (comma && isSubjectWord(tokens, at)) return at > hit.to;
  if (at <= hit.to + (comma || isJoined ? 0 : 1) || !stops.newSubject(at)) return false;
  if (isSaidOfGroup(tokens, at) || isLedSubject(tokens, hit, at)) return false;
  // `Not once has Olly mocked her`: the verb before its subject is part of what is denied.
  return comma || !standsInverted(tokens, at - 1);
}

/** Most words from an `and` to the verb of a clause of its own. */
const OWN_CLAUSE = 5;

/** Whether an `and` at `at` leads to a deed of its own: `and kicked`, `and still kicked`; an `or` denies on. */
function addsDeed(tokens: TokenBuffer, at: number, { joins, finite, passive }: Terminators): boolean {
  if (!joins(at) || deniesOn(tokens, at)) return false;
  if (finite(at + 1) || (standsBeforeDeed(tokens, at + 1) && finite(at + 2))) return true;
  // `Refused to work and, in the end, was sent home`, `and a detention was given`: something else follows.
  if (((tokens.marks[at + 1] ?? 0) & MARK.commaBefore) !== 0) return true;
  for (let on = at + 2; on <= at + OWN_CLAUSE && tokens.sentence[on] === tokens.sentence[at]; on++)
    if (passive(on)) return true;
  return false;
}

/** Of what was kept from happening: how it was kept so is told behind a `by`, and did happen. */
const KEPT = 'undone';

/** `Stopped her from running off | by holding her`. */
function tellsHow(tokens: TokenBuffer, at: number): boolean {
  return (
    readToken(tokens, at).toLowerCase() === 'by' &&
    readToken(tokens, at + 1)
      .toLowerCase()
      .endsWith('ing')
  );
}

function reachForward(tokens: TokenBuffer, hit: CueHit, stops: Terminators): number {
  const sentence = tokens.sentence[hit.from];
  const limit = hit.size === 0 ? tokens.count : Math.min(tokens.count, hit.to + hit.size);
  const forward = { tokens, hit, stops };
  // `Promised that he would be good and punched Tom`: nor is it only what was promised.
  const isBare = hit.flag === 'threat' || hit.flag === 'undone' || takesBareVerb(tokens, hit.to);
  // `Keira said no and Eva grabbed her`, `took her through the rules after she swore`.
  // After `do not believe that Dev | and Luca` the `and` only joins who is spoken of.
  const isJoining = stops.joins(hit.to) && !stops.inSubject(hit.to - 1);
  const isLedOn = isJoining || (hit.flag === 'hypothetical' && stops.reasons(hit.to));
  const isOpening = opensSentence(tokens, hit);
  const isReminder = remindsOf(tokens, hit);
  // `Mr Pate, not Team Teach trained, | held his arm`.
  const isAside = hit.flag === 'negated' && ((tokens.marks[hit.from] ?? 0) & MARK.commaBefore) !== 0;
  let at = hit.to;
  // `If | Dev and Luca kicked her`: the subject that the cue leads to is no new one.
  let own = hit.to;
  while (own < limit && tokens.sentence[own] === sentence && stops.inSubject(own)) own++;
  while (at < limit && tokens.sentence[at] === sentence) {
    const comma = ((tokens.marks[at] ?? 0) & MARK.commaBefore) !== 0;
    // `He said he would not, but Mrs Day caught him`.
    const isEnd = (at > hit.to || comma) && stops.ends(at);
    if (((tokens.marks[at] ?? 0) & MARK.breakBefore) !== 0 || isEnd) break;
    if ((at >= own || comma || isLedOn) && startsAnew(forward, at, comma, isLedOn)) break;
    if (comma && isOpening && stops.person(at)) break;
    if (isReminder && at > hit.to && stops.reasons(at)) break;
    if (hit.flag === KEPT && at > hit.to && tellsHow(tokens, at)) break;
    if (isAside && comma && at > hit.to && stops.finite(at)) break;
    // `Would not share and elbowed Ben`: the second verb is not denied.
    if (isBare && at > hit.to && addsDeed(tokens, at, stops)) break;
    at++;
  }
  return at;
}

/** Modifiers of what somebody did that hold for what was said as well. */
const OF_SAYING: ReadonlySet<string> = new Set(['negated', 'hypothetical']);

/** Marks what a cue follows forwards; and behind it what was not said, where it denies a saying. */
function paintForward(tokens: TokenBuffer, mods: Modifiers, hit: CueHit, stops: Terminators): void {
  const end = reachForward(tokens, hit, stops);
  paint(mods, hit.reach === 'onward' ? hit.from : hit.to, end, FLAG[hit.flag]);
  if (!OF_SAYING.has(hit.flag) || end <= hit.to || !isSaidContent(tokens, hit, end)) return;
  let to = end;
  while (to < tokens.count && tokens.sentence[to] === tokens.sentence[hit.from]) {
    const isParted = ((tokens.marks[to] ?? 0) & (MARK.breakBefore | MARK.commaBefore)) !== 0;
    if (isParted || (to > end && readToken(tokens, to).toLowerCase() === 'but')) break;
    to++;
  }
  paint(mods, end, to, FLAG.unsaid);
}

/** Most words between a `but` and the cue that it leads to. */
const LED = 3;

function reachBackward(tokens: TokenBuffer, hit: CueHit, stops: Terminators): number {
  const sentence = tokens.sentence[hit.from];
  const limit = hit.size === 0 ? 0 : Math.max(0, hit.from - hit.size);
  let at = hit.from;
  if (hit.reach === 'across') {
    for (let back = 1; back <= LED && tokens.sentence[hit.from - back] === sentence; back++)
      if (stops.ends(hit.from - back)) at = hit.from - back;
  }
  while (at > limit && tokens.sentence[at - 1] === sentence) {
    // A dash or bracket right before the cue joins it to what it speaks of: `Rang dad - no reply`.
    const parted = at !== hit.from && ((tokens.marks[at] ?? 0) & MARK.breakBefore) !== 0;
    if (parted || stops.ends(at - 1)) break;
    at--;
  }
  return at;
}

function paintSentence(tokens: TokenBuffer, mods: Modifiers, hit: CueHit, flag: number): void {
  const sentence = tokens.sentence[hit.from];
  let from = hit.from;
  while (from > 0 && tokens.sentence[from - 1] === sentence) from--;
  let to = hit.to;
  while (to < tokens.count && tokens.sentence[to] === sentence) to++;
  paint(mods, from, to, flag);
}

/** First token of the sentence before the one that starts at `at`, or `at` where there is none in its field. */
function sentenceBefore(tokens: TokenBuffer, at: number): number {
  if (at === 0 || tokens.field[at - 1] !== tokens.field[at]) return at;
  let from = at - 1;
  while (from > 0 && tokens.sentence[from - 1] === tokens.sentence[at - 1]) from--;
  return from;
}

/** Whether a question mark stands between a token and the one before it. */
function followsQuestion(tokens: TokenBuffer, at: number): boolean {
  if (at === 0 || tokens.field[at - 1] !== tokens.field[at]) return false;
  const text = tokens.texts[tokens.field[at] ?? 0] ?? '';
  return text.slice(tokens.end[at - 1] ?? 0, tokens.start[at] ?? 0).includes('?');
}

/** A cue this far into its sentence speaks of that sentence alone. */
const NEAR_START = 7;

/** `There was none`, `It never came`: what was told before did not happen. */
function paintBefore(tokens: TokenBuffer, mods: Modifiers, hit: CueHit, flag: number): void {
  let start = hit.from;
  while (start > 0 && tokens.sentence[start - 1] === tokens.sentence[hit.from]) start--;
  const from = hit.from - start < NEAR_START ? sentenceBefore(tokens, start) : start;
  paint(mods, from, hit.from, flag);
}

function paintField(tokens: TokenBuffer, mods: Modifiers, hit: CueHit, flag: number): void {
  const field = tokens.field[hit.from];
  for (let i = 0; i < tokens.count; i++) if (tokens.field[i] === field) paint(mods, i, i + 1, flag);
}

/** Marks what each cue works on: forwards to the end of its clause, backwards, its sentence, field or record. */
export function applyCues(
  tokens: TokenBuffer,
  mods: Modifiers,
  hits: readonly CueHit[],
  stops: Terminators,
): void {
  mods.flags.fill(0, 0, tokens.count + 1);
  mods.record = 0;
  mods.hits = hits;
  // The sentence that each modifier was last painted over: a second cue in it changes nothing.
  const painted: number[] = [];
  for (const hit of hits) {
    const flag = FLAG[hit.flag];
    if (hit.reach === 'forward' || hit.reach === 'onward') paintForward(tokens, mods, hit, stops);
    else if (hit.reach === 'backward' || hit.reach === 'across')
      paint(mods, reachBackward(tokens, hit, stops), hit.from, flag);
    else if (hit.reach === 'within') paint(mods, hit.from, hit.to, flag);
    else if (hit.reach === 'sentence') {
      const sentence = tokens.sentence[hit.from] ?? 0;
      const bit = Math.clz32(flag);
      const isWithin = tokens.sentence[hit.to - 1] === sentence;
      if (painted[bit] !== sentence || !isWithin) paintSentence(tokens, mods, hit, flag);
      painted[bit] = sentence;
    } else if (hit.reach === 'before') paintBefore(tokens, mods, hit, flag);
    else if (hit.reach === 'answer') {
      if (followsQuestion(tokens, hit.from)) paint(mods, sentenceBefore(tokens, hit.from), hit.from, flag);
    } else if (hit.reach === 'field') paintField(tokens, mods, hit, flag);
    else mods.record |= flag;
  }
}
