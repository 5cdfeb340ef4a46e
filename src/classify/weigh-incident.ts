import type { CueHit } from './apply-cues.ts';

/** Points from which a record is taken to tell of no incident, and from which it is doubtful that it tells of one. */
const ENOUGH = 4;
const DOUBTFUL = 3;

/** Points for a note in which nothing is written of what was done. */
const ONLY_NOTED = 1;

/** What a record says against there having been an incident at all. */
export interface NoIncident {
  /** The cue that says so most plainly. */
  readonly cue: CueHit;
  /** It weighs enough to believe it; else it makes doubtful what rests on one word or on the category alone. */
  readonly isSure: boolean;
}

/**
 * Weighs what a record says against there having been an incident; null where that is too little to doubt it.
 * Each cue counts once, however often it is said, so that no single idea decides by being repeated.
 */
export function findNoIncident(cues: readonly CueHit[], isOnlyNoted: boolean): NoIncident | null {
  let points = isOnlyNoted ? ONLY_NOTED : 0;
  let plainest: CueHit | null = null;
  for (let at = 0; at < cues.length; at++) {
    const cue = cues[at];
    if (cue === undefined || cue.weight === 0 || isRepeated(cues, at)) continue;
    points += cue.weight;
    if (cue.weight > (plainest?.weight ?? 0)) plainest = cue;
  }
  return plainest === null || points < DOUBTFUL ? null : { cue: plainest, isSure: points >= ENOUGH };
}

function isRepeated(cues: readonly CueHit[], at: number): boolean {
  for (let before = 0; before < at; before++) if (cues[before]?.id === cues[at]?.id) return true;
  return false;
}
