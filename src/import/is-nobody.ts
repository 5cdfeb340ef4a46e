import words from './nobody-words.yaml';
import { remember } from './row-cells.ts';

const { repeats, amounts, people, wholes, relations, withheld, fields } = words as Readonly<
  Record<'repeats' | 'amounts' | 'people' | 'wholes' | 'relations' | 'withheld' | 'fields', readonly string[]>
>;

function either(list: readonly string[]): string {
  return list.map((word) => word.replaceAll(/[()."]/g, '\\$&')).join('|');
}

/** What a list to choose from shows before anything is chosen. */
const CHOICE =
  '(?:-+ ?)?(?:please )?(?:(?:select|choose|pick)(?: (?:an?|the|one|your|from|of|list|below|name|option|value|item|pupil|student|child|learner|person)){0,6}|click (?:or tap )?(?:here )?to enter \\w+)\\.{0,3}(?: ?-+)?';
const NOTHING =
  'n/?a|n/k|#n/a|tb[ac]|null|nil|unknown|yes|0+|not? ?applicable|not (?:known|recorded|stated|given|specified)|no[ -]?one(?: else)?|nobody(?: else)?|no(?:ne)?(?: others?)?(?: (?:pupil|student|learner|child)(?:s|ren)?)?(?: (?:recorded|known|involved|linked|stated|given|named|identified))?|(?:no[ -]?one|nobody) else (?:was )?(?:involved|present|there|named)|(?:staff|adults) only|see (?:above|below|attached|log|record|details|notes|narrative|description|cpoms|myconcern|arbor|bromcom|sims)';
/** What a spreadsheet prints in place of a name that it could not look up. */
const ERROR = '#(?:ref!|value!|name\\?|num!|null!|div/0!|spill!|calc!|error!|#+)';
/** A year or class between the amount and the people: `Several Year 9 boys`. */
const GROUP =
  '(?:(?:of )?(?:the )?(?:(?:year|yr|y|class|form) ?\\w{1,4}|\\d{1,2}[a-z]{1,2}|reception|nursery|other|different) )';
/** Where somebody who is not named comes from. */
const ORIGIN = "(?: (?:in|from|of) [\\w' ]{2,40})";
const TRAIT = '(?:older|younger|different|female|male|unknown|unnamed) ';
const CROWD = [
  either(repeats),
  `(?:some of |one of )?(?:her|his|their|my) (?:(?:two|three|four|\\d{1,2}|other|best|close|little|big|twin) |${TRAIT})*(?:${either(people)}|${either(relations)})s?${ORIGIN}?`,
  `(?:${either(amounts)})(?: (?:of )?(?:the )?${GROUP}?(?:${either(people)})${ORIGIN}?)?`,
  `(?:another|(?:one|two|three|four|five|six|\\d{1,2})(?: other)?) (?:${TRAIT})?${GROUP}?(?:${either(people)})${ORIGIN}?`,
  `(?:the )?${GROUP}?(?:pupils|students|children|learners|boys|girls)${ORIGIN}?`,
  '(?:the |a )?(?:pupil|student|learner)',
  `(?:the )?(?:whole|entire|all|all of|all the|most of|rest of|half)(?: of)?(?: the)? (?:${either(wholes)})(?: \\w{1,4})?`,
].join('|');
const SIGNS = '\\s*(?:«|<+|[{[(]+|%+)\\s*(?:';
/** `«Forename» «Surname»`. */
const MERGE = `(?:${SIGNS}${either([...fields, 'pupil', 'student']).replaceAll(' ', "[ '_]?s?[ _]?")})\\s*(?:»|>+|[}\\])]+|%+),?)+`;
/** Cells that stand where a name should and name nobody. */
const NOBODY = new RegExp(
  `^(?:-+|\\?+|\\.+|[*_\u2588\u25a0#]{2,}(?: [*_\u2588\u25a0#]{2,})*|x{3,}(?: x{3,})*|${ERROR}|[([]?(?:${either(withheld)})[)\\]]?|${MERGE}|${CHOICE}|(?:${NOTHING})(?:\\s*[-/,]\\s*(?:${NOTHING}))*\\.?|${CROWD})$`,
  'i',
);
/** `A girl in his class`: in small letters, for `A Child` and `A Kidd` are somebody. */
const SOMEBODY = new RegExp(
  `^[Aa]n? (?:${TRAIT})?${GROUP.replace('(?:year', '(?:[Yy]ear')}?(?:${either(people)})${ORIGIN}?$`,
);
/** No such cell is longer. */
const LONGEST_NOBODY = 60;

// The names of a school come again in every row, and the patterns are long: each cell is asked about once.
const judge = remember((cell) => ({
  isNobody: cell.length <= LONGEST_NOBODY && (NOBODY.test(cell) || SOMEBODY.test(cell)),
}));

/** Whether a cell names no pupil: blank, `N/A`, `-`, `TBC`, `No one`, `None recorded`, `Various`, `Whole class`, `ditto` and the like. */
export function isNobody(cell: string): boolean {
  const text = cell.trim();
  return text === '' || judge(text).isNobody;
}
