import { describe, expect, it } from 'vitest';
import { settleTier } from '../../src/detect/settle-tier.ts';

describe('settleTier', () => {
  it('calls no change clear whose interval holds none, and leaves what is possible so', () => {
    expect(settleTier('clear', [0.4, 1.02])).toBe('possible');
    expect(settleTier('clear', [0.4, 0.98])).toBe('clear');
    expect(settleTier('clear', [1.01, Number.POSITIVE_INFINITY])).toBe('clear');
    expect(settleTier('possible', [2, 3])).toBe('possible');
  });
});
