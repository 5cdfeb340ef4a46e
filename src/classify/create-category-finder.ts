import type { Evidence } from '../incident/classification.ts';
import type { CategoryMap } from '../policy/category-map.ts';
import type { FoundCategory } from './label-work.ts';
import type { RecordWords } from './record-words.ts';

/** Most category texts that are kept: enough for any school, and hostile data cannot fill the memory. */
const MOST_CATEGORY_TEXTS = 2000;

type Recorded = Pick<RecordWords, 'categories' | 'categoryText'>;

interface KnownCategories {
  readonly text: string;
  readonly categories: readonly string[];
  readonly found: readonly FoundCategory[];
}

function findCategories({ categories, categoryText }: Recorded, map: CategoryMap): FoundCategory[] {
  const found: FoundCategory[] = [];
  const seen = new Set<string>();
  const evidence: Evidence = {
    field: 'category',
    start: 0,
    end: categoryText.length,
    text: categoryText,
    rule: 'category',
  };
  for (const path of categories) {
    const outer = path.split(' > ')[0] ?? path;
    for (const part of new Set([path, outer])) {
      const meaning = map.find(part);
      if (meaning === null || seen.has(meaning.matched)) continue;
      if (
        part !== path &&
        !meaning.codes.some((code) => code.startsWith('bullying') || code.startsWith('prejudice'))
      )
        continue;
      seen.add(meaning.matched);
      found.push({ meaning, evidence: { ...evidence, rule: `category.${meaning.matched.toLowerCase()}` } });
    }
  }
  return found;
}

function isSameList(a: readonly string[], b: readonly string[]): boolean {
  return a.length === b.length && a.every((item, index) => item === b[index]);
}

/**
 * Makes the function that looks up the recorded categories of an incident. Schools have few different category
 * texts and many records, and the import gives records of the same categories one list: both are remembered.
 */
export function createCategoryFinder(map: CategoryMap): (incident: Recorded) => readonly FoundCategory[] {
  const byList = new Map<readonly string[], KnownCategories>();
  const byText = new Map<string, readonly KnownCategories[]>();
  let count = 0;
  return (incident) => {
    const { categories, categoryText: text } = incident;
    const last = byList.get(categories);
    if (last !== undefined && last.text === text) return last.found;
    const others = byText.get(text) ?? [];
    let known = others.find((other) => isSameList(other.categories, categories));
    if (known === undefined) {
      known = { text, categories, found: findCategories(incident, map) };
      if (count++ < MOST_CATEGORY_TEXTS) byText.set(text, [...others, known]);
    }
    if (byList.size < MOST_CATEGORY_TEXTS) byList.set(categories, known);
    return known.found;
  };
}
