import { logGamma } from './log-gamma.ts';

/** From here on Stirling's series for ln Gamma has every digit in five terms. */
const STIRLING_FROM = 15;

/** What ln Gamma(a + 1) is above Stirling's (a + 1/2) ln a - a + ln(2 pi) / 2; a at least 15. */
function stirlingError(a: number): number {
  const inverse = 1 / (a * a);
  return (1 / 12 - inverse * (1 / 360 - inverse * (1 / 1260 - inverse * (1 / 1680 - inverse / 1188)))) / a;
}

/** a ln(a / x) + x - a: no digits lost where x is near a, by the odd powers of (a - x) / (a + x). */
function deviance(a: number, x: number): number {
  const v = (a - x) / (a + x);
  if (Math.abs(v) > 0.1) return a * Math.log(a / x) + x - a;
  let sum = (a - x) * v;
  let power = 2 * a * v;
  for (let odd = 3; ; odd += 2) {
    power *= v * v;
    const next = sum + power / odd;
    if (next === sum) return sum;
    sum = next;
  }
}

/**
 * x^a e^-x / Gamma(a + 1): the Poisson probability of a at mean x, a > 0 need not be whole, x > 0. By the deviance
 * rather than by ln Gamma, whose size costs six digits at a count of 100,000. Loader (2000), Fast and accurate
 * computation of binomial probabilities.
 */
export function gammaKernel(a: number, x: number): number {
  if (a < STIRLING_FROM) return Math.exp(a * Math.log(x) - x - logGamma(a + 1));
  return Math.exp(-stirlingError(a) - deviance(a, x)) / Math.sqrt(2 * Math.PI * a);
}
