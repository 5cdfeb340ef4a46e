/** Names in the order first met, and the number of each; case does not make a new name. */
export interface NumberedNames {
  readonly names: readonly string[];
  readonly numberOf: (name: string) => number;
}

/** Starts an empty list that gives each new name the next number. */
export function numberNames(): NumberedNames {
  const names: string[] = [];
  const known = new Map<string, number>();
  const numberOf = (name: string): number => {
    const key = name.toLowerCase();
    const found = known.get(key);
    if (found !== undefined) return found;
    known.set(key, names.length);
    names.push(name);
    return names.length - 1;
  };
  return { names, numberOf };
}
