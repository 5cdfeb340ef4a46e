import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';
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

it('keeps nothing of the text it was cut out of', () => {
  setFlagsFromString('--expose-gc');
  const collect = runInNewContext('gc') as () => void;
  const measure = (keep: (text: string) => string): number => {
    collect();
    const before = process.memoryUsage().heapUsed;
    const kept = Array.from({ length: 40 }, (_, at) =>
      keep(Buffer.alloc(1_000_000, `${at}`).toString('latin1').slice(100, 140)),
    );
    collect();
    const grown = process.memoryUsage().heapUsed - before;
    expect(kept).toHaveLength(40);
    return grown;
  };
  expect(measure(copyText)).toBeLessThan(8_000_000);
});
