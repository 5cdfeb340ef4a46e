/**
 * Lists of small numbers one behind the other: row `i` is `items[starts[i]]` up to `items[starts[i + 1]]`. Thousands
 * of small arrays lie all over the memory, and a cold pass waits for each of them.
 */
export interface Rows {
  readonly starts: Int32Array;
  /** Half as wide where every number has room in it, as ours have: more of them lie in the fastest memory. */
  readonly items: Uint16Array | Int32Array;
}

const MOST_SHORT = 0xffff;

function isShort(list: ArrayLike<number>): boolean {
  for (let i = 0; i < list.length; i++) {
    const item = list[i] ?? 0;
    if (item < 0 || item > MOST_SHORT) return false;
  }
  return true;
}

/** Puts lists into one array. */
export function packRows(lists: readonly ArrayLike<number>[]): Rows {
  const starts = new Int32Array(lists.length + 1);
  let size = 0;
  for (let i = 0; i < lists.length; i++) {
    starts[i] = size;
    size += lists[i]?.length ?? 0;
  }
  starts[lists.length] = size;
  const items = lists.every(isShort) ? new Uint16Array(size) : new Int32Array(size);
  for (let i = 0; i < lists.length; i++) items.set(lists[i] ?? [], starts[i]);
  return { starts, items };
}

/** Whether a row holds a number; looks at the whole row, so for short rows. */
export function rowIncludes({ starts, items }: Rows, row: number, item: number): boolean {
  const end = starts[row + 1] ?? 0;
  for (let at = starts[row] ?? 0; at < end; at++) if (items[at] === item) return true;
  return false;
}
