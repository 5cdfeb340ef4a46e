import { describe, expect, it } from 'vitest';
import { learnWeights, type TrainingRow } from './learn-weights.ts';

const row = (...places: number[]): TrainingRow => ({
  places: Int32Array.from(places),
  values: Float32Array.from(places, () => 1),
});

describe('learnWeights', () => {
  const rows = [row(1, 2), row(1, 3), row(4, 2), row(4, 3)];
  const answers = [[1], [1], [0], [0]].map((answer) => Uint8Array.from(answer));
  const costs = [4, 4, 4, 4];

  it('finds the feature that tells, the same each time', () => {
    const { weights, bias } = learnWeights({ rows, answers, costs, heads: 1, features: 200 });
    const score = (...buckets: number[]) =>
      buckets.reduce((sum, bucket) => sum + (weights[bucket] ?? 0), bias[0] ?? 0);
    expect(score(1)).toBeGreaterThan(0.5);
    expect(score(4)).toBeLessThan(-0.5);
    expect(Math.abs((weights[2] ?? 0) - (weights[3] ?? 0))).toBeLessThan(0.05);
    expect(learnWeights({ rows, answers, costs, heads: 1, features: 200 }).weights).toEqual(weights);
  });

  it('meets the condition of the optimum: each weight is the sum of the costs of what is left wrong', () => {
    const many = Array.from({ length: 40 }, () => rows).flat();
    const right = Array.from({ length: 40 }, () => answers).flat();
    const { weights, bias } = learnWeights({
      rows: many,
      answers: right,
      costs: many.map(() => 0.1),
      heads: 1,
      features: 200,
    });
    const wrong = many.map(({ places }, at) => {
      const score = [...places].reduce((sum, bucket) => sum + (weights[bucket] ?? 0), bias[0] ?? 0);
      const answer = right[at]?.[0] ?? 0;
      return (answer === 1 ? 0.5 : 0.1) * (answer - 1 / (1 + Math.exp(-score)));
    });
    for (const bucket of [1, 2, 3, 4]) {
      const sum = wrong.reduce((all, one, at) => all + (many[at]?.places.includes(bucket) ? one : 0), 0);
      expect(weights[bucket]).toBeCloseTo(sum, 1);
    }
  });

  it('stays finite for a record that everything else speaks against', () => {
    const features = Array.from({ length: 80 }, (_, at) => at + 1);
    const plain = features.flatMap((feature) => Array.from({ length: 5 }, () => row(feature)));
    const other = features.map((feature) => row(feature + 100));
    const learned = learnWeights({
      rows: [...plain, ...other, row(...features)],
      answers: [...plain.map(() => 1), ...other.map(() => 0), 0].map((answer) => Uint8Array.of(answer)),
      costs: [...plain.map(() => 10), ...other.map(() => 10), 0.01],
      heads: 1,
      features: 200,
    });
    expect(learned.bias[0]).not.toBeNaN();
    expect(learned.weights.every(Number.isFinite)).toBe(true);
  });
});
