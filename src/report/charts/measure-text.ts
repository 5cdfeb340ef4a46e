import { loadFont } from './font-files.ts';
import type { Weight } from './font-weight.ts';

const advances: Record<Weight, Map<string, number>> = { regular: new Map(), semibold: new Map() };

/**
 * The width of a text in points from the advance widths of the bundled font, without kerning. Kerning only ever
 * tightens these faces by a percent or two, so a text measured to fit does fit when drawn.
 */
export function measureText(text: string, size: number, weight: Weight = 'regular'): number {
  const font = loadFont(weight);
  const known = advances[weight];
  let units = 0;
  for (const character of text) {
    let advance = known.get(character);
    if (advance === undefined) {
      advance = font.glyphForCodePoint(character.codePointAt(0) ?? 0).advanceWidth;
      known.set(character, advance);
    }
    units += advance;
  }
  return (units / font.unitsPerEm) * size;
}
