import { readFileSync } from 'node:fs';
import { create } from 'fontkit';
import { describe, expect, it } from 'vitest';
import { findFontFile, loadFont } from '../../../src/report/charts/font-files.ts';

const shaper = create(readFileSync(findFontFile('regular')));
const plain = loadFont('regular');
const FEATURES = { liga: false, clig: false };

/** Advance widths as drawn, in font units. */
function advances(font: typeof plain, text: string, features?: Record<string, boolean>): number[] {
  return font.layout(text, features).positions.map(({ xAdvance }) => xAdvance);
}

describe('plain layout', () => {
  it.each(['Toilets', 'AVATAR', 'Year 7', 'P. 3, 12:40', "Tom's"])('sets %s as full shaping does', (text) => {
    const [word = ''] = text.split(' ');
    expect(advances(plain, word)).toEqual(advances(shaper, word, FEATURES));
  });

  it('gives a glyph for each letter, with its code point', () => {
    const run = plain.layout('Łŵ→');
    expect(run.glyphs.map(({ id }) => id)).toEqual(
      [...'Łŵ→'].map((letter) => plain.glyphForCodePoint(letter.codePointAt(0) ?? 0).id),
    );
    expect(run.advanceWidth).toBe(run.positions.reduce((sum, { xAdvance }) => sum + xAdvance, 0));
  });

  it('reads each glyph as the letter it stands for, also one that is part of another', () => {
    plain.layout('i');
    for (const text of ['Aydın', 'a\u00a0b', 'x y'])
      expect(plain.layout(text).glyphs.flatMap(({ codePoints }) => codePoints)).toEqual(
        [...text].map((letter) => letter.codePointAt(0)),
      );
  });

  it('kerns', () => {
    const apart = plain.layout('A').advanceWidth + plain.layout('V').advanceWidth;
    expect(plain.layout('AV').advanceWidth).toBeLessThan(apart);
  });

  it('leaves combining marks and asked-for features to the shaper', () => {
    const marked = 'e\u0301';
    expect(plain.layout(marked).glyphs.length).toBe(shaper.layout(marked).glyphs.length);
    expect(advances(plain, 'ffi', FEATURES)).toEqual(advances(shaper, 'ffi', FEATURES));
  });
});
