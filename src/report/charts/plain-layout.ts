import type { Font, Glyph, GlyphPosition, GlyphRun } from 'fontkit';
import type { Weight } from './font-weight.ts';
import { type PairKerning, pairKerning } from './pair-kerning.ts';

const COMBINING_FIRST = 0x300;
const COMBINING_LAST = 0x36f;

type ReadGlyph = (codePoint: number) => Glyph;

/**
 * The glyph of a letter, read as that letter. A face keeps one glyph object for all its uses, read as whatever it was
 * first met as: as nothing, where that was inside another letter (the ı of i), and then nobody could copy it.
 */
function createGlyphReader(font: Font): ReadGlyph {
  const known = new Map<number, Glyph>();
  return (codePoint) => {
    const own = known.get(codePoint);
    if (own !== undefined) return own;
    const glyph: Glyph = Object.create(font.glyphForCodePoint(codePoint), {
      codePoints: { value: [codePoint], enumerable: true },
    });
    known.set(codePoint, glyph);
    return glyph;
  };
}

/** Lays out one glyph a letter with pair kerning; null when a letter needs real shaping (combining marks). */
function layoutLetters(read: ReadGlyph, text: string, kerning: PairKerning): GlyphRun | null {
  const glyphs = [];
  const positions: GlyphPosition[] = [];
  let before = 0;
  for (const character of text) {
    const code = character.codePointAt(0) ?? 0;
    if (code >= COMBINING_FIRST && code <= COMBINING_LAST) return null;
    const glyph = read(code);
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
  const read = createGlyphReader(font);
  font.layout = (text, features) =>
    features === undefined ? (layoutLetters(read, text, kerning) ?? shape(text)) : shape(text, features);
  return font;
}
