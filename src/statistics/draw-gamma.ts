import type { Random } from './seeded-random.ts';

/** A standard normal by the polar method; the second of each pair is thrown away to keep the stream stateless. */
function drawNormal(random: Random): number {
  for (;;) {
    const u = 2 * random() - 1;
    const v = 2 * random() - 1;
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
    const root = 1 + c * x;
    const v = root * root * root;
    if (v <= 0) continue;
    const place = 1 - random();
    const square = x * x;
    // Their squeeze: nineteen in twenty are taken without a logarithm, and none that would not be.
    if (place < 1 - 0.0331 * square * square) return d * v;
    if (Math.log(place) < square * 0.5 + d - d * v + d * Math.log(v)) return d * v;
  }
}
