import type { ThemeName } from '../charts/chart-theme.ts';
import type { Weight } from '../charts/font-weight.ts';
import { PALETTE } from '../charts/palette.ts';

/** One role of type; sizes in points. */
export interface TypeStyle {
  readonly size: number;
  readonly leading: number;
  readonly weight: Weight;
  readonly colour: string;
}

/** Page measures and type of one theme; lengths in points. */
export interface PageTheme {
  readonly name: ThemeName;
  readonly margins: { readonly side: number; readonly top: number };
  /** Least room between the text and the footer. */
  readonly footerGap: number;
  readonly title: TypeStyle;
  readonly heading: TypeStyle;
  readonly subheading: TypeStyle;
  readonly body: TypeStyle;
  readonly strong: TypeStyle;
  readonly table: TypeStyle;
  readonly small: TypeStyle;
}

/** A4 in points, as PDF rounds it. */
export const A4 = { short: 595.28, long: 841.89 };

/**
 * The page design. Large print is a theme of its own sizes (16 points and up for everything that is read, 14 for
 * chart text and the footer), not a zoom, so that lines stay as long as the page is wide.
 */
export function pageTheme(name: ThemeName): PageTheme {
  const large = name === 'large_print';
  const style = (
    standard: readonly [number, number],
    print: readonly [number, number],
    weight: Weight = 'regular',
    colour: string = PALETTE.ink,
  ): TypeStyle => {
    const [size, leading] = large ? print : standard;
    return { size, leading, weight, colour };
  };
  return {
    name,
    margins: { side: 54, top: large ? 54 : 60 },
    footerGap: 12,
    title: style([24, 29], [30, 36], 'semibold'),
    heading: style([16, 21], [22, 28], 'semibold', PALETTE.blue),
    subheading: style([13, 17], [18, 23], 'semibold'),
    body: style([12, 16.5], [16, 22]),
    strong: style([12, 16.5], [16, 22], 'semibold'),
    table: style([10.5, 14], [16, 21]),
    small: style([10, 13.5], [14, 18], 'regular', PALETTE.muted),
  };
}
