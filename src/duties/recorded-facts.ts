import type { Incident } from '../incident/incident.ts';
import { readFacts } from '../policy/facts.ts';
import { plain } from './recorded-codes.ts';

/** Facts that the names of recorded categories say, whatever the narrative does. */
export type RecordedFacts = (incident: Pick<Incident, 'categories'>) => readonly string[];

/** By fact: the names of recorded categories that say it. */
const NAMES = readFacts().facts.flatMap(({ code, category = [] }) =>
  category.map((name) => [code, plain(name)] as const),
);

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
      const text = plain(categories.join(' ; '));
      found = [...new Set(NAMES.filter(([, name]) => text.includes(name)).map(([code]) => code))];
      known.set(cell, found);
    }
    return found;
  };
}
