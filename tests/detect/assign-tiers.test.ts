import { expect, it } from 'vitest';
import { assignTiers } from '../../src/detect/assign-tiers.ts';

const limits = { q_clear: 0.1, q_possible: 0.2, max_possible: 2 };
const same = (value: number): number => value;

it('parts the clear from the possible, surest first, and keeps few of the latter', () => {
  expect(assignTiers([0.19, 0.01, 0.15, 0.3, 0.12, 0.1], same, same, limits)).toEqual([
    { item: 0.01, tier: 'clear' },
    { item: 0.1, tier: 'clear' },
    { item: 0.12, tier: 'possible' },
    { item: 0.15, tier: 'possible' },
  ]);
});
