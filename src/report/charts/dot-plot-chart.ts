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
import type { DotPlotChart } from './chart-spec.ts';
import type { ChartTheme } from './chart-theme.ts';
import { type ChartLabel, labelPlugin } from './label-plugin.ts';
import { PALETTE } from './palette.ts';
import { valueRange } from './value-range.ts';
import { wrapLabel } from './wrap-label.ts';

/**
 * Then (open circle) and now (diamond) of each row, joined by a grey bar, with the two values in a column at the
 * right. A line above the plot says which mark is which, so no legend is needed.
 */
export function dotPlotChart(spec: DotPlotChart, theme: ChartTheme): BuiltChart {
  const rows = layoutRows(spec.rows, theme);
  const range = valueRange(spec.rows.flatMap((row) => [row.then, row.now]));
  const title = wrapTitle(spec.xLabel, theme);
  const key = wrapLabel(`○ ${spec.thenLabel}   ◆ ${spec.nowLabel}`, theme.width, theme.measure);
  const texts: ChartLabel[] = spec.rows.map((_, index) => ({
    x: 'right',
    y: index,
    dx: 10,
    lines: rows.texts[index] ?? [],
    align: 'left',
    anchor: 'middle',
  }));
  const keyLabel: ChartLabel = {
    x: 'left',
    y: 'top',
    dy: -4,
    lines: key,
    align: 'left',
    anchor: 'bottom',
    colour: PALETTE.muted,
  };
  const top = key.length * theme.leading + 8;
  const height = top + spec.rows.length * rows.rowHeight + axisHeight(title, theme);
  return {
    config: makeConfig(
      'scatter',
      [nowMarks(spec, theme), thenMarks(spec, theme), joiningBars(spec, theme)],
      baseOptions(theme, { top, right: rows.textWidth + 14 }),
      { x: valueAxis(range, theme, title), y: rowAxis(rows.lines, theme) },
      [labelPlugin([keyLabel, ...texts], theme)],
    ),
    height,
    minHeight: height,
  };
}

/** Points of one side; a hidden value gets no mark at all. */
function marks(spec: DotPlotChart, side: 'then' | 'now'): { x: number; y: number }[] {
  return spec.rows.flatMap((row, y) => {
    const x = row[side];
    return x === null ? [] : [{ x, y }];
  });
}

function nowMarks(spec: DotPlotChart, theme: ChartTheme): object {
  return {
    data: marks(spec, 'now'),
    pointStyle: 'rectRot',
    pointRadius: theme.mark + 0.8,
    backgroundColor: PALETTE.blue,
    borderColor: PALETTE.blue,
    borderWidth: 0,
    clip: false,
  };
}

function thenMarks(spec: DotPlotChart, theme: ChartTheme): object {
  return {
    data: marks(spec, 'then'),
    pointStyle: 'circle',
    pointRadius: theme.mark,
    backgroundColor: PALETTE.white,
    borderColor: PALETTE.common,
    borderWidth: 1.5,
    clip: false,
  };
}

/** One broken line through both values of every row that has both. */
function joiningBars(spec: DotPlotChart, theme: ChartTheme): object {
  const data = spec.rows.flatMap((row, y) =>
    row.then === null || row.now === null
      ? []
      : [
          { x: row.then, y },
          { x: row.now, y },
          { x: Number.NaN, y },
        ],
  );
  return {
    data,
    showLine: true,
    pointRadius: 0,
    borderColor: PALETTE.rule,
    borderWidth: theme.mark * 0.8,
    spanGaps: false,
  };
}
