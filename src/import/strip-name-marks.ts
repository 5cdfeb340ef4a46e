import { isStandIn } from './is-stand-in.ts';
import data from './name-marks.yaml';

const MARK = `(?:${(data as { readonly marks: readonly string[] }).marks.map((mark) => mark.replaceAll('+', '\\+')).join('|')})`;
const MARKS = `${MARK}(?:\\s*[-/,;&+ ]\\s*${MARK})*`;
const IN_BRACKETS = new RegExp(`\\s*[([{]\\s*${MARKS}\\s*[)\\]}]`, 'gi');
const BEHIND_DASH = new RegExp(`\\s+-\\s+(?:${MARKS}|class \\w+|[\\p{L}']+ class)$`, 'iu');
const SIGNS = /^[*†‡^~]+\s*|\s*[*†‡^~]+(?=$|,)/g;
/** How often, as in `Ann Lee x2`. */
const TIMES = /(?<=\p{L}{2}\s*)(?:\(\s*[x\u00d7]\s?\d{1,2}\s*\)|(?<=\s)[x\u00d7]\s?\d{1,2})$/iu;
const YEAR = '(?:year|yr|y)\\s?\\d{1,2}|\\d{1,2}(?!st|nd|rd|th)[a-z]{1,3}\\d?';
const CLASS_BEHIND = new RegExp(`(?:\\s*[,/]\\s*|\\s+-\\s+|\\s+)(?:${YEAR})$`, 'i');
const CLASS_BEFORE = new RegExp(`^(?:${YEAR})\\s*[-:,]?\\s+(?=\\p{L})`, 'iu');

/** A class without brackets goes only from a whole name: `Ann 7A` and `Ann 7B` may be two pupils. */
function withoutClass(text: string): string {
  const bare = text.replace(CLASS_BEFORE, '').replace(CLASS_BEHIND, '').replace(CLASS_BEHIND, '');
  return /\p{L}[\s,]+\p{L}/u.test(bare) && !isStandIn(bare) ? bare : text;
}

/**
 * Takes from a tidied name what schools write beside it: marks of support (`(SEN/PP)`, ` - EHCP`), stars, and a class or
 * year without brackets (`Ann Lee 7A`, `7A Ann Lee`). Numbers alone stay, since they may tell two pupils apart.
 */
export function stripNameMarks(text: string): string {
  const plain = text.replace(IN_BRACKETS, ' ').replace(BEHIND_DASH, '').replace(SIGNS, '').trim();
  if (!/\d/.test(plain)) return plain;
  // `Pupil X2` is one of several.
  return withoutClass(isStandIn(plain) ? plain : plain.replace(TIMES, ''));
}
