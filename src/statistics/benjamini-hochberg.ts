import { adjustPValues } from './adjust-p-values.ts';

/**
 * q-values: the false discovery rate at which each p-value would just be listed. m is the full family (see
 * adjustPValues); a filter may not use the outcome being tested. O(n log n).
 * Reference: Benjamini & Hochberg (1995), JRSS B 57:289.
 */
export function benjaminiHochberg(p: readonly number[], m = p.length): number[] {
  return adjustPValues(p, 'bh', m);
}
