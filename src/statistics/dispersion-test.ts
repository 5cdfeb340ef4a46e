import { incompleteGammaUpper } from './special-functions/incomplete-gamma.ts';

export interface DispersionTest {
  readonly mean: number;
  /** With n - 1. */
  readonly variance: number;
  /** Variance over mean: 1 for Poisson. */
  readonly indexOfDispersion: number;
  readonly chi2: number;
  readonly df: number;
  /** Evidence that counts vary more than Poisson. */
  readonly pUpper: number;
  /** Negative binomial size by moments; null when counts vary no more than Poisson. */
  readonly nbSizeMoment: number | null;
}

/**
 * Fisher's index of dispersion: do counts vary more than a Poisson with one rate would? (n - 1) variance / mean against
 * chi-squared with n - 1 degrees of freedom. null under two counts or with no event. O(n).
 */
export function dispersionTest(counts: readonly number[]): DispersionTest | null {
  const n = counts.length;
  const mean = counts.reduce((sum, count) => sum + count, 0) / n;
  if (n < 2 || mean === 0) return null;
  const squares = counts.reduce((sum, count) => sum + (count - mean) ** 2, 0);
  const [variance, chi2, df] = [squares / (n - 1), squares / mean, n - 1];
  return {
    mean,
    variance,
    indexOfDispersion: variance / mean,
    chi2,
    df,
    pUpper: incompleteGammaUpper(chi2 / 2, df / 2),
    nbSizeMoment: variance > mean ? mean ** 2 / (variance - mean) : null,
  };
}
