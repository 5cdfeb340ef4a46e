import { ROLE } from './assign-roles.ts';
import { type EventPerson, type EventView, isQuoted } from './event-view.ts';
import { mayStandFor } from './may-stand-for.ts';
import type { EventRole } from './rule-data.ts';
import { isSeenDoing } from './seen-doing.ts';
import { afterPreposition, besideOnly, toldTo, wentTo } from './stands-behind.ts';

/** The part that a person of a record can play in an event. */
export function plainRole(role: number): EventRole {
  if (role === ROLE.staff || role === ROLE.author) return 'staff';
  if (role === ROLE.adult) return 'adult';
  return role === ROLE.none ? 'none' : 'pupil';
}

/** `The TA watched him slap her`: whoever looks on is not the one who is hurt. */
function seesIt({ tokens, people }: EventView, at: number): boolean {
  const next = at + (people.length[at] ?? 1);
  return next < tokens.count && isSeenDoing(tokens, next);
}

/**
 * He, she, him at a token: the person before who fits. Staff who are being told something, or stand behind `to` or `with`
 * (`she came to the TA and said he hit her`), give way to a pupil. Nobody from `notFrom` to `not`.
 */
export function resolvePerson(
  view: EventView,
  at: number,
  not: number,
  as?: number,
  notFrom = not,
): EventPerson {
  const role = as ?? view.people.role[at] ?? 0;
  if (role !== ROLE.subject && role !== ROLE.object) return { role: plainRole(role), at };
  const field = view.tokens.field[at];
  let adult = -1;
  let told = -1;
  for (let back = at - 1; back >= 0 && at - back < 40 && view.tokens.field[back] === field; back--) {
    const other = view.people.role[back] ?? 0;
    if (other === ROLE.none || (view.people.length[back] ?? 0) === 0 || (back >= notFrom && back <= not))
      continue;
    // `I asked what had gone on: "I kicked him"`: the writer is not the one whom the child speaks of.
    if (other === ROLE.author && isQuoted(view, at) && !isQuoted(view, back)) continue;
    if (other === ROLE.staff && role === ROLE.object && seesIt(view, back)) continue;
    // `Dad told him to. He went in and hit Liam`: he is the one who was told.
    if (
      other === ROLE.object &&
      role === ROLE.subject &&
      adult < 0 &&
      view.tokens.sentence[back] !== view.tokens.sentence[at]
    )
      return { role: 'pupil', at: back };
    if (other === ROLE.pupil) return { role: 'pupil', at: back };
    if (other === ROLE.adult && role === ROLE.subject && adult < 0 && !afterPreposition(view, back))
      adult = mayStandFor(view.tokens, at, back) ? back : -1;
    if ((other === ROLE.staff || other === ROLE.author) && role === ROLE.object && !toldTo(view, back)) {
      if (!wentTo(view, back) && !besideOnly(view, back)) return { role: 'staff', at: back };
      if (told < 0) told = back;
    }
  }
  if (told >= 0) return { role: 'staff', at: told };
  return adult >= 0 ? { role: 'adult', at: adult } : { role: 'pupil', at };
}
