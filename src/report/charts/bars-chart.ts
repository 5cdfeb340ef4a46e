import {
  axisHeight,
  type BuiltChart,
  baseOptions,
  layoutRows,
  makeConfig,
  rowAxis,
  valueAxis,
  wrapTitle,
} from './chart-base.ts';
import type { BarsChart } from './chart-spec.ts';
import type { ChartTheme } from './chart-theme.ts';
import { type ChartLabel, labelPlugin } from './label-plugin.ts';
import { PALETTE } from './palette.ts';
import { valueRange } from './value-range.ts';

/**
 * Horizontal bars from zero in one colour with the value at the end of each; a hidden value has no bar, only its
 * text. Horizontal, because names of places and kinds are long.
 */
export function barsChart(spec: BarsChart, theme: ChartTheme): BuiltChart {
  const rows = layoutRows(spec.rows, theme);
  const range = valueRange([...spec.rows.map((row) => row.value), ...(spec.covers ?? [])]);
  const title = wrapTitle(spec.xLabel, theme);
  const labels: ChartLabel[] = spec.rows.map((row, index) => ({
    x: row.value ?? 0,
    y: rows.centres[index] ?? 0,
    dx: 6,
    lines: rows.texts[index] ?? [],
    align: 'left',
    anchor: 'middle',
    backed: true,
    colour: row.value === null ? PALETTE.muted : PALETTE.ink,
  }));
  const dataset = {
    data: spec.rows.map((row, index) => ({ x: row.value, y: rows.centres[index] })),
    backgroundColor: PALETTE.blue,
    barPercentage: 1,
    categoryPercentage: 1,
    barThickness: theme.leading * 1.05,
  };
  const height = rows.plotHeight + axisHeight(title, theme) + 6;
  return {
    config: makeConfig(
      'bar',
      [dataset],
      { ...baseOptions(theme, { right: rows.textWidth + 10 }), indexAxis: 'y' },
      { x: valueAxis(range, theme, title), y: rowAxis(rows, theme) },
      [labelPlugin(labels, theme)],
    ),
    height,
    minHeight: height - rows.spare,
  };
}
