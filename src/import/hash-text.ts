/**
 * A running 53-bit hash of texts (cyrb53 mixing: two 32-bit multiplicative lanes). Used to tell whether two
 * rows of one incident are the same, never across incidents, so that 53 bits are ample.
 */
export interface TextHash {
  readonly add: (text: string) => void;
  readonly value: () => number;
}

/** Starts a hash; texts are set apart, so that `ab`,`c` and `a`,`bc` differ. */
export function startHash(seed = 0): TextHash {
  let low = 0xdeadbeef ^ seed;
  let high = 0x41c6ce57 ^ seed;
  return {
    add: (text) => {
      for (let i = 0; i < text.length; i++) {
        const code = text.charCodeAt(i);
        low = Math.imul(low ^ code, 2_654_435_761);
        high = Math.imul(high ^ code, 1_597_334_677);
      }
      low = Math.imul(low ^ 0x1f, 2_654_435_761);
      high = Math.imul(high ^ 0x1f, 1_597_334_677);
    },
    value: () => {
      let a = Math.imul(low ^ (low >>> 16), 2_246_822_507);
      a ^= Math.imul(high ^ (high >>> 13), 3_266_489_909);
      let b = Math.imul(high ^ (high >>> 16), 2_246_822_507);
      b ^= Math.imul(low ^ (low >>> 13), 3_266_489_909);
      return 4_294_967_296 * (2_097_151 & b) + (a >>> 0);
    },
  };
}
