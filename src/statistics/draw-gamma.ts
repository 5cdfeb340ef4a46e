import type { Random } from './seeded-random.ts';

/** A standard normal by the polar method; the second of each pair is thrown away to keep the stream stateless. */
function drawNormal(random: Random): number {
  for (;;) {
    const [u, v] = [2 * random() - 1, 2 * random() - 1];
    const radius = u * u + v * v;
    if (radius > 0 && radius < 1) return u * Math.sqrt((-2 * Math.log(radius)) / radius);
  }
}

/**
 * One draw from Gamma(shape, rate 1), shape > 0. Reference: Marsaglia & Tsang (2000), ACM TOMS 26:363, with their
 * power of a uniform for shapes under 1.
 */
export function drawGamma(random: Random, shape: number): number {
  if (shape < 1) return drawGamma(random, shape + 1) * (1 - random()) ** (1 / shape);
  const d = shape - 1 / 3;
  const c = 1 / Math.sqrt(9 * d);
  for (;;) {
    const x = drawNormal(random);
    const v = (1 + c * x) ** 3;
    if (v > 0 && Math.log(1 - random()) < x * x * 0.5 + d - d * v + d * Math.log(v)) return d * v;
  }
}
