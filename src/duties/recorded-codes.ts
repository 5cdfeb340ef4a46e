import type { Incident } from '../incident/incident.ts';
import type { CategoryMap } from '../policy/category-map.ts';
import type { TagName } from '../policy/policy-profile.ts';

function plain(text: string): string {
  return ` ${text
    .toLowerCase()
    .replaceAll(/[^\p{L}\p{N}]+/gu, ' ')
    .trim()} `;
}

/**
 * The codes that the recorded categories themselves name, whatever the narrative says: what a tag duty is about. A tag
 * with names of its own in the profile counts by these: `Physical aggression` is between children as a rule, and is
 * still not the tag `Child-on-child`.
 */
export function findRecordedCodes(
  incident: Incident,
  categoryMap: CategoryMap,
  tagNames: readonly TagName[] = [],
): ReadonlySet<string> {
  const codes = new Set(
    incident.categories
      .flatMap((path) => [path, ...path.split(/ [-–] |[:/()]/)])
      .flatMap((name) => categoryMap.find(name.trim())?.codes ?? []),
  );
  if (tagNames.length === 0) return codes;
  const text = plain(incident.categories.join(' ; '));
  for (const { code, words, only } of tagNames) {
    if (words.some((word) => text.includes(plain(word)))) codes.add(code);
    else if (only === true) codes.delete(code);
  }
  return codes;
}
