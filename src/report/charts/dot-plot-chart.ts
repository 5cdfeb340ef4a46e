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
  const range = valueRange([...spec.rows.flatMap((row) => [row.then, row.now]), ...(spec.covers ?? [])]);
  const title = wrapTitle(spec.xLabel, theme);
  const key = wrapLabel(
    `○\u00a0${spec.thenLabel} \u00a0\u00a0 ◆\u00a0${spec.nowLabel}`,
    theme.width * 0.6,
    theme.measure,
  );
  const texts: ChartLabel[] = spec.rows.map((_, index) => ({
    x: 'right',
    y: rows.centres[index] ?? 0,
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
  const height = top + rows.plotHeight + axisHeight(title, theme);
  return {
    config: makeConfig(
      'scatter',
      [nowMarks(spec, rows, theme), thenMarks(spec, rows, theme), joiningBars(spec, rows, theme)],
      baseOptions(theme, { top, right: rows.textWidth + 14 }),
      { x: valueAxis(range, theme, title), y: rowAxis(rows, theme) },
      [labelPlugin([keyLabel, ...texts], theme)],
    ),
    height,
    minHeight: height - rows.spare,
  };
}

/** Points of one side; a hidden value gets no mark at all. */
function marks(spec: DotPlotChart, rows: RowLayout, side: 'then' | 'now'): { x: number; y: number }[] {
  return spec.rows.flatMap((row, index) => {
    const x = row[side];
    const y = rows.centres[index] ?? 0;
    return x === null ? [] : [{ x, y }];
  });
}

function nowMarks(spec: DotPlotChart, rows: RowLayout, theme: ChartTheme): object {
  return {
    data: marks(spec, rows, 'now'),
    pointStyle: 'rectRot',
    pointRadius: theme.mark + 0.8,
    backgroundColor: PALETTE.blue,
    borderColor: PALETTE.blue,
    borderWidth: 0,
    clip: false,
  };
}

function thenMarks(spec: DotPlotChart, rows: RowLayout, theme: ChartTheme): object {
  return {
    data: marks(spec, rows, 'then'),
    pointStyle: 'circle',
    pointRadius: theme.mark,
    backgroundColor: PALETTE.white,
    borderColor: PALETTE.common,
    borderWidth: 1.5,
    clip: false,
  };
}

/** One broken line through both values of every row that has both. */
function joiningBars(spec: DotPlotChart, rows: RowLayout, theme: ChartTheme): object {
  const data = spec.rows.flatMap((row, index) => {
    const y = rows.centres[index] ?? 0;
    return row.then === null || row.now === null
      ? []
      : [
          { x: row.then, y },
          { x: row.now, y },
          { x: Number.NaN, y },
        ];
  });
  return {
    data,
    showLine: true,
    pointRadius: 0,
    borderColor: PALETTE.rule,
    borderWidth: theme.mark * 0.8,
    spanGaps: false,
  };
}
