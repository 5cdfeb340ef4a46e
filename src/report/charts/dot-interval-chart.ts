import {
  axisHeight,
  type BuiltChart,
  baseOptions,
  layoutRows,
  makeConfig,
  type RowLayout,
  rowAxis,
  valueAxis,
  wrapTitle,
} from './chart-base.ts';
import type { DotIntervalChart } from './chart-spec.ts';
import type { ChartTheme } from './chart-theme.ts';
import { type ChartLabel, labelPlugin } from './label-plugin.ts';
import { PALETTE } from './palette.ts';
import { valueRange } from './value-range.ts';
import { wrapLabel } from './wrap-label.ts';

/**
 * A value with its 95% interval for each group and a reference line for everyone. Dots rather than bars: an
 * interval disappears on a dark bar. The group in focus is a blue diamond, the others grey circles.
 */
export function dotIntervalChart(spec: DotIntervalChart, theme: ChartTheme): BuiltChart {
  const rows = layoutRows(spec.rows, theme);
  const reference = spec.reference === null ? [] : [spec.reference.value];
  const range = valueRange([
    ...spec.rows.flatMap((row) => [row.value, row.low, row.high]),
    ...reference,
    ...(spec.covers ?? []),
  ]);
  const title = wrapTitle(spec.xLabel, theme);
  const texts: ChartLabel[] = spec.rows.map((row, index) => ({
    x: 'right',
    y: rows.centres[index] ?? 0,
    dx: 10,
    lines: rows.texts[index] ?? [],
    align: 'left',
    anchor: 'middle',
    bold: row.focus,
  }));
  const named = referenceLabel(spec, range.max, theme);
  const top = (named?.lines.length ?? 0) * theme.leading + 8;
  const height = top + rows.plotHeight + axisHeight(title, theme);
  return {
    config: makeConfig(
      'scatter',
      [
        points(spec, rows, theme, true),
        points(spec, rows, theme, false),
        intervals(spec, rows, true),
        intervals(spec, rows, false),
        referenceLine(spec, rows),
      ],
      baseOptions(theme, { top, right: rows.textWidth + 14 }),
      { x: valueAxis(range, theme, title), y: rowAxis(rows, theme) },
      [labelPlugin([...(named === null ? [] : [named]), ...texts], theme)],
    ),
    height,
    minHeight: height - rows.spare,
  };
}

function points(spec: DotIntervalChart, rows: RowLayout, theme: ChartTheme, focus: boolean): object {
  const colour = focus ? PALETTE.blue : PALETTE.common;
  return {
    data: spec.rows.flatMap((row, index) =>
      row.value === null || row.focus !== focus ? [] : [{ x: row.value, y: rows.centres[index] ?? 0 }],
    ),
    pointStyle: focus ? 'rectRot' : 'circle',
    pointRadius: focus ? theme.mark + 0.8 : theme.mark - 0.3,
    backgroundColor: colour,
    borderColor: colour,
    borderWidth: 0,
    clip: false,
  };
}

function intervals(spec: DotIntervalChart, rows: RowLayout, focus: boolean): object {
  return {
    data: spec.rows.flatMap((row, index) => {
      const y = rows.centres[index] ?? 0;
      return row.low === null || row.high === null || row.focus !== focus
        ? []
        : [
            { x: row.low, y },
            { x: row.high, y },
            { x: Number.NaN, y },
          ];
    }),
    showLine: true,
    pointRadius: 0,
    borderColor: focus ? PALETTE.blue : PALETTE.common,
    borderWidth: 1.5,
  };
}

function referenceLine(spec: DotIntervalChart, rows: RowLayout): object {
  const x = spec.reference?.value;
  return {
    data:
      x === undefined
        ? []
        : [
            { x, y: 0 },
            { x, y: rows.plotHeight },
          ],
    showLine: true,
    pointRadius: 0,
    borderColor: PALETTE.ink,
    borderWidth: 1,
    borderDash: [4, 3],
  };
}

/** The reference line's name above the plot, running towards the wider side so that it stays on the chart. */
function referenceLabel(spec: DotIntervalChart, max: number, theme: ChartTheme): ChartLabel | null {
  if (spec.reference === null) return null;
  const share = spec.reference.value / max;
  return {
    x: spec.reference.value,
    y: 'top',
    dy: -3,
    lines: wrapLabel(spec.reference.label, theme.width * 0.3, theme.measure),
    align: share < 0.3 ? 'left' : share > 0.7 ? 'right' : 'center',
    anchor: 'bottom',
    colour: PALETTE.muted,
  };
}
