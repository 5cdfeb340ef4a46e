/**
 * Patterns of a word file as one, any of which may stand. A list that is missing or empty is refused with its `place`:
 * it would silence what reads by it without a word. That each pattern compiles and is met by something, a test looks
 * (tests/policy/pattern-files.test.ts): to compile them all takes as long as a short export does to read.
 */
export function joinPatterns(patterns: readonly string[] | undefined, place: string): string {
  if (patterns === undefined || patterns.length === 0)
    throw new Error(`${place}: expected a list of patterns, got none`);
  return `(?:${patterns.map((one) => `(?:${one})`).join('|')})`;
}
