import words from './header-words.yaml';
import { headerWords } from './loosen-header.ts';

/** A needed column that may be told by the words of its header. */
type NeededField = 'date' | 'pupil' | 'category' | 'narrative';

interface Rule {
  readonly first: readonly string[];
  readonly any: readonly string[];
  readonly none: readonly string[];
}

const RULES = Object.entries(words as Record<NeededField, Rule>).map(([field, rule]) => ({
  field: field as NeededField,
  first: new Set(rule.first),
  any: new Set(rule.any),
  none: new Set(rule.none),
}));
/** A header is a name, not a sentence of a narrative. */
const LONGEST = 60;

/**
 * Guesses needed columns from the words of their headers (`When did it happen?`, `Child's known name`), for files
 * that no layout can read. Leaves fields and columns that are `taken`, and `further` columns, alone. A guess must be
 * shown to the user.
 */
export function guessColumns(
  headers: readonly string[],
  taken: ReadonlyMap<string, number>,
  further: readonly number[] = [],
): ReadonlyMap<NeededField, number> {
  const found = new Map<NeededField, number>();
  const used = new Set([...taken.values(), ...further]);
  const bags = headers.map((header) => new Set(header.length > LONGEST ? [] : headerWords(header)));
  for (const { field, first, any, none } of RULES) {
    if (taken.has(field) || (field === 'narrative' && taken.has('summary'))) continue;
    const fits = (index: number, wanted: readonly ReadonlySet<string>[]): boolean => {
      const bag = bags[index] ?? new Set();
      if (used.has(index) || [...none].some((word) => bag.has(word))) return false;
      return wanted.every((set) => [...set].some((word) => bag.has(word)));
    };
    const indexes = headers.map((_, index) => index);
    const column =
      indexes.find((index) => fits(index, [any, first])) ?? indexes.find((index) => fits(index, [any]));
    if (column === undefined) continue;
    found.set(field, column);
    used.add(column);
  }
  return found;
}
