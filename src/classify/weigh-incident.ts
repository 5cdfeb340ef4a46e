import type { CueHit } from './cue-hit.ts';

/** Points for a note in which nothing is written of what was done. */
const ONLY_NOTED = 1;

/** What a record says against there having been an incident at all. */
export interface IncidentWeight {
  /** Below zero: much speaks for an incident. */
  readonly points: number;
  /** The cue that says most plainly that there was none. */
  readonly plainest: CueHit | null;
}

/** A cue that says outright that there was no incident; `not been told` or `briefing` in an action is about what was done. */
const OUTRIGHT = 4;

/**
 * Weighs what a record says against there having been an incident. Each cue counts once, however often it is said, so
 * that no single idea decides by being repeated; in the action only what says so outright.
 */
export function weighIncident(
  cues: readonly CueHit[],
  isOnlyNoted: boolean,
  isInAction: (cue: CueHit) => boolean,
): IncidentWeight {
  let points = isOnlyNoted ? ONLY_NOTED : 0;
  let plainest: CueHit | null = null;
  for (let at = 0; at < cues.length; at++) {
    const cue = cues[at];
    if (cue === undefined || cue.weight === 0 || isRepeated(cues, at)) continue;
    if (cue.weight > 0 && cue.weight < OUTRIGHT && isInAction(cue)) continue;
    points += cue.weight;
    if (cue.weight > (plainest?.weight ?? 0)) plainest = cue;
  }
  return { points, plainest };
}

function isRepeated(cues: readonly CueHit[], at: number): boolean {
  for (let before = 0; before < at; before++) if (cues[before]?.id === cues[at]?.id) return true;
  return false;
}
