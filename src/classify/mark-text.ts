import type { Incident } from '../incident/incident.ts';

/**
 * A `t` and eight hex digits of a record's words, so that a decision can be seen to be about words that have changed
 * since. FNV-1a over category, narrative and action; it names a text and keeps nothing secret. The letter keeps a
 * spreadsheet from reading marks such as 12345678 and 1e234567 as numbers.
 */
export function markText({ categoryText, narrative, action }: Incident): string {
  let hash = 0x811c9dc5;
  const text = `${categoryText}\u0000${narrative}\u0000${action}`;
  for (let i = 0; i < text.length; i++) hash = Math.imul(hash ^ text.charCodeAt(i), 0x01000193) >>> 0;
  return `t${hash.toString(16).padStart(8, '0')}`;
}
