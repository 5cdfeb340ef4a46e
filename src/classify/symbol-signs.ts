import type { Rows } from './rows.ts';

/**
 * One of 32 bits for each symbol. Two sets of symbols whose bits have nothing in common have no symbol in common: most
 * questions are answered no by one look at two numbers.
 */
export function signOf(symbol: number): number {
  return 1 << (symbol & 31);
}

/** Every bit: stands for what no bit can rule out. */
export const ANY_SIGN = -1;

/** The bits of all symbols in each row. */
export function signRows({ starts, items }: Rows): Int32Array {
  const signs = new Int32Array(starts.length - 1);
  for (let row = 0; row < signs.length; row++) {
    let sign = 0;
    const end = starts[row + 1] as number;
    for (let at = starts[row] as number; at < end; at++) sign |= signOf(items[at] as number);
    signs[row] = sign;
  }
  return signs;
}
