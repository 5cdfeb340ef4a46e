import { createRequire } from 'node:module';
import { brotliCompressSync, deflateRawSync } from 'node:zlib';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
// @ts-expect-error a plain module that the build puts in place of brotli
import unpackBrotli from '../../src/shims/node-brotli.mjs';

const require = createRequire(import.meta.url);
const inflate = require('../../src/shims/node-inflate.cjs');
/** What fontkit itself would load. */
const fromFontkit = createRequire(require.resolve('fontkit'));
const tinyInflate = fromFontkit('tiny-inflate');
const brotli = fromFontkit('brotli/decompress.js');

const bytes = fc.oneof(
  fc.uint8Array({ maxLength: 600 }),
  fc.array(fc.constantFrom(0, 1, 255), { maxLength: 600 }).map((values) => Uint8Array.from(values)),
);

describe('what unpacks the tables of fontkit', () => {
  it('inflates as tiny-inflate does, into a target of the size or a larger one', () => {
    fc.assert(
      fc.property(bytes, fc.integer({ min: 0, max: 50 }), (given, spare) => {
        const packed = new Uint8Array(deflateRawSync(given));
        const target = (): Uint8Array => new Uint8Array(given.length + spare);
        expect([...inflate(packed, target())]).toEqual([...tinyInflate(packed, target())]);
      }),
    );
  });

  it('unpacks brotli as brotli does', () => {
    for (const given of [Buffer.from('Where, when and how often. '.repeat(40)), Buffer.from([1, 2, 3])]) {
      const packed = new Uint8Array(brotliCompressSync(given));
      expect([...unpackBrotli(packed)]).toEqual([...brotli(packed)]);
    }
  });
});
