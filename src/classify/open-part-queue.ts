import type { Classification } from '../incident/classification.ts';
import { collapseRecords } from './collapse-records.ts';
import type { NamedRecord, PupilNames, RecordWords } from './record-words.ts';

/** The records of an export in parts, each for whoever is free next. */
export interface PartQueue {
  /** The number of the next part; undefined when all are given out. */
  readonly take: () => number | undefined;
  /** The records of a part that is given out; none once it is settled. */
  readonly recordsOf: (part: number) => readonly NamedRecord[];
  /** Takes in what the records of a part come to; once, whoever says it again. */
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
  const open = new Set<number>();
  return {
    take: () => {
      for (let again = returned.pop(); again !== undefined; again = returned.pop())
        if (open.has(again)) return again;
      const next = collapse.take(size);
      if (next.length === 0) return undefined;
      const part = parts.push(next) - 1;
      open.add(part);
      return part;
    },
    recordsOf: (part) => parts[part] ?? [],
    settle: (part, found) => {
      if (!open.delete(part)) return;
      collapse.settle(part * size, found);
      parts[part] = [];
    },
    giveBack: (given) => void returned.push(...given),
    countWaiting: () => returned.length + Math.ceil(collapse.countLeft() / size),
    countOpen: () => open.size,
    gather: collapse.gather,
  };
}
