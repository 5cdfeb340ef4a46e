import categoryData from './categories.yaml';

let words: ReadonlySet<string> | undefined;
let whole: ReadonlySet<string> | undefined;
const { categories } = categoryData as { readonly categories: readonly { names: readonly string[] }[] };

/** Every word of the recorded categories that ship with Termwise, in lower case: none of them is a person's name. */
export function listCategoryWords(): ReadonlySet<string> {
  words ??= new Set(
    categories.flatMap(({ names }) => names.flatMap((name) => name.toLowerCase().match(/[\p{L}]+/gu) ?? [])),
  );
  return words;
}

/** Whether a text is, word for word, a recorded category that ships with Termwise: `Child on Child`, written anyhow. */
export function isShippedCategory(text: string): boolean {
  const fold = (name: string): string => (name.toLowerCase().match(/[\p{L}\p{N}]+/gu) ?? []).join(' ');
  whole ??= new Set(categories.flatMap(({ names }) => names.map(fold)));
  return whole.has(fold(text));
}
