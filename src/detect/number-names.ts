/** Names in the order first met, and the number of each; case does not make a new name. */
export interface NumberedNames {
  readonly names: readonly string[];
  readonly numberOf: (name: string) => number;
}

/** Starts an empty list that gives each new name the next number. */
export function numberNames(): NumberedNames {
  const names: string[] = [];
  const known = new Map<string, number>();
  /** Numbers by the name as written, so that each spelling is put in lower case once. */
  const asWritten = new Map<string, number>();
  const numberOf = (name: string): number => {
    const written = asWritten.get(name);
    if (written !== undefined) return written;
    const key = name.toLowerCase();
    const number = known.get(key) ?? names.length;
    asWritten.set(name, number);
    if (number < names.length) return number;
    known.set(key, number);
    names.push(name);
    return number;
  };
  return { names, numberOf };
}
