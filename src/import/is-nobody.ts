import words from './nobody-words.yaml';

const { repeats, amounts, people, wholes } = words as Readonly<
  Record<'repeats' | 'amounts' | 'people' | 'wholes', readonly string[]>
>;

function either(list: readonly string[]): string {
  return list.map((word) => word.replaceAll(/[()."]/g, '\\$&')).join('|');
}

const NOTHING =
  'n/?a|#n/a|tb[ac]|null|nil|unknown|yes|0+|not? ?applicable|not (?:known|recorded|stated|given|specified)|no[ -]?one|nobody|no(?:ne)?(?: others?)?(?: (?:pupil|student|learner|child)(?:s|ren)?)?(?: (?:recorded|known|involved|linked|stated|given|named|identified))?|see (?:above|below|details|notes|narrative|description)';
/** A year or class between the amount and the people: `Several Year 9 boys`. */
const GROUP =
  '(?:(?:of )?(?:the )?(?:(?:year|yr|y|class|form) ?\\w{1,4}|\\d{1,2}[a-z]{1,2}|reception|nursery|other|different) )';
const CROWD = [
  either(repeats),
  `(?:${either(amounts)})(?: (?:of )?(?:the )?${GROUP}?(?:${either(people)}))?`,
  `(?:the )?${GROUP}?(?:pupils|students|children|learners|boys|girls)`,
  `(?:the )?(?:whole|entire|all|all of|all the|most of|rest of|half)(?: of)?(?: the)? (?:${either(wholes)})(?: \\w{1,4})?`,
].join('|');
/** Cells that stand where a name should and name nobody. */
const NOBODY = new RegExp(
  `^(?:-+|\\?+|\\.+|(?:${NOTHING})(?:\\s*[-/,]\\s*(?:${NOTHING}))*\\.?|${CROWD})$`,
  'i',
);
/** No such cell is longer. */
const LONGEST_NOBODY = 60;

/** Whether a cell names no pupil: blank, `N/A`, `-`, `TBC`, `No one`, `None recorded`, `Various`, `Whole class`, `ditto` and the like. */
export function isNobody(cell: string): boolean {
  const text = cell.trim();
  return text === '' || (text.length <= LONGEST_NOBODY && NOBODY.test(text));
}
