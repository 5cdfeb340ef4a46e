import { ROLE } from './assign-roles.ts';
import { type EventView, is } from './event-view.ts';
import { resolvePerson } from './resolve-person.ts';
import { NARRATIVE_FIELD } from './token-buffer.ts';

/** At whom words or gestures were aimed. */
export interface Target {
  readonly child: boolean;
  readonly staff: boolean;
}

function looksAimedAt(view: EventView, at: number): boolean {
  const { words, people } = view;
  const after = at + (people.length[at] ?? 1);
  if (people.role[at] === ROLE.object || is(view, after, words.apostropheS)) return true;
  let back = at - 1;
  for (
    let skipped = 0;
    skipped < 3 && is(view, back, words.small) && !is(view, back, words.preposition);
    skipped++
  )
    back--;
  const staff = people.role[at] === ROLE.staff || people.role[at] === ROLE.author;
  if (staff) {
    if (is(view, back, words.aim)) return true;
  } else if (is(view, back, words.preposition | words.tell | words.finite | words.aim)) return true;
  return (
    is(view, after, words.passive) &&
    (is(view, after + 1, words.participle) || is(view, after + 2, words.participle))
  );
}

function scanRange(view: EventView, from: number, to: number): Target {
  let child = false;
  let staff = false;
  for (let at = from; at < to; at++) {
    const role = view.people.role[at] ?? 0;
    if (role === ROLE.none || (view.people.length[at] ?? 0) === 0 || !looksAimedAt(view, at)) continue;
    // `Miss Carr ... lobbed it at her`: a pronoun is whoever it stands for.
    const person = role === ROLE.object ? resolvePerson(view, at, -1).role : null;
    if (role === ROLE.staff || role === ROLE.author || person === 'staff') staff = true;
    else if (role !== ROLE.adult) child = true;
  }
  return { child, staff };
}

function countPupils(view: EventView, from: number, to: number): number {
  const seen = new Set<string>();
  const { tokens, people } = view;
  for (let at = from; at < to; at++) {
    if (tokens.field[at] !== NARRATIVE_FIELD || people.role[at] !== ROLE.pupil || people.length[at] === 0)
      continue;
    const text = tokens.texts[NARRATIVE_FIELD] ?? '';
    seen.add(text.slice(tokens.start[at], tokens.end[at]).toLowerCase());
  }
  return seen.size;
}

/**
 * Looks for whoever the words between two tokens were aimed at: first in their own sentence, then in the
 * narrative, unless only what is `near` counts (writing on a wall). Two different pupils in a narrative are taken as one acting on the other.
 */
export function findTarget(view: EventView, at: number, near: boolean): Target {
  const { tokens } = view;
  const sentence = tokens.sentence[at];
  let from = at;
  while (from > 0 && tokens.sentence[from - 1] === sentence) from--;
  let to = at;
  while (to < tokens.count && tokens.sentence[to] === sentence) to++;
  const here = scanRange(view, from, to);
  if (here.child || here.staff) {
    return here.child && here.staff ? { child: countPupils(view, 0, tokens.count) > 0, staff: true } : here;
  }
  if (countPupils(view, from, to) >= 2) return { child: true, staff: false };
  if (near) return here;
  let start = 0;
  while (start < tokens.count && tokens.field[start] !== NARRATIVE_FIELD) start++;
  let end = start;
  while (end < tokens.count && tokens.field[end] === NARRATIVE_FIELD) end++;
  const wide = scanRange(view, start, end);
  if (wide.child) return { child: true, staff: false };
  if (wide.staff) return wide;
  return { child: countPupils(view, start, end) >= 2, staff: false };
}
