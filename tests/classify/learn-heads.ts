import type { PhraseNet } from './phrase-net.ts';

/** A label is rare: overlooking it costs more than seeing it where it is not. */
const RARE = 2;

/** Places of the answers that are above 0. */
function listHeard(answers: Float32Array): Int32Array {
  const heard = new Int32Array(answers.length);
  let count = 0;
  for (let at = 0; at < answers.length; at++) if (answers[at] !== 0) heard[count++] = at;
  return heard.subarray(0, count);
}

/** What heads and units say of the answers, and what the units say to the heads; those below 0 are silent. */
function scoreHeads(net: PhraseNet, heard: Int32Array): void {
  const { heads, units, weights, bias, unitWeights, answers, scores } = net;
  for (let out = 0; out < heads + units; out++) {
    const from = out * answers.length;
    let score = bias.values[out] as number;
    for (let place = 0; place < heard.length; place++) {
      const at = heard[place] as number;
      score += (weights.values[from + at] as number) * (answers[at] as number);
    }
    scores[out] = score;
  }
  for (let unit = 0; unit < units; unit++) {
    const value = Math.max(0, scores[heads + unit] as number);
    scores[heads + unit] = value;
    if (value === 0) continue;
    for (let head = 0; head < heads; head++)
      scores[head] = (scores[head] as number) + value * (unitWeights.values[unit * heads + head] as number);
  }
}

/** The slope of each unit by those of the heads, which learn what to make of it. */
function teachUnits({ heads, units, unitWeights, scores, slopes }: PhraseNet): void {
  for (let unit = 0; unit < units; unit++) {
    const value = scores[heads + unit] as number;
    let slope = 0;
    if (value > 0)
      for (let head = 0; head < heads; head++) {
        const cell = unit * heads + head;
        slope += (slopes[head] as number) * (unitWeights.values[cell] as number);
        unitWeights.slope[cell] = (unitWeights.slope[cell] as number) + (slopes[head] as number) * value;
      }
    slopes[heads + unit] = slope;
  }
}

/**
 * What the heads say of the answers; their errors go to their weights and to the answers that they heard. `right` holds 1
 * or 0 for each head, and `share` is the part of the record in its batch.
 */
export function learnHeads(net: PhraseNet, right: Uint8Array, share: number): void {
  const { heads, units, weights, bias, answers, answerSlope, scores, slopes } = net;
  const heard = listHeard(answers);
  scoreHeads(net, heard);
  for (let head = 0; head < heads; head++) {
    const likely = 1 / (1 + Math.exp(-(scores[head] as number)));
    slopes[head] = (right[head] === 1 ? RARE * (likely - 1) : likely) * share;
  }
  teachUnits(net);
  for (let out = 0; out < heads + units; out++) {
    const slope = slopes[out] as number;
    if (slope === 0) continue;
    const from = out * answers.length;
    bias.slope[out] = (bias.slope[out] as number) + slope;
    for (let place = 0; place < heard.length; place++) {
      const at = heard[place] as number;
      weights.slope[from + at] = (weights.slope[from + at] as number) + slope * (answers[at] as number);
      answerSlope[at] = (answerSlope[at] as number) + slope * (weights.values[from + at] as number);
    }
  }
}
