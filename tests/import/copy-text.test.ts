import fc from 'fast-check';
import { expect, it } from 'vitest';
import { copyText } from '../../src/import/copy-text.ts';

it('gives the same text', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'binary' }), (text) => {
      expect(copyText(text)).toBe(text);
    }),
  );
});
