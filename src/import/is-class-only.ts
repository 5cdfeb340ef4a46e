import { stripNameTail } from './strip-name-tail.ts';

/** One class or year. `Y N` and `YR` may be initials, so a letter for the year needs the whole word before it. */
const ONE =
  "(?:(?:national curriculum |nc |curriculum )?(?:year|yr)(?: group)?(?:\\s*\\d{1,2}|\\s+[rn])|y\\s?\\d{1,2}|\\d{1,2}[a-z]{1,3}\\d?|reception|nursery|eyfs|pre-?school|(?:class|form|tutor group) \\w{1,6}|[\\p{L}' ]{2,20} class)";
const ONLY = new RegExp(
  `^(?:the )?${ONE}(?:(?:\\s*[,;/&()-]\\s*|\\s+(?:and )?)${ONE})*(?:/\\w{1,4})?\\)?$`,
  'iu',
);
/** No such cell is longer. */
const LONGEST = 40;

/** Whether a cell that should name a pupil holds a class or year and nobody: `7A`, `Year 7`, `Reception`, `Year 7 (7A)`, `Oak Class`. */
export function isClassOnly(cell: string): boolean {
  const text = cell.trim();
  // `Ann Lee a boy in her class` names a pupil.
  return text !== '' && text.length <= LONGEST && ONLY.test(stripNameTail(text));
}
