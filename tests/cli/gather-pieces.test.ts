import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { gatherPieces } from '../../src/cli/gather-pieces.ts';

describe('gatherPieces', () => {
  it('loses nothing and keeps pieces large', () => {
    fc.assert(
      fc.property(fc.array(fc.string()), (pieces) => {
        expect([...gatherPieces(pieces)].join('')).toBe(pieces.join(''));
      }),
    );
    expect([...gatherPieces(Array(1000).fill('x'.repeat(1000)))].length).toBeLessThan(20);
    expect([...gatherPieces('whole')]).toEqual(['whole']);
  });
});
