import { type EventView, inSentence, isParted } from './event-view.ts';
import type { RecordEvent } from './extract-events.ts';
import { spanOf } from './scan.ts';

/** How many words behind the one to whom it is done the word may stand: `swept Kit's legs | from under him`. */
const REACH = 4;

/** Whether a word or phrase of a class tells how a deed ends: `knocked Sam | to the ground`, `was knocked | over`. */
export function endsIn(view: EventView, event: RecordEvent, name: string): boolean {
  const { compiled, people, scan, tokens } = view;
  const symbol = compiled.grammar.symbols.get(`c:${name}`) ?? -1;
  const sentence = tokens.sentence[event.from] ?? 0;
  const isAhead = event.patientAt >= event.to;
  // `Kit's nose | was broken`.
  for (let at = event.patientAt + 1; !isAhead && event.patientAt >= 0 && at < event.from; at++)
    if (at <= event.patientAt + REACH && spanOf(scan, compiled.grammar, tokens, at, symbol) > 0) return true;
  const start = isAhead ? event.patientAt + Math.max(people.length[event.patientAt] ?? 1, 1) : event.to;
  for (let at = start; at < start + REACH && inSentence(view, at, sentence); at++) {
    if (isParted(view, at)) return false;
    if (spanOf(scan, compiled.grammar, tokens, at, symbol) > 0) return true;
  }
  return false;
}
