import type { ChartConfiguration, ChartOptions, Plugin } from 'chart.js';
import type { ChartTheme } from './chart-theme.ts';
import { FONT_FAMILY } from './font-files.ts';
import { PALETTE } from './palette.ts';
import { formatTick, type ValueRange } from './value-range.ts';
import { wrapLabel } from './wrap-label.ts';

/** A chart ready to be drawn at the theme's width. */
export interface BuiltChart {
  readonly config: ChartConfiguration;
  /** The height the chart is designed for, in points. */
  readonly height: number;
  /** The least height at which nothing of it touches; a page may use it to avoid a half-empty page. */
  readonly minHeight: number;
}

/** Room around the plot for what the label plugin draws. */
export interface Padding {
  readonly top?: number;
  readonly right?: number;
  readonly bottom?: number;
  readonly left?: number;
}

/**
 * Options every chart shares: drawn once, at one pixel a point, without legend, title, tooltip or animation, and
 * with a fixed locale, since Chart.js otherwise formats for the machine it runs on.
 */
export function baseOptions(theme: ChartTheme, padding: Padding): ChartOptions {
  return {
    responsive: false,
    maintainAspectRatio: false,
    animation: false,
    devicePixelRatio: 1,
    locale: 'en-GB',
    events: [],
    color: PALETTE.ink,
    font: chartFont(theme),
    layout: { padding: { top: 4, right: 4, bottom: 2, left: 0, ...padding }, autoPadding: false },
    plugins: { legend: { display: false }, title: { display: false }, tooltip: { enabled: false } },
  };
}

/** The font of every text of a chart. */
export function chartFont(theme: ChartTheme): { family: string; size: number; lineHeight: string } {
  return { family: FONT_FAMILY, size: theme.textSize, lineHeight: `${theme.leading}px` };
}

/** A measured axis with light grid lines and a plain name, horizontal whichever axis it is. */
export function valueAxis(range: ValueRange, theme: ChartTheme, title: readonly string[] = []): object {
  return {
    type: 'linear',
    min: range.min,
    max: range.max,
    border: { display: false },
    grid: { color: PALETTE.grid, lineWidth: 0.75, tickLength: 0 },
    ticks: {
      stepSize: range.step,
      autoSkip: false,
      maxRotation: 0,
      padding: 4,
      color: PALETTE.ink,
      font: chartFont(theme),
      callback: (value: number | string) => formatTick(Number(value), range.step),
    },
    title: {
      display: title.length > 0,
      text: [...title],
      color: PALETTE.muted,
      font: chartFont(theme),
      padding: { top: 2, bottom: 0 },
    },
  } satisfies Record<string, unknown>;
}

/** A list of names down the left side, first at the top, every name shown whatever its length. */
export function rowAxis(
  layout: Pick<RowLayout, 'lines' | 'centres' | 'plotHeight'>,
  theme: ChartTheme,
): object {
  const linesAt = new Map(layout.centres.map((centre, index) => [centre, layout.lines[index] ?? []]));
  return {
    type: 'linear',
    min: 0,
    max: layout.plotHeight,
    offset: false,
    reverse: true,
    border: { display: false },
    grid: { display: false, tickLength: 0 },
    afterBuildTicks: (axis: { ticks: { value: number }[] }) => {
      axis.ticks = layout.centres.map((value) => ({ value }));
    },
    // Chart.js keeps room for half a name beyond both ends, as if rows stood on the edges.
    afterFit: (axis: { paddingTop: number; paddingBottom: number }) => {
      axis.paddingTop = 0;
      axis.paddingBottom = 0;
    },
    ticks: {
      autoSkip: false,
      maxRotation: 0,
      padding: 8,
      color: PALETTE.ink,
      font: chartFont(theme),
      callback: (value: number | string) => [...(linesAt.get(Number(value)) ?? [])],
    },
  };
}

export interface RowLayout {
  readonly lines: readonly (readonly string[])[];
  /** Lines of the texts at the right, and the room they need. */
  readonly texts: readonly (readonly string[])[];
  readonly textWidth: number;
  /** Middle of each row, in points from the top of the plot: the y values of the chart. */
  readonly centres: readonly number[];
  readonly plotHeight: number;
  /** How much lower the plot may get before lines of neighbours touch. */
  readonly spare: number;
}

/**
 * Measures a chart of rows: names wrapped to at most a third of the chart, texts at the right to at most a third,
 * each row as high as its own lines (or its `least` height in points) with the same space between all of them.
 */
export function layoutRows(
  rows: readonly { readonly label: string; readonly text?: string; readonly least?: number }[],
  theme: ChartTheme,
): RowLayout {
  const share = theme.width * 0.34;
  const texts = rows.map((row) =>
    wrapLabel(row.text ?? '', share, (text) => theme.measure(text, 'semibold')),
  );
  const textWidth = Math.max(0, ...texts.flat().map((line) => theme.measure(line, 'semibold')));
  // Chart.js gives an axis at most half of what the padding leaves, and cuts the rest off.
  const half = (theme.width - textWidth - 20) / 2 - 16;
  const lines = rows.map((row) => wrapLabel(row.label, Math.min(share, half), theme.measure));
  const space = theme.leading * 0.65;
  let plotHeight = 0;
  let least = 0;
  const centres = rows.map((_, index) => {
    const count = Math.max(lines[index]?.length ?? 1, texts[index]?.length ?? 1);
    const tall = Math.max(count * theme.leading, rows[index]?.least ?? 0);
    const centre = plotHeight + (tall + space) / 2;
    plotHeight += tall + space;
    least = Math.max(least, (tall + 2) / (tall + space));
    return centre;
  });
  return { lines, texts, textWidth, centres, plotHeight, spare: plotHeight * (1 - Math.min(1, least)) };
}

/** The height of everything below a chart's plot: tick labels and the axis name. */
export function axisHeight(title: readonly string[], theme: ChartTheme): number {
  return theme.leading * (1 + title.length) + 10;
}

/** Wraps an axis name to the chart's width. */
export function wrapTitle(title: string, theme: ChartTheme): string[] {
  return title === '' ? [] : wrapLabel(title, theme.width * 0.6, theme.measure);
}

/** Joins the parts to a configuration; Chart.js's own types cannot follow axes built in functions. */
export function makeConfig(
  type: 'scatter' | 'bar',
  datasets: readonly object[],
  options: ChartOptions,
  scales: Record<string, object>,
  plugins: readonly Plugin[],
  labels?: readonly (readonly string[])[],
): ChartConfiguration {
  return {
    type,
    data: { datasets, ...(labels === undefined ? {} : { labels }) },
    options: { ...options, scales },
    plugins,
  } as unknown as ChartConfiguration;
}
