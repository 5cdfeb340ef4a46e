import { describe, expect, it } from 'vitest';
import { levelLadder, levelRule } from '../../src/duties/level-rule.ts';
import { loadProfile } from '../../src/policy/load-profile.ts';

const PROFILES = ['alvaston', 'vale', 'pencoedtre', 'infiniti', 'atelier21'];

describe('levelRule', () => {
  it.each(PROFILES)('%s: says what the profile says', async (name) => {
    const { duties, ladders } = await loadProfile(name, '/');
    // What is left out is undefined, which is the same to whoever reads it; nothing else is lost or added.
    expect(duties.map(levelRule)).toEqual(duties);
    expect(ladders.map(levelLadder)).toEqual(ladders);
  });

  it.each(PROFILES)(
    '%s: gives every rule and every follow-up the same keys in the same order',
    async (name) => {
      const { duties, ladders } = await loadProfile(name, '/');
      const rules = duties.map(levelRule);
      const needs = [
        ...rules.flatMap((rule) => rule.needs ?? []),
        ...ladders.map(levelLadder).flatMap(({ steps }) => steps.flatMap((step) => step.needs)),
      ];
      const keysOf = (all: readonly object[]) => new Set(all.map((one) => Object.keys(one).join(' ')));
      expect(keysOf(rules).size).toBe(1);
      expect(keysOf(needs).size).toBeLessThanOrEqual(1);
    },
  );
});
