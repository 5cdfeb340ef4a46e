/**
 * A pattern of a word file. One that is missing is refused with its `place`: as `undefined` it would be looked for in
 * texts, and what reads by it would be silent without a word.
 */
export function expectPattern(pattern: string | undefined, place: string): string {
  if (typeof pattern !== 'string' || pattern === '')
    throw new Error(`${place}: expected a pattern, got ${pattern === '' ? 'nothing' : typeof pattern}`);
  return pattern;
}
