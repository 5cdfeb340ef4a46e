import type { Classification, Label } from '../incident/classification.ts';
import type { CategoryMap } from '../policy/category-map.ts';
import { createCategoryFinder } from './create-category-finder.ts';
import { kindOf } from './label-kind.ts';
import type { RecordWords } from './record-words.ts';

const NO_ROLES: Classification['roles'] = new Map();

/**
 * Makes the function that labels by the recorded categories alone, and by what follows from them: no word of the
 * narrative is read, so what staff wrote and did not tick is missed and what the text takes back stands. For counts
 * of very large exports, to be named as such wherever they are shown.
 */
export function createRecordedLabeller(map: CategoryMap): (incident: RecordWords) => Classification {
  const findCategories = createCategoryFinder(map);
  const known = new Map<string, Classification>();
  return (incident) => {
    const found = findCategories(incident).flatMap(({ meaning }) => meaning.codes);
    const key = found.join(' ');
    let classification = known.get(key);
    if (classification === undefined) {
      classification = { labels: closeCodes(found), suppressed: [], review: [], roles: NO_ROLES };
      known.set(key, classification);
    }
    return classification;
  };
}

function closeCodes(codes: readonly string[]): Label[] {
  const all = new Set(codes);
  for (const code of all) for (const implied of kindOf(code).implies) all.add(implied);
  return [...all].sort().map((code) => ({ code, status: 'observed', strength: 1, evidence: [] }));
}
