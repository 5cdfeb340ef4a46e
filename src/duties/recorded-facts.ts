import type { Incident } from '../incident/incident.ts';
import { readFacts } from '../policy/facts.ts';
import { plain } from './recorded-codes.ts';

/** Facts that the names of recorded categories say, whatever the narrative does. */
export type RecordedFacts = (incident: Pick<Incident, 'categories'>) => readonly string[];

/** By fact: the names of recorded categories that say it. */
const NAMES = readFacts().facts.flatMap(({ code, category = [] }) =>
  category.map((name) => [code, plain(name)] as const),
);

/** What parts the levels of a category, or two things that one is for (`Search and confiscation`). */
const LEVELS = /[>;:/|,()–—]|\s-\s|\s(?:and|&)\s/i;

/** A name of one word is a whole level (`Removal`, not `Removal of privileges`); others may go on. */
function isNamed(level: string, name: string): boolean {
  return name.trim().includes(' ') ? level.startsWith(name) : level === name;
}

/**
 * Makes the function that finds what kind of record a category names: `Sexualised behaviour` over `rubbed himself in
 * class`, `Search` over `nothing found`. The words of the record need not say it again.
 */
export function createRecordedFacts(): RecordedFacts {
  const known = new Map<string, readonly string[]>();
  return ({ categories }) => {
    const cell = categories.join('\n');
    let found = known.get(cell);
    if (found === undefined) {
      const levels = categories.flatMap((one) => one.split(LEVELS)).map(plain);
      found = [
        ...new Set(
          NAMES.filter(([, name]) => levels.some((level) => isNamed(level, name))).map(([code]) => code),
        ),
      ];
      known.set(cell, found);
    }
    return found;
  };
}
