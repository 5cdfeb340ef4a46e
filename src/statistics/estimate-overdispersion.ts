/** One unit of a funnel plot. */
export interface FunnelUnit {
  readonly observed: number;
  /** What the whole's rate would give this unit, > 0. */
  readonly expected: number;
}

const WINSORISED = 0.1;

/** Of sorted values, by R's type 7; 0 for none. */
function quantileOf(sorted: Float64Array, p: number): number {
  const place = (sorted.length - 1) * p;
  const low = sorted[Math.floor(place)] ?? 0;
  return low + (place - Math.floor(place)) * ((sorted[Math.ceil(place)] ?? 0) - low);
}

/**
 * Additive overdispersion of a funnel plot by moments (DerSimonian & Laird), from z-scores of square roots with the
 * outermost tenths pulled in: `tau2`, the variance of the square root of true ratios, 0 when Poisson noise explains the
 * spread; `dispersion`, the mean squared z-score, about 1 then. O(n log n).
 * Reference: Spiegelhalter (2005), Statistics in Medicine 24:1185; FunnelPlotR.
 */
export function estimateOverdispersion(units: readonly FunnelUnit[]): {
  readonly tau2: number;
  readonly dispersion: number;
} {
  const n = units.length;
  const z = Float64Array.from(
    units,
    ({ observed, expected }) => 2 * (Math.sqrt(observed) - Math.sqrt(expected)),
  );
  z.sort();
  const [low, high] = [quantileOf(z, WINSORISED), quantileOf(z, 1 - WINSORISED)];
  let [all, sum, squares] = [0, 0, 0];
  for (const value of z) all += Math.min(high, Math.max(low, value)) ** 2;
  for (const { expected } of units) {
    sum += 4 * expected;
    squares += (4 * expected) ** 2;
  }
  const dispersion = all / Math.max(1, n);
  const spare = sum - squares / sum;
  return { tau2: n > 1 ? Math.max(0, (n * dispersion - (n - 1)) / spare) : 0, dispersion };
}
