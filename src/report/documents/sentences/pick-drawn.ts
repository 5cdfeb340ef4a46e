import { cutAtTie } from './cut-at-tie.ts';
import { formatCount } from './format-number.ts';

/**
 * What a chart draws of a ranked list, at most so many, and the words that say so: `the 7 most recorded` cuts no tie,
 * and where a tie goes through the whole it is `8 of 14`. The words are empty where all are drawn.
 */
export function pickDrawn<T extends { readonly count: number }>(
  ranked: readonly T[],
  most: number,
): { readonly drawn: readonly T[]; readonly told: string } {
  if (ranked.length <= most) return { drawn: ranked, told: '' };
  const whole = cutAtTie(ranked, most, ({ count }) => count);
  if (whole.length > 1) return { drawn: whole, told: `the ${formatCount(whole.length)} most recorded` };
  return { drawn: ranked.slice(0, most), told: `${formatCount(most)} of ${formatCount(ranked.length)}` };
}
