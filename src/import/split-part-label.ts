import type { PupilRole } from '../incident/incident.ts';
import { readRole } from './read-role.ts';

/** Words before a colon, or before a dash between blanks, with a name behind. */
const LABEL = /^\s*(\p{L}[\p{L} ]{2,24}?(?:\(s\))?)(?:\s*:|\s+[-\u2013\u2014])\s*(?=\p{L})/u;

/** Longer text is no name with a part behind it, and slow to match. */
const LONGEST = 120;
/** The same behind it. */
const TAIL = /(?<=\S)(?:\s+[-\u2013\u2014]|:)\s+(\p{L}[\p{L} ]{2,24})\s*$/u;

/**
 * Takes off what says of somebody's part before or behind the name: `Victim: Ann Lee`, `Ann Lee - victim`. Other words
 * before a colon or behind a dash stay.
 */
export function splitPartLabel(text: string): { readonly role: PupilRole; readonly name: string } {
  if (!/[:\u2013\u2014-]/.test(text)) return { role: 'unknown', name: text };
  const found = LABEL.exec(text);
  const role = readRole(found?.[1] ?? '');
  if (role !== 'unknown') return { role, name: text.slice(found?.[0].length ?? 0) };
  const tail = text.length > LONGEST ? null : TAIL.exec(text);
  const said = tail === null ? 'unknown' : readRole(tail[1] ?? '');
  return { role: said, name: said === 'unknown' ? text : text.slice(0, tail?.index) };
}
