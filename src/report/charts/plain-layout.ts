import type { Font, GlyphPosition, GlyphRun } from 'fontkit';
import type { Weight } from './font-weight.ts';
import { type PairKerning, pairKerning } from './pair-kerning.ts';

const COMBINING_FIRST = 0x300;
const COMBINING_LAST = 0x36f;

/** Lays out one glyph a letter with pair kerning; null when a letter needs real shaping (combining marks). */
function layoutLetters(font: Font, text: string, kerning: PairKerning): GlyphRun | null {
  const glyphs = [];
  const positions: GlyphPosition[] = [];
  let before = 0;
  for (const character of text) {
    const code = character.codePointAt(0) ?? 0;
    if (code >= COMBINING_FIRST && code <= COMBINING_LAST) return null;
    const glyph = font.glyphForCodePoint(code);
    const last = positions.at(-1);
    if (last !== undefined) last.xAdvance += kerning(before, code);
    glyphs.push(glyph);
    positions.push({ xAdvance: glyph.advanceWidth, yAdvance: 0, xOffset: 0, yOffset: 0 });
    before = code;
  }
  return {
    glyphs,
    positions,
    // Read after the caller has scaled the positions in place.
    get advanceWidth() {
      return positions.reduce((sum, { xAdvance }) => sum + xAdvance, 0);
    },
  };
}

/**
 * Gives a face a layout that is enough for Latin, Greek and Cyrillic text set letter by letter, and many times
 * faster than full shaping; whatever it cannot set goes to the shaper as before.
 */
export function usePlainLayout(font: Font, weight: Weight): Font {
  const shape = font.layout.bind(font);
  const kerning = pairKerning(weight, { ...font, layout: shape } as Font);
  font.layout = (text, features) =>
    features === undefined ? (layoutLetters(font, text, kerning) ?? shape(text)) : shape(text, features);
  return font;
}
