/** One value as JSON that a person can read too, ending in a line break. */
export function writeJson(value: unknown): string {
  return `${JSON.stringify(value, null, 2)}\n`;
}

/** A list as a JSON array, one element a line, in pieces: a register of a million records does not fit one string. */
export function* writeJsonArray(items: Iterable<unknown>): Iterable<string> {
  let before = '[\n';
  for (const item of items) {
    yield `${before}${JSON.stringify(item)}`;
    before = ',\n';
  }
  yield before === '[\n' ? '[]\n' : '\n]\n';
}
