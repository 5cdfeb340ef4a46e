import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { createFeatureTable } from '../../src/classify/feature-table.ts';

const feature = fc.nat({ max: 2 ** 32 - 1 });

describe('createFeatureTable', () => {
  it('finds each feature at its place and no other', () => {
    fc.assert(
      fc.property(fc.uniqueArray(feature, { maxLength: 400 }), fc.array(feature), (own, others) => {
        const features = Uint32Array.from(own).sort();
        const find = createFeatureTable(features);
        features.forEach((one, place) => {
          expect(find(one)).toBe(place);
        });
        for (const other of others) expect(find(other)).toBe(features.indexOf(other));
      }),
    );
  });

  it('finds features that would all stand in the last place', () => {
    const features = Uint32Array.of(2 ** 32 - 4, 2 ** 32 - 3, 2 ** 32 - 2, 2 ** 32 - 1);
    const find = createFeatureTable(features);
    expect(Array.from(features, find)).toEqual([0, 1, 2, 3]);
    expect(find(2 ** 32 - 5)).toBe(-1);
  });

  it('knows nothing of an empty list', () => {
    expect(createFeatureTable(new Uint32Array())(7)).toBe(-1);
  });
});
