/** JSON with the keys of every object in order and no spaces: equal values give equal text. */
export function writeCanonical(value: unknown): string {
  if (Array.isArray(value)) return `[${value.map(writeCanonical).join(',')}]`;
  if (typeof value === 'object' && value !== null) {
    const entries = Object.entries(value)
      .filter(([, one]) => one !== undefined)
      .sort(([a], [b]) => (a < b ? -1 : 1))
      .map(([key, one]) => `${JSON.stringify(key)}:${writeCanonical(one)}`);
    return `{${entries.join(',')}}`;
  }
  return JSON.stringify(value);
}
