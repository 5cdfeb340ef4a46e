import { existsSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { create, type Font } from 'fontkit';
import type { Weight } from './font-weight.ts';
import { usePlainLayout } from './plain-layout.ts';

/** The family name used in every chart configuration, on paper and in pictures. */
export const FONT_FAMILY = 'Source Sans 3';

const BUNDLED: Record<Weight, string> = {
  regular: 'SourceSans3-Regular.ttf',
  semibold: 'SourceSans3-SemiBold.ttf',
};
const PACKAGED: Record<Weight, string> = {
  regular: '400Regular/SourceSans3_400Regular.ttf',
  semibold: '600SemiBold/SourceSans3_600SemiBold.ttf',
};

/**
 * The path of a face of Source Sans 3. Looks beside the bundle first (`dist/fonts`, from `dist` itself or from
 * `dist/chunks`), then in the package a checkout has installed; throws when neither is there, because a report
 * in some other font would break its page design and its archive standard.
 */
export function findFontFile(weight: Weight): string {
  const candidates = [
    `./fonts/${BUNDLED[weight]}`,
    `../fonts/${BUNDLED[weight]}`,
    `../../../node_modules/@expo-google-fonts/source-sans-3/${PACKAGED[weight]}`,
  ].map((path) => fileURLToPath(new URL(path, import.meta.url)));
  const found = candidates.find((path) => existsSync(path));
  if (found === undefined) throw new Error(`The font ${BUNDLED[weight]} is missing from the installation`);
  return found;
}

const parsed = new Map<Weight, Font>();

/** A parsed face, read from disk once a process: parsing it for every use costs 130 ms a chart. */
export function loadFont(weight: Weight): Font {
  const known = parsed.get(weight);
  if (known !== undefined) return known;
  const font = usePlainLayout(create(readFileSync(findFontFile(weight))), weight);
  parsed.set(weight, font);
  return font;
}
