import { findRoot } from './find-root.ts';
import { logBeta } from './special-functions/log-beta.ts';

export interface FisherExact {
  readonly pTwoSided: number;
  readonly pGreater: number;
  readonly pLess: number;
  /** Maximum-likelihood odds ratio given the margins; not a d / (b c). null when only one table is possible. */
  readonly conditionalOddsRatio: number | null;
  readonly ciLower: number;
  readonly ciUpper: number;
}

const TIE = 1 + 1e-7;
/** Logarithms of odds ratios between which the answer is looked for. */
const LOG_ODDS = 80;

/** Distribution of the first cell given all margins, at a log odds ratio: `values[i]` has probability `chances[i]`. */
function tableDistribution(a: number, b: number, c: number, d: number) {
  const [row, column, all] = [a + b, a + c, a + b + c + d];
  const low = Math.max(0, row + column - all);
  const values = Array.from({ length: Math.min(row, column) - low + 1 }, (_, i) => low + i);
  const logChoose = (n: number, k: number) => -Math.log(n + 1) - logBeta(n - k + 1, k + 1);
  const logWeights = values.map((x) => logChoose(column, x) + logChoose(all - column, row - x));
  const at = (logOdds: number): number[] => {
    const logs = logWeights.map((weight, i) => weight + (values[i] ?? 0) * logOdds);
    const top = logs.reduce((most, log) => Math.max(most, log), Number.NEGATIVE_INFINITY);
    const weights = logs.map((log) => Math.exp(log - top));
    const sum = weights.reduce((total, weight) => total + weight, 0);
    return weights.map((weight) => weight / sum);
  };
  return { values, at };
}

/**
 * Fisher's exact test of a 2 x 2 table: a of a + b in the group, c of c + d in the comparison. For groups where an
 * expected count is under 5. Two-sided p by tables no likelier than the one seen; odds ratio and limits by solving the
 * noncentral hypergeometric to full precision (R solves them loosely). Limits are 0 and Infinity at empty cells.
 * O(smallest margin). Reference: Fisher (1935); Cornfield (1956).
 */
export function fisherExact(a: number, b: number, c: number, d: number, confidence = 0.95): FisherExact {
  const { values, at } = tableDistribution(a, b, c, d);
  const [lowest = 0, highest = 0] = [values[0], values.at(-1)];
  const sumWhere = (chances: readonly number[], keep: (x: number, chance: number) => boolean): number =>
    Math.min(
      1,
      chances.reduce((sum, chance, i) => (keep(values[i] ?? 0, chance) ? sum + chance : sum), 0),
    );
  const none = at(0);
  const seen = none[a - lowest] ?? 0;
  const tail = (1 - confidence) / 2;
  const solve = (f: (logOdds: number) => number) => Math.exp(findRoot(f, -LOG_ODDS, LOG_ODDS));
  const mean = (logOdds: number) =>
    at(logOdds).reduce((sum, chance, i) => sum + chance * (values[i] ?? 0), 0);
  const oddsRatio = () => {
    if (lowest === highest) return null;
    if (a === lowest) return 0;
    return a === highest ? Number.POSITIVE_INFINITY : solve((logOdds) => mean(logOdds) - a);
  };
  return {
    pTwoSided: sumWhere(none, (_, chance) => chance <= seen * TIE),
    pGreater: sumWhere(none, (x) => x >= a),
    pLess: sumWhere(none, (x) => x <= a),
    conditionalOddsRatio: oddsRatio(),
    ciLower: a === lowest ? 0 : solve((logOdds) => sumWhere(at(logOdds), (x) => x >= a) - tail),
    ciUpper:
      a === highest
        ? Number.POSITIVE_INFINITY
        : solve((logOdds) => tail - sumWhere(at(logOdds), (x) => x <= a)),
  };
}
