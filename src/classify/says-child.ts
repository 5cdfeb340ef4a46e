import { ROLE } from './assign-roles.ts';
import type { Hit } from './create-hit-finder.ts';
import { type EventView, isQuoted } from './event-view.ts';

/** `"He pulled my hair"`, a child says: whoever is hurt there is no staff, unless it is staff who are quoted. */
export function saysChild(view: EventView, hit: Hit): boolean {
  const { tokens, people } = view;
  for (let at = hit.from; at < hit.to; at++) {
    const role = people.role[at] ?? 0;
    if (!isQuoted(view, at) || role === ROLE.staff || role === ROLE.author) return false;
  }
  for (let at = hit.from - 1; at >= 0 && tokens.sentence[at] === tokens.sentence[hit.from]; at--) {
    const role = people.role[at] ?? 0;
    if (!isQuoted(view, at) && (role === ROLE.staff || role === ROLE.author || role === ROLE.adult))
      return false;
  }
  return true;
}
