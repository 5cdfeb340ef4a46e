import type { Classification } from '../incident/classification.ts';
import { collapseRecords } from './collapse-records.ts';
import type { NamedRecord, PupilNames, RecordWords } from './record-words.ts';

/** The records of an export in parts, each for whoever is free next. */
export interface PartQueue {
  /** The number of the next part; undefined when all are given out. */
  readonly take: () => number | undefined;
  /** The records of a part that is given out. */
  readonly recordsOf: (part: number) => readonly NamedRecord[];
  /** Takes in what the records of a part come to. */
  readonly settle: (part: number, found: readonly Classification[]) => void;
  /** Parts that somebody was given and cannot settle. */
  readonly giveBack: (parts: Iterable<number>) => void;
  /** Parts that wait, at most. */
  readonly countWaiting: () => number;
  /** Parts that were given out, or back, and are not settled. */
  readonly countOpen: () => number;
  /** What every record comes to, in their order, once all parts are settled. */
  readonly gather: () => readonly Classification[];
}

/** Cuts records into parts of a given size. They are looked through as parts are asked for: the first is ready at once. */
export function openPartQueue(records: readonly RecordWords[], pupils: PupilNames, size: number): PartQueue {
  const collapse = collapseRecords(records, pupils);
  const parts: (readonly NamedRecord[])[] = [];
  const returned: number[] = [];
  let open = 0;
  return {
    take: () => {
      const again = returned.pop();
      if (again !== undefined) return again;
      const next = collapse.take(size);
      if (next.length === 0) return undefined;
      open++;
      return parts.push(next) - 1;
    },
    recordsOf: (part) => parts[part] ?? [],
    settle: (part, found) => {
      collapse.settle(part * size, found);
      parts[part] = [];
      open--;
    },
    giveBack: (given) => void returned.push(...given),
    countWaiting: () => returned.length + Math.ceil(collapse.countLeft() / size),
    countOpen: () => open,
    gather: collapse.gather,
  };
}
