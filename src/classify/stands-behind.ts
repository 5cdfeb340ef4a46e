import partData from './data/part-words.yaml';
import { type EventView, is, isParted } from './event-view.ts';
import { createWordSet, isOneOf } from './word-set.ts';

const OF = createWordSet(['of']);

/** Words before an `of` that takes some out of many: `one of the girls`. */
const PARTS = createWordSet((partData as { readonly part_of: readonly string[] }).part_of);

/** Whether the `of` at a token only says out of whom: whoever follows is the one who acts or is hurt. */
export function isOfPart({ tokens }: EventView, at: number): boolean {
  if (at < 1 || !isOneOf(tokens, at, OF)) return false;
  return tokens.sentence[at - 1] === tokens.sentence[at] && isOneOf(tokens, at - 1, PARTS);
}

/** The steps back from a token over small words to one of the class; 0 when another word stands between. */
function stepsTo(view: EventView, at: number, bit: number): number {
  for (let back = 1, most = 3; back <= most; back++) {
    // `hit with one | of the rulers`: what is taken out of many stands two words further on.
    if (isOfPart(view, at - back)) {
      most = Math.min(back + 3, 6);
      back++;
      continue;
    }
    if (is(view, at - back, bit)) return back;
    if (!is(view, at - back, view.words.small)) return 0;
  }
  return 0;
}

/** Whether a person stands behind a preposition, `near Molly`, so that what comes next is not done by that one. */
export function afterPreposition(view: EventView, at: number): boolean {
  // `When the nurse came near, Molly spat at her`: a comma parts them.
  if (isParted(view, at)) return false;
  for (let back = 1, most = 3; back <= most; back++) {
    // `one of the boys`: what counts is what stands before the `one`.
    if (isOfPart(view, at - back)) {
      most = Math.min(back + 3, 6);
      back++;
      continue;
    }
    // `When the nurse came near, Molly spat`: what stands before the comma belongs to the clause before.
    if (isParted(view, at - back + 1)) return false;
    // `fell over and Vlad kicked her`: what stands before the `and` belongs to the verb.
    if (is(view, at - back, view.words.preposition))
      return back === 1 || !is(view, at - back + 1, view.words.and);
    if (!is(view, at - back, view.words.small)) return false;
  }
  return false;
}

/** `After Jordan | hit him`: the word before the person leads a clause of which that one may be the subject. */
export function leadsClause(view: EventView, at: number): boolean {
  const steps = stepsTo(view, at, view.words.preposition);
  return steps > 0 && is(view, at - steps, view.words.clause);
}

/** `with`, `from` or `about` somebody: there, but not the one who was hit. What stands before `from` is the verb's own. */
export function besideOnly(view: EventView, at: number, from = 0): boolean {
  const steps = stepsTo(view, at, view.words.preposition);
  return steps > 0 && at - steps >= from && !is(view, at - steps, view.words.at);
}

/** `came to the TA`. */
export function wentTo(view: EventView, at: number): boolean {
  return stepsTo(view, at, view.words.to) > 0;
}

/** `told the TA`. */
export function toldTo(view: EventView, at: number): boolean {
  return stepsTo(view, at, view.words.tell) > 0;
}

/** Whether a person stands right behind a finite verb, or one of telling. */
export function afterVerb(view: EventView, at: number): boolean {
  const back = is(view, at - 1, view.words.small) ? 2 : 1;
  return is(view, at - back, view.words.finite) || is(view, at - back, view.words.tell);
}
