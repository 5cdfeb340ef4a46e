import type { Incident } from '../incident/incident.ts';
import type { CategoryMap } from '../policy/category-map.ts';
import type { TagName } from '../policy/policy-profile.ts';

/** A text as small words with one blank around each, signs left out. */
export function plain(text: string): string {
  return ` ${text
    .toLowerCase()
    .replaceAll(/[^\p{L}\p{N}]+/gu, ' ')
    .trim()} `;
}

/** The codes that the recorded categories of an incident name. */
export type RecordedCodes = (incident: Pick<Incident, 'categories'>) => ReadonlySet<string>;

/**
 * Makes the function that finds the codes which the recorded categories themselves name, whatever the narrative says:
 * what a tag duty is about. A tag with names of its own in the profile counts by these: `Physical aggression` is
 * between children as a rule, and is still not the tag `Child-on-child`. A school uses few categories often, so each
 * cell is read once.
 */
export function createRecordedCodes(
  categoryMap: CategoryMap,
  tagNames: readonly TagName[] = [],
): RecordedCodes {
  const known = new Map<string, ReadonlySet<string>>();
  const tags = tagNames.map((tag) => ({ ...tag, words: tag.words.map(plain) }));
  const read = (categories: readonly string[]): ReadonlySet<string> => {
    const codes = new Set(
      categories
        .flatMap((path) => [path, ...path.split(/ [-–] |[:/()]/)])
        .flatMap((name) => categoryMap.find(name.trim())?.codes ?? []),
    );
    const text = plain(categories.join(' ; '));
    for (const { code, words, only } of tags) {
      if (words.some((word) => text.includes(word))) codes.add(code);
      else if (only === true) codes.delete(code);
    }
    return codes;
  };
  return ({ categories }) => {
    const cell = categories.join('\n');
    const found = known.get(cell) ?? read(categories);
    known.set(cell, found);
    return found;
  };
}
