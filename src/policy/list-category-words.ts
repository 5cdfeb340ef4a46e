import categoryData from './categories.yaml';

let words: ReadonlySet<string> | undefined;
const { categories } = categoryData as { readonly categories: readonly { names: readonly string[] }[] };

/** Every word of the recorded categories that ship with Termwise, in lower case: none of them is a person's name. */
export function listCategoryWords(): ReadonlySet<string> {
  words ??= new Set(
    categories.flatMap(({ names }) => names.flatMap((name) => name.toLowerCase().match(/[\p{L}]+/gu) ?? [])),
  );
  return words;
}
