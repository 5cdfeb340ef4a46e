import type { Modifiers } from './apply-cues.ts';
import { FLAG } from './cue.ts';
import type { CueHit } from './cue-hit.ts';
import wordData from './data/cue-words.yaml';
import type { EventView } from './event-view.ts';
import type { TokenBuffer } from './token-buffer.ts';
import { createWordSet, isOneOf } from './word-set.ts';

const TELLING = createWordSet((wordData as { readonly telling: readonly string[] }).telling);

/** Whether a cue is what somebody was told: `told everyone that he`. */
export function isTold(tokens: TokenBuffer, { from }: CueHit): boolean {
  return isOneOf(tokens, from, TELLING);
}

/** Modifiers that work on a phrase with which their cue ends: `had they | fought`. */
const HELD = FLAG.hypothetical;

/** Modifiers that work on a phrase from within it. */
export const WITHIN = FLAG.negated | FLAG.hypothetical;

/** What takes a phrase back wherever within it it works: `said that | Owen threatened her`, behind `lied when he`. */
const THROUGHOUT = FLAG.not_upheld;

/** What takes back a phrase by any of its tokens. */
export function findThroughout(mods: Modifiers, from: number, to: number): number {
  let flags = 0;
  for (let at = from; at < to; at++) flags |= (mods.flags[at] ?? 0) & THROUGHOUT;
  return flags;
}

/**
 * What cues whose own words run into a phrase say of it: `had he carried | carried a blade`, and of the past also where
 * they hold all of it: `since the fight in | Year 4`.
 */
export function findOverlap({ tokens }: EventView, mods: Modifiers, from: number, to: number): number {
  let flags = 0;
  for (const cue of mods.hits) {
    if (cue.reach !== 'forward' || cue.from > from || cue.to <= from) continue;
    // `Told everyone that he`: told by whoever is in trouble for it as often as by staff.
    if (tokens.sentence[cue.from] !== tokens.sentence[from] || isTold(tokens, cue)) continue;
    flags |= FLAG[cue.flag] & ((cue.to < to ? WITHIN : cue.to === to ? HELD : 0) | FLAG.historical);
  }
  return flags;
}
