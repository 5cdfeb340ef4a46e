import { describe, expect, it } from 'vitest';
import { kindOf } from '../../src/classify/label-kind.ts';
import { BELIEF_SIGNS, type BeliefWeights, type LabelSigns } from '../../src/classify/weigh-belief.ts';
import { createRandom } from '../../src/statistics/seeded-random.ts';
import type { BeliefCase } from './learn-belief.ts';
import { learnCompany } from './learn-company.ts';

const BELIEF: BeliefWeights = {
  start: 0,
  signs: Object.fromEntries(BELIEF_SIGNS.map((sign) => [sign, 0])) as BeliefWeights['signs'],
  labels: { theft: { given: 0, missed: 0 }, weapon: { given: 0, missed: 0 } },
};

function hear(code: string, strength: LabelSigns['strength'], isRight: boolean): BeliefCase {
  const signs: LabelSigns = {
    kind: kindOf(code),
    seems: 0.04,
    none: 0.5,
    strength,
    isByCategory: false,
    isByText: strength > 0,
    evidence: strength,
    hasCue: false,
    hasPhrase: false,
    isStopped: false,
    isNamed: false,
  };
  return { signs, isRight };
}

describe('learnCompany', () => {
  const random = createRandom('company');
  // Theft is right four times in five beside a weapon that is given, one time in five where none is.
  const records = Array.from({ length: 8000 }, () => {
    const isArmed = random() < 0.5;
    const isTheft = random() < (isArmed ? 0.8 : 0.2);
    const isEmpty = !isArmed && !isTheft;
    return { cases: [hear('theft', 0, isTheft), hear('weapon', isArmed ? 1 : 0, random() < 0.5)], isEmpty };
  });
  const { codes, labels, empty } = learnCompany(records, BELIEF);

  it('learns what a label that is given says of another', () => {
    expect(codes).toEqual(['theft', 'weapon']);
    const [own, weapon] = labels.theft?.given ?? [];
    expect(own).toBe(0);
    expect(weapon).toBeGreaterThan(2.4);
    expect(weapon).toBeLessThan(3.1);
    expect(labels.theft?.start).toBeCloseTo(Math.log(0.25), 0);
  });

  it('learns when a record deserves no label', () => {
    // Four in five where no weapon is given, none where one is.
    expect(empty.start).toBeCloseTo(Math.log(4), 0);
    expect(empty.given[1]).toBeLessThan(-3);
    expect(empty.none).toBe(0);
  });

  it('learns nothing where there is nothing', () => {
    expect(labels.weapon?.seems).toEqual([0, 0]);
    expect(Math.abs(labels.weapon?.start ?? 9)).toBeLessThan(0.15);
  });
});
