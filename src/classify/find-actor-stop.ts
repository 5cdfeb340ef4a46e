import { ROLE } from './assign-roles.ts';
import { type EventView, is } from './event-view.ts';
import { isInformed, isSeeing } from './seen-doing.ts';

/** Who acts in the clause before a phrase, as far as that stops a label for pupils. */
export function findActorStop(view: EventView, from: number): 'adult_actor' | 'staff_actor' | null {
  const { tokens, people, words } = view;
  // `We | saw Jake smoke`: whoever looks on does nothing.
  if (isSeeing(tokens, from) && (people.role[from + 1] ?? ROLE.none) !== ROLE.none) return null;
  const sentence = tokens.sentence[from];
  for (let at = from - 1; at >= 0 && tokens.sentence[at] === sentence && from - at < 25; at--) {
    // `I'll get my dad to ...` is the pupil's own threat.
    if (is(view, at - 1, words.mine)) continue;
    if (is(view, at, words.passive) && !is(view, at, words.finite) && is(view, at + 1, words.participle))
      return null;
    const role = people.role[at] ?? 0;
    if (role === ROLE.none || (people.length[at] ?? 0) === 0) continue;
    if (role !== ROLE.staff && role !== ROLE.adult && role !== ROLE.author) return null;
    const after = at + (people.length[at] ?? 1);
    if (is(view, after, words.apostropheS)) continue;
    // `Mum spoken to re biting`: who was told of it.
    if (isInformed(tokens, after)) continue;
    // `said that her dad is a ...`: spoken of, not acting.
    if (role === ROLE.adult && is(view, after, words.passive) && is(view, after + 1, words.article)) continue;
    if (
      is(view, at - 1, words.preposition) ||
      (is(view, at - 1, words.small) && is(view, at - 2, words.preposition))
    )
      continue;
    // `She said her dad | had thrown her`: right before the deed it is the adult who acts.
    if (role === ROLE.adult && after === from && is(view, from, words.finite | words.auxiliary))
      return 'adult_actor';
    // `Said her dad had thrown her`: the one who acts, not one who is spoken to.
    const acts = is(view, after, words.auxiliary);
    if (
      !acts &&
      (is(view, at - 1, words.finite) || (is(view, at - 1, words.small) && is(view, at - 2, words.finite)))
    )
      continue;
    if (after === from || is(view, after, words.tell))
      return role === ROLE.adult ? 'adult_actor' : after === from ? 'staff_actor' : null;
    return role === ROLE.adult ? 'adult_actor' : null;
  }
  return null;
}
