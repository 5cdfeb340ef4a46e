import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { kindOf } from '../../src/classify/label-kind.ts';
import {
  BELIEF_SIGNS,
  type BeliefWeights,
  type LabelSigns,
  measureSigns,
  weighBelief,
} from '../../src/classify/weigh-belief.ts';
import { readTaxonomy } from '../../src/policy/taxonomy.ts';

const chance = fc.double({ min: 0, max: 1, noNaN: true });
const signsOf: fc.Arbitrary<LabelSigns> = fc.record({
  kind: fc.constantFrom(...readTaxonomy().labels.map(({ code }) => kindOf(code))),
  seems: chance,
  none: chance,
  strength: fc.constantFrom(0, 1, 2, 3),
  isByCategory: fc.boolean(),
  isByText: fc.boolean(),
  evidence: fc.nat(6),
  hasCue: fc.boolean(),
  hasPhrase: fc.boolean(),
  isStopped: fc.boolean(),
  isNamed: fc.boolean(),
});

const nothing = Object.fromEntries(BELIEF_SIGNS.map((sign) => [sign, 0])) as BeliefWeights['signs'];

describe('weighBelief', () => {
  it('is a chance, whatever the signs', () => {
    fc.assert(
      fc.property(signsOf, (signs) => {
        const belief = weighBelief(signs);
        expect(belief).toBeGreaterThan(0);
        expect(belief).toBeLessThan(1);
        expect(measureSigns(signs)).toHaveLength(BELIEF_SIGNS.length);
      }),
    );
  });

  it('believes more of what the second reader finds likelier', () => {
    fc.assert(
      fc.property(signsOf, chance, chance, (signs, one, other) => {
        const [less, more] = [Math.min(one, other), Math.max(one, other)];
        expect(weighBelief({ ...signs, seems: more })).toBeGreaterThanOrEqual(
          weighBelief({ ...signs, seems: less }),
        );
      }),
    );
  });

  it('adds up weights as a logistic regression does, with the start of the label', () => {
    const signs: LabelSigns = {
      kind: kindOf('weapon'),
      seems: 0.75,
      none: 0.5,
      strength: 2,
      isByCategory: false,
      isByText: true,
      evidence: 1,
      hasCue: false,
      hasPhrase: false,
      isStopped: false,
      isNamed: false,
    };
    const weights: BeliefWeights = {
      start: -1,
      signs: { ...nothing, seems: 2, given: 0.5 },
      labels: { weapon: { given: 0.25, missed: 9 } },
    };
    // -1 + 2 ln 3 + 0.5 + 0.25
    expect(weighBelief(signs, 0, weights)).toBeCloseTo(1 / (1 + Math.exp(-(-0.25 + 2 * Math.log(3)))), 12);
    const missed = { ...signs, strength: 0, hasCue: true } as const;
    expect(weighBelief(missed, 0, { start: 0, signs: { ...nothing, cue: 1 }, labels: {} })).toBeCloseTo(
      1 / (1 + Math.exp(-1)),
      12,
    );
  });
});
