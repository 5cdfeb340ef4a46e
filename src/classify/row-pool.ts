/** Rows of whole numbers, one behind the other in one array, which is replaced by a longer one when it is full. */
export interface RowPool<T extends Int16Array | Int32Array> {
  /** All rows; to be read anew after each `take`. */
  numbers: T;
  /** Opens a row of zeros and gives the place of its first number. */
  readonly take: (width: number) => number;
  /** Forgets all rows. */
  readonly clear: () => void;
}

/**
 * Opens a pool of rows. An array for each row would lie anywhere in the memory, and each would be waited for: what a
 * record's words weigh is added up in half the time where they lie together.
 */
export function openRowPool<T extends Int16Array | Int32Array>(make: (length: number) => T): RowPool<T> {
  let used = 0;
  const pool: RowPool<T> = {
    numbers: make(1 << 14),
    take: (width) => {
      const from = used;
      used += width;
      if (used > pool.numbers.length) {
        const longer = make(2 * used);
        longer.set(pool.numbers);
        pool.numbers = longer;
      }
      return from;
    },
    clear: () => {
      pool.numbers.fill(0, 0, used);
      used = 0;
    },
  };
  return pool;
}
