/** The next number from a seeded stream, 0 <= u < 1. */
export type Random = () => number;

/** FNV-1a, 32 bits, over UTF-16 units. */
function hash(text: string, start: number): number {
  let state = start;
  for (let i = 0; i < text.length; i++) state = Math.imul(state ^ text.charCodeAt(i), 0x01000193);
  return state >>> 0;
}

const WARM_UP = 16;

/**
 * A seeded stream of random numbers (sfc32: four 32-bit words, period at least 2^32), so that the same file gives
 * the same findings on every machine. The seed is text or a number, best made from the data itself. Not for secrets.
 * Reference: Doty-Humphrey, PractRand, small fast counting generator.
 */
export function createRandom(seed: string | number): Random {
  const text = String(seed);
  let a = hash(text, 0x811c9dc5);
  let b = hash(text, 0x9e3779b9);
  let c = hash(text, 0x85ebca6b);
  let counter = 1;
  const next = () => {
    const sum = (a + b + counter) | 0;
    counter = (counter + 1) | 0;
    a = b ^ (b >>> 9);
    b = (c + (c << 3)) | 0;
    c = (((c << 21) | (c >>> 11)) + sum) | 0;
    return (sum >>> 0) / 0x1_0000_0000;
  };
  for (let i = 0; i < WARM_UP; i++) next();
  return next;
}
