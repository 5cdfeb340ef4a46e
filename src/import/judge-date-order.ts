import type { DateEvidence, DateOrder } from './parse-date.ts';

/** What the rows of one date column prove so far: counts, and the first line of each kind. */
export interface OrderEvidence {
  dmy: number;
  mdy: number;
  dmyLine: number;
  mdyLine: number;
  dmyValue: string;
  mdyValue: string;
  /** Rows in a form that both orders read alike, such as ISO. */
  orderFree: number;
  /** Rows with two numbers up to 12. */
  ambiguous: number;
}

/** Starts the tally of one column. */
export function startEvidence(): OrderEvidence {
  return { dmy: 0, mdy: 0, dmyLine: 0, mdyLine: 0, dmyValue: '', mdyValue: '', orderFree: 0, ambiguous: 0 };
}

/** Adds one cell to the tally of its column. */
export function addEvidence(
  tally: OrderEvidence,
  evidence: DateEvidence,
  orderFree: boolean,
  line: number,
  value: string,
): void {
  if (evidence === 'dmy') {
    if (tally.dmy === 0) {
      tally.dmyLine = line;
      tally.dmyValue = value;
    }
    tally.dmy += 1;
  } else if (evidence === 'mdy') {
    if (tally.mdy === 0) {
      tally.mdyLine = line;
      tally.mdyValue = value;
    }
    tally.mdy += 1;
  } else if (orderFree) {
    tally.orderFree += 1;
  } else {
    tally.ambiguous += 1;
  }
}

/**
 * Judges a whole column: day-first unless only month-first rows prove anything. `contradictory` when both
 * kinds have at least two rows and a tenth of the proof, or when month-first rows outnumber day-first ones:
 * then no single reading is right, and choosing per row would put incidents on the wrong days.
 */
export function judgeDateOrder(tally: OrderEvidence): DateOrder | 'contradictory' {
  const { dmy, mdy } = tally;
  if (mdy === 0) return 'dmy';
  if (dmy === 0) return 'mdy';
  const tenth = (dmy + mdy) / 10;
  if (dmy >= 2 && mdy >= 2 && dmy >= tenth && mdy >= tenth) return 'contradictory';
  return mdy >= 2 && mdy > dmy ? 'contradictory' : 'dmy';
}
