const SHOUTED = /^(\p{Lu})([\p{Lu}'-]{2,})(?=\s+\p{Lu}\p{Ll})/u;

/**
 * `ANN Lee` as `Ann Lee`; null for any other name. Capitals before small letters mostly mark a surname, so this reading
 * holds only for a name that the file writes elsewhere without them.
 */
export function softenForename(name: string): string | null {
  const text = name.trim();
  return SHOUTED.test(text)
    ? text.replace(SHOUTED, (_, first: string, rest: string) => first + rest.toLowerCase())
    : null;
}
