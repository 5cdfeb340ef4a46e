import { ROLE } from './assign-roles.ts';
import type { Hit } from './create-hit-finder.ts';
import { type EventView, is, isQuoted } from './event-view.ts';
import { resolvePerson } from './resolve-person.ts';

/** The nearest person before a phrase, in its sentence; -1 for nobody. */
function personBefore({ tokens, people }: EventView, from: number): number {
  for (let at = from - 1; at >= 0 && tokens.sentence[at] === tokens.sentence[from]; at--) {
    const role = people.role[at] ?? 0;
    if (role !== ROLE.none && role !== ROLE.object && (people.length[at] ?? 0) > 0) return at;
  }
  return -1;
}

function isStaff({ people }: EventView, at: number): boolean {
  return people.role[at] === ROLE.staff || people.role[at] === ROLE.author;
}

/** `Cameron put a trainee teacher | in a headlock`: whom the phrase is about stands before it. */
function isDoneToStaff(view: EventView, staff: number, from: number): boolean {
  const { people, words } = view;
  const after = staff + (people.length[staff] ?? 1);
  if (is(view, after, words.suffers)) return true;
  if (!is(view, after, words.preposition)) return false;
  for (let at = after + 1; at < from; at++) if (!is(view, at, words.small)) return false;
  const agent = personBefore(view, staff);
  if (agent < 0 || isStaff(view, agent) || people.role[agent] === ROLE.adult) return false;
  for (let at = agent + 1; at < staff; at++)
    if (is(view, at, words.and | words.preposition | words.tell)) return false;
  return true;
}

/** How far behind a phrase that says who did it stands whom it hit: `a headbutt from Kenzie | split the teacher's lip`. */
const AFTER_AGENT = 6;

/** `bit my arm`, `punched her` after `Mrs Shaw asked`: a phrase of blows whose only person is staff. */
export function hurtsStaff(view: EventView, hit: Hit): boolean {
  const { tokens, people, words } = view;
  let staff = false;
  const before = personBefore(view, hit.from);
  if (before >= 0 && isStaff(view, before) && isDoneToStaff(view, before, hit.from)) return true;
  // Who acts is not the one who is hurt: `Molly spat in her face`.
  const agent = before >= 0 && people.role[before] === ROLE.pupil ? before : -1;
  let end = hit.to + 2;
  for (let at = hit.from; at < end && tokens.sentence[at] === tokens.sentence[hit.from]; at++) {
    const role = people.role[at] ?? 0;
    if (is(view, at, words.mine) && !isQuoted(view, at)) staff = true;
    const his = role !== ROLE.pupil && is(view, at, words.possessive);
    if (his && resolvePerson(view, at, agent, ROLE.object).role === 'staff') staff = true;
    if (role === ROLE.none || (people.length[at] ?? 0) === 0) continue;
    if (role === ROLE.pupil && at > hit.from && is(view, at - 1, words.by)) end = hit.to + AFTER_AGENT;
    else if (role === ROLE.pupil) return staff && is(view, at - 1, words.clause);
    else if (role === ROLE.staff || role === ROLE.author) staff = true;
    else if (role === ROLE.object && resolvePerson(view, at, agent).role === 'staff') staff = true;
  }
  return staff;
}
