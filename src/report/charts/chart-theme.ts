import type { Weight } from './font-weight.ts';
import { measureText } from './measure-text.ts';

export type ThemeName = 'standard' | 'large_print';

/** What a chart has to know of the page it stands on; lengths in points. */
export interface ChartTheme {
  readonly name: ThemeName;
  /** Width of the whole chart, which is the width of the text column. */
  readonly width: number;
  readonly textSize: number;
  readonly leading: number;
  /** Half the width of a mark. */
  readonly mark: number;
  readonly measure: (text: string, weight?: Weight) => number;
}

/** The chart theme of a page theme for a column `width` points wide; no text of a chart is under 10 points. */
export function chartTheme(name: ThemeName = 'standard', width = 487.28): ChartTheme {
  const textSize = name === 'large_print' ? 14 : 10;
  return {
    name,
    width,
    textSize,
    leading: name === 'large_print' ? 18 : 13.5,
    mark: name === 'large_print' ? 6 : 4.5,
    measure: (text, weight = 'regular') => measureText(text, textSize, weight),
  };
}
