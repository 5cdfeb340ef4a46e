const [FADE_MEAN, FADE_SQUARE, LEAST] = [0.9, 0.999, 1e-8];

/** Numbers that are learned by Adam (Kingma and Ba 2015, algorithm 1), with what it remembers of each. */
export class AdamNumbers {
  readonly values: Float32Array;
  /** Where the error rises; added to by the one who learns, and cleared by a step. */
  readonly slope: Float32Array;
  private readonly mean: Float32Array;
  private readonly square: Float32Array;

  constructor(values: Float32Array) {
    this.values = values;
    this.slope = new Float32Array(values.length);
    this.mean = new Float32Array(values.length);
    this.square = new Float32Array(values.length);
  }

  /** Goes one step down the slope from one place up to another; `turn` counts from 1. */
  step(size: number, turn: number, from = 0, to = this.values.length): void {
    const rate = (size * Math.sqrt(1 - FADE_SQUARE ** turn)) / (1 - FADE_MEAN ** turn);
    for (let at = from; at < to; at++) {
      const slope = this.slope[at] as number;
      const mean = FADE_MEAN * (this.mean[at] as number) + (1 - FADE_MEAN) * slope;
      const square = FADE_SQUARE * (this.square[at] as number) + (1 - FADE_SQUARE) * slope * slope;
      this.mean[at] = mean;
      this.square[at] = square;
      this.values[at] = (this.values[at] as number) - (rate * mean) / (Math.sqrt(square) + LEAST);
      this.slope[at] = 0;
    }
  }
}
