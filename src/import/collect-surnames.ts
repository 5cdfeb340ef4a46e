/** Which words end names and begin none: surnames that are nobody's forename. */
export interface Surnames {
  /** Takes a name by its key; `scope` keeps the names of one school from those of another. */
  readonly add: (key: string, scope?: string) => void;
  readonly has: (word: string, scope?: string) => boolean;
}

/** Opens the collecting of surnames, so that `Lee, Ann and Brown` is not taken for a Brown Lee where Brown is a surname. */
export function collectSurnames(keys: Iterable<string> = []): Surnames {
  const ends = new Set<string>();
  const starts = new Set<string>();
  const add = (key: string, scope = ''): void => {
    const space = key.indexOf(' ');
    if (space === -1) return;
    starts.add(`${scope} ${key.slice(0, space)}`);
    ends.add(`${scope} ${key.slice(key.lastIndexOf(' ') + 1)}`);
  };
  for (const key of keys) add(key);
  return {
    add,
    has: (word, scope = '') => {
      const own = `${scope} ${word.toLowerCase()}`;
      return ends.has(own) && !starts.has(own);
    },
  };
}
