import { isStandIn } from './is-stand-in.ts';

const LABEL =
  '(?:(?:(?:pupil|student|mis)\\s?)?id|no|adno|adm(?:ission)?(?:\\s?(?:no|number))?|(?:pupil|student)\\s?(?:no|number)|ref)\\b[.:]*\\s*';
const NUMBER = `(?:${LABEL})?#?\\s?(\\d{3,10})`;
const IN_BRACKETS = new RegExp(`\\s*[([]\\s*${NUMBER}\\s*[)\\]]`, 'iu');
const BEFORE = new RegExp(`^${NUMBER}\\s*[-:,]?\\s+(?=\\p{L}{2})`, 'iu');
const BEHIND = new RegExp(`(?<=\\p{L}[.']?)(?:\\s+|\\s*[-,]\\s*|(?=#))[-,]?\\s*${NUMBER}$`, 'iu');
/** A name of at least two words: `Pupil 1234` is called so. */
const WHOLE = /\p{L}[\s,]+\p{L}/u;

/**
 * Takes from a tidied name the admission number that some exports write before or behind it: `004512 - Ann Lee`,
 * `Lee, Ann (004512)`, `Ann Lee #004512`. Numbers of one or two figures may be part of how a name is told, and stay.
 */
export function takeNameNumber(text: string): { readonly rest: string; readonly number: string | null } {
  const none = { rest: text, number: null };
  if (!/\d{3}/.test(text) || isStandIn(text)) return none;
  for (const pattern of [IN_BRACKETS, BEFORE, BEHIND]) {
    const found = pattern.exec(text);
    if (found === null) continue;
    const rest = text
      .replace(pattern, ' ')
      .replaceAll(/\s+/g, ' ')
      .replace(/\s+,/, ',')
      .replace(/^[\s,-]+|[\s,-]+$/g, '');
    return WHOLE.test(rest) && !/\d/.test(rest) ? { rest, number: found[1] ?? null } : none;
  }
  return none;
}
