import { expect, it } from 'vitest';
import type { DetectionContext } from '../../src/detect/detection-context.ts';
import { measureOwnUsual } from '../../src/detect/measure-own-usual.ts';
import { readThresholds } from '../../src/detect/read-thresholds.ts';

/** A record of two categories and one term, each pupil exposed as much; `counts` are each pupil's records by category. */
function makeContext(counts: readonly (readonly [number, number])[]): DetectionContext {
  const events = counts.map(([first, second]) => [
    ...Array.from({ length: first }, () => ({ categories: [0] })),
    ...Array.from({ length: second }, () => ({ categories: [1] })),
  ]);
  return {
    record: { terms: [{}], pupils: counts, categories: ['Theft', 'Disruption'], events },
    exposure: { ofTerms: { weighted: Float64Array.from(counts, () => 60) } },
    thresholds: readThresholds(),
  } as unknown as DetectionContext;
}

const { ratio, least, most, added, weight } = readThresholds().pupil_pattern.usual;

it('takes as usual what the formula says of a pupil as busy otherwise as the mean', () => {
  const usual = measureOwnUsual(
    makeContext([
      [4, 2],
      [0, 2],
    ]),
  );
  expect(usual(0, 0)).toBeCloseTo(ratio, 12);
});

it('takes less as usual for a pupil with nothing else, more for one with much else, within its limits', () => {
  const usual = measureOwnUsual(
    makeContext([
      [4, 0],
      [4, 2],
      [4, 400],
    ]),
  );
  expect(usual(0, 0)).toBe(least);
  expect(usual(1, 0)).toBeLessThan(ratio);
  expect(usual(2, 0)).toBe(most);
});

it('follows the formula in between', () => {
  const usual = measureOwnUsual(
    makeContext([
      [1, 2],
      [3, 4],
    ]),
  );
  // Six records of Disruption over 120 weighted days: three expected of each pupil.
  expect(usual(0, 0)).toBeCloseTo(ratio * ((2 + added) / (3 + added)) ** weight, 12);
  // Four of Theft: two expected, one and three observed.
  expect(usual(1, 1)).toBeCloseTo(ratio * ((3 + added) / (2 + added)) ** weight, 12);
});

it('says the ratio itself where nobody was exposed', () => {
  const context = makeContext([[0, 0]]);
  context.exposure.ofTerms.weighted.fill(0);
  expect(measureOwnUsual(context)(0, 0)).toBe(ratio);
});
