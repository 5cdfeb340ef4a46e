import { describe, expect, it } from 'vitest';
import { estimateTails } from '../../src/detect/estimate-tails.ts';
import { createRandom } from '../../src/statistics/seeded-random.ts';

const LIMITS = { replicates: 400, stop_after_exceeding: 6 };

/** A statistic whose chance of being `seen` or more is known, with a count of how often it was drawn. */
function ask(seen: number, seed: string) {
  const random = createRandom(seed);
  const question = {
    seen,
    drawn: 0,
    draw: () => {
      question.drawn += 1;
      // Gumbel: P(at least x) = 1 - exp(-exp(-x)).
      return -Math.log(-Math.log(1 - random()));
    },
  };
  return question;
}

const chance = (seen: number): number => -Math.expm1(-Math.exp(-seen));

describe('estimateTails', () => {
  it('reads chances that counting replicates could not', () => {
    const asked = [1, 3, 5, 9].map((seen) => ask(seen, `tail ${seen}`));
    const found = estimateTails(asked, LIMITS, 0.1);
    asked.forEach(({ seen }, at) => {
      expect(Math.abs(Math.log((found[at] ?? 0) / chance(seen)))).toBeLessThan(1.2);
    });
  });

  it('draws all replicates only where they decide the list', () => {
    const [common, near, sure] = [ask(0, 'common'), ask(3.4, 'near'), ask(12, 'sure')];
    estimateTails([common, near, sure], LIMITS, 0.1);
    expect(common.drawn).toBeLessThan(30);
    expect(sure.drawn).toBe(60);
    expect(near.drawn).toBeGreaterThan(60);
  });

  it('gives a p of 1 to what cannot be listed, and keeps it in the family', () => {
    const alone = ask(3.4, 'family');
    estimateTails([alone], LIMITS, 0.005);
    const amongMany = ask(3.4, 'family');
    const p = estimateTails([amongMany, ...Array.from({ length: 50 }, () => null)], LIMITS, 0.005);
    expect(p.slice(1)).toEqual(Array.from({ length: 50 }, () => 1));
    // Hopeless in so large a family: the first look is enough.
    expect(amongMany.drawn).toBeLessThanOrEqual(60);
    expect(alone.drawn).toBeGreaterThan(60);
  });
});
