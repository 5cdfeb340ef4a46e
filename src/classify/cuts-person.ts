import { type People, ROLE } from './assign-roles.ts';
import type { Hit } from './create-hit-finder.ts';
import type { TokenBuffer } from './token-buffer.ts';

/** Whether a token stands within a person of several words, behind the first: `Lamb` in `Miss Lamb`. */
function isInside({ role, length }: People, at: number): boolean {
  return role[at] !== ROLE.none && length[at] === 0;
}

/** Whether a phrase starts or ends in the middle of a person: `Miss | Lamb was hit`, `beat a Year | 7 girl`. */
export function cutsPerson({ count }: TokenBuffer, people: People, { from, to }: Hit): boolean {
  return isInside(people, from) || (to < count && isInside(people, to));
}
