import type { XmrLimits } from './xmr-limits.ts';

/** outside: beyond a limit · shift: 7 on one side of the mean · trend: 7 rising or falling · near: 2 of 3 in the outer third. */
export type XmrSignal = 'outside' | 'shift' | 'trend' | 'near';

const [RUN, WINDOW, NEAR_NEEDED] = [7, 3, 2];

/** Marks every point of each stretch of `length` whose signs are all the same and not 0. */
function markRuns(signs: readonly number[], length: number, mark: (from: number, to: number) => void): void {
  let start = 0;
  signs.forEach((sign, i) => {
    if (sign !== signs[start]) start = i;
    if (sign !== 0 && i - start + 1 >= length) mark(i - length + 1, i);
  });
}

/**
 * Which points of an XmR chart differ from ordinary variation, and by which of the four Making Data Count rules; an
 * empty list is an ordinary point. A point on the mean belongs to neither side. Under about 13 points the limits are
 * still trial ones. O(n).
 */
export function xmrSignals(values: readonly number[], limits: XmrLimits): XmrSignal[][] {
  const { mean, lower, upper } = limits;
  const found = values.map(() => new Set<XmrSignal>());
  const mark = (signal: XmrSignal) => (from: number, to: number) => {
    for (let i = from; i <= to; i++) found[i]?.add(signal);
  };
  const isOutside = (value: number) => value < lower || value > upper;
  const third = ((upper - mean) * 2) / 3;
  const near = values.map((value) => {
    if (isOutside(value)) return 0;
    return value > mean + third ? 1 : value < mean - third ? -1 : 0;
  });
  values.forEach((value, i) => {
    if (isOutside(value)) mark('outside')(i, i);
    const window = near.slice(Math.max(0, i - WINDOW + 1), i + 1);
    for (const side of [1, -1]) {
      if (window.filter((sign) => sign === side).length < NEAR_NEEDED) continue;
      window.forEach((sign, j) => {
        if (sign === side) mark('near')(i - window.length + 1 + j, i - window.length + 1 + j);
      });
    }
  });
  markRuns(
    values.map((value) => Math.sign(value - mean)),
    RUN,
    mark('shift'),
  );
  const steps = values.slice(1).map((value, i) => Math.sign(value - (values[i] ?? value)));
  markRuns(steps, RUN - 1, (from, to) => mark('trend')(from, to + 1));
  return found.map((signals) => [...signals]);
}
