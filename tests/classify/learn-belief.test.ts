import { describe, expect, it } from 'vitest';
import { kindOf } from '../../src/classify/label-kind.ts';
import { type LabelSigns, weighBelief } from '../../src/classify/weigh-belief.ts';
import { createRandom } from '../../src/statistics/seeded-random.ts';
import { type BeliefCase, learnBelief } from './learn-belief.ts';

const KINDS = ['weapon', 'theft'].map(kindOf);

/** Cases in which the chance of being right is known. */
function drawCases(count: number): BeliefCase[] {
  const random = createRandom('belief');
  return Array.from({ length: count }, (_, at) => {
    const kind = KINDS[at % 2] as LabelSigns['kind'];
    const strength = random() < 0.5 ? 0 : 1;
    const hasCue = strength === 0 && random() < 0.5;
    const seems = random();
    const sum = Math.log(seems / (1 - seems)) + 2 * strength + (hasCue ? 1 : 0) - (at % 2);
    const signs: LabelSigns = {
      kind,
      seems,
      none: 0.5,
      strength,
      isByCategory: false,
      isByText: true,
      evidence: strength,
      hasCue,
      hasPhrase: false,
      isStopped: false,
      isNamed: false,
    };
    return { signs, isRight: random() < 1 / (1 + Math.exp(-sum)) };
  });
}

describe('learnBelief', () => {
  const cases = drawCases(20_000);
  const learned = learnBelief(cases);

  it('finds the weights that the cases were drawn with', () => {
    expect(learned.signs.seems).toBeCloseTo(1, 0);
    expect(learned.signs.cue).toBeGreaterThan(0.7);
    expect(learned.signs.cue).toBeLessThan(1.3);
    const gap = (learned.labels.weapon?.given ?? 0) - (learned.labels.theft?.given ?? 0);
    expect(gap).toBeGreaterThan(0.7);
    expect(gap).toBeLessThan(1.3);
  });

  it('believes as many as are right', () => {
    const sum = cases.reduce((total, { signs }) => total + weighBelief(signs, 0, learned), 0);
    const right = cases.filter(({ isRight }) => isRight).length;
    expect(sum / right).toBeGreaterThan(0.98);
    expect(sum / right).toBeLessThan(1.02);
  });
});
