import type { PupilRole } from '../incident/incident.ts';
import { readRole } from './read-role.ts';

/** Words before a colon, or before a dash between blanks, with a name behind. */
const LABEL = /^\s*(\p{L}[\p{L} ]{2,24}?(?:\(s\))?)(?:\s*:|\s+[-\u2013\u2014])\s*(?=\p{L})/u;

/** Takes off what says of somebody's part before the name: `Victim: Ann Lee`. Other words before a colon stay. */
export function splitPartLabel(text: string): { readonly role: PupilRole; readonly name: string } {
  const found = /[:\u2013\u2014-]/.test(text) ? LABEL.exec(text) : null;
  const role = found === null ? 'unknown' : readRole(found[1] ?? '');
  return { role, name: role === 'unknown' ? text : text.slice(found?.[0].length ?? 0) };
}
