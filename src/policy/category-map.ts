import { TermwiseError } from '../errors.ts';
import type { IncidentKind } from '../incident/incident.ts';
import categoryData from './categories.yaml';
import { BARE_KINDS, CATEGORY_CODE_HINT, isCategoryCode } from './is-category-code.ts';
import { readTaxonomy } from './taxonomy.ts';

/** How much a recorded category says by itself (classification rules for category against text). */
export type CategoryNature = 'specific' | 'broad' | 'outcome' | 'context';

/** What a recorded category means in our terms. */
export interface CategoryMeaning {
  readonly kind: IncidentKind;
  /** Taxonomy codes the category asserts; empty for names that only sort records. */
  readonly codes: readonly string[];
  readonly nature: CategoryNature;
  /** The known name that matched, as the map writes it. */
  readonly matched: string;
}

export interface CategoryMap {
  /** The meaning of a category path (`Behaviour > Bullying`), or null when no name in it is known. */
  readonly find: (path: string) => CategoryMeaning | null;
}

/** One row of a school's categories.csv. */
export interface CategoryOverride {
  readonly category: string;
  /** A taxonomy code, or a kind: behaviour, positive, safeguarding, accident. */
  readonly code: string;
  readonly note: string;
}

interface CategoryEntry extends Omit<CategoryMeaning, 'matched'> {
  readonly names: readonly string[];
}

/** Joining words that exports put in or leave out at will. */
const SMALL_WORDS: ReadonlySet<string> = new Set(
  'a an the of to towards toward against on by with and or in at for from'.split(' '),
);

const KIND_OF_CODE = new Map<string, IncidentKind>([
  ['positive', 'positive'],
  ['accident', 'accident'],
  ['safeguarding_other', 'safeguarding'],
  ['safeguarding', 'safeguarding'],
]);

function toTokens(name: string): string[] {
  const words = name
    .normalize('NFKC')
    .toLowerCase()
    .replaceAll(/['’‘`´]/g, '')
    .match(/[\p{L}\p{N}]+/gu);
  const kept = (words ?? []).filter((word) => !SMALL_WORDS.has(word));
  return kept.length > 0 ? kept : (words ?? []);
}

function meaningOfOverride(override: CategoryOverride, codes: ReadonlySet<string>): CategoryMeaning {
  const code = override.code.trim().toLowerCase();
  if (!isCategoryCode(code)) {
    throw new TermwiseError(
      'config',
      `categories: "${override.category}" has the code "${override.code}", which the taxonomy does not know.`,
      CATEGORY_CODE_HINT,
    );
  }
  const isFamily = [...codes].some((other) => other.startsWith(`${code}.`));
  const nature = BARE_KINDS.has(code)
    ? 'context'
    : /^(exclusion|response)\./.test(code)
      ? 'outcome'
      : isFamily
        ? 'broad'
        : 'specific';
  return {
    kind: KIND_OF_CODE.get(code) ?? 'behaviour',
    codes: BARE_KINDS.has(code) ? [] : [code],
    nature,
    matched: override.category,
  };
}

function addOverrides(known: Map<string, CategoryMeaning>, overrides: readonly CategoryOverride[]): void {
  const codes = new Set(readTaxonomy().labels.map((label) => label.code));
  const own = new Map<string, CategoryMeaning>();
  for (const override of overrides) {
    const key = toTokens(override.category).join(' ');
    if (key === '' || override.code.trim() === '') continue;
    const meaning = meaningOfOverride(override, codes);
    const before = own.get(key);
    own.set(key, before ? { ...before, codes: [...new Set([...before.codes, ...meaning.codes])] } : meaning);
  }
  for (const [key, meaning] of own) known.set(key, meaning);
}

function readKnown(overrides: readonly CategoryOverride[]): Map<string, CategoryMeaning> {
  const known = new Map<string, CategoryMeaning>();
  const { categories } = categoryData as { readonly categories: readonly CategoryEntry[] };
  for (const { names, kind, codes, nature } of categories) {
    for (const name of names) known.set(toTokens(name).join(' '), { kind, codes, nature, matched: name });
  }
  addOverrides(known, overrides);
  return known;
}

/** The longest known run of words that touches the level starting at `from`; null when there is none. */
function findInTokens(
  tokens: readonly string[],
  from: number,
  known: ReadonlyMap<string, CategoryMeaning>,
  longest: number,
): CategoryMeaning | null {
  for (let size = Math.min(longest, tokens.length); size > 0; size--) {
    for (let start = Math.max(0, from - size + 1); start + size <= tokens.length; start++) {
      const meaning = known.get(tokens.slice(start, start + size).join(' '));
      if (meaning !== undefined) return meaning;
    }
  }
  return null;
}

/**
 * Builds the map from recorded categories to meanings: the names that ship with Termwise, with the school's
 * own rows over them. Matching is by whole words, the longest name first; in a path the innermost level that
 * is known decides, read together with the levels above it (`Bullying > Verbal` is verbal bullying).
 */
export function buildCategoryMap(overrides: readonly CategoryOverride[] = []): CategoryMap {
  const known = readKnown(overrides);
  const longest = Math.max(...[...known.keys()].map((key) => key.split(' ').length));
  const found = new Map<string, CategoryMeaning | null>();
  const search = (path: string): CategoryMeaning | null => {
    const levels = path.split(' > ').map(toTokens);
    for (let depth = levels.length; depth > 0; depth--) {
      const tokens = levels.slice(0, depth).flat();
      const inner = levels[depth - 1]?.length ?? 0;
      const meaning = inner > 0 ? findInTokens(tokens, tokens.length - inner, known, longest) : null;
      if (meaning !== null) return meaning;
    }
    return null;
  };
  const find = (path: string): CategoryMeaning | null => {
    const before = found.get(path);
    if (before !== undefined) return before;
    const meaning = search(path);
    found.set(path, meaning);
    return meaning;
  };
  return { find };
}
