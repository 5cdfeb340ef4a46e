import { existsSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import type { Font } from 'fontkit';
import type { Weight } from './font-weight.ts';

/** How far apart two letters stand beside their own widths, in font units (mostly negative). */
export type PairKerning = (left: number, right: number) => number;

/** Printable ASCII but the space: other pairs are set without kerning, so that a built table can hold them all. */
const FIRST = 33;
const LAST = 126;

interface KerningTable {
  readonly [weight: string]: Readonly<Record<string, number>>;
}

let table: KerningTable | null | undefined;

/** The table that the build wrote beside the fonts (`bin/build.mjs`), or null in a checkout that runs its sources. */
function readTable(): KerningTable | null {
  const paths = ['./fonts/kerning.json', '../fonts/kerning.json'];
  const found = paths
    .map((path) => fileURLToPath(new URL(path, import.meta.url)))
    .find((path) => existsSync(path));
  return found === undefined ? null : (JSON.parse(readFileSync(found, 'utf8')) as KerningTable);
}

/**
 * The kerning of a face by pairs of code points. Shaping every word costs more than everything else in a page, and
 * pairs are all that shaping does to these texts; without the built table each pair is shaped once and remembered.
 */
export function pairKerning(weight: Weight, font: Font): PairKerning {
  table ??= readTable();
  const built = table?.[weight];
  const known = new Map<number, number>();
  return (left, right) => {
    if (left < FIRST || left > LAST || right < FIRST || right > LAST) return 0;
    const key = left * 128 + right;
    let kern = known.get(key);
    if (kern === undefined) {
      const pair = String.fromCodePoint(left, right);
      kern = built === undefined ? shapePair(font, pair) : (built[pair] ?? 0);
      known.set(key, kern);
    }
    return kern;
  };
}

function shapePair(font: Font, pair: string): number {
  // Ligatures would make one glyph of two letters; they are not used.
  const { glyphs, positions } = font.layout(pair, { liga: false, clig: false });
  return glyphs.length === 2 ? (positions[0]?.xAdvance ?? 0) - (glyphs[0]?.advanceWidth ?? 0) : 0;
}
