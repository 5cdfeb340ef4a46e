import type { Chart, Plugin } from 'chart.js';
import { type BuiltChart, baseOptions, chartFont, makeConfig, rowAxis } from './chart-base.ts';
import type { HeatMapChart } from './chart-spec.ts';
import type { ChartTheme } from './chart-theme.ts';
import type { DrawingContext } from './drawing-context.ts';
import { FONT_FAMILY } from './font-files.ts';
import { PALETTE, SHADES } from './palette.ts';
import { wrapLabel } from './wrap-label.ts';

/** One cell as it is drawn. */
export interface HeatCell {
  readonly x: number;
  readonly y: number;
  readonly text: string;
  readonly fill: string;
  readonly textColour: string;
}

/**
 * Numbers in cells, darker for more, in six even steps up to the largest. The number is always printed, so the
 * shade is never alone; a hidden cell or one with no lessons is white.
 */
export function heatMapChart(spec: HeatMapChart, theme: ChartTheme): BuiltChart {
  const rows = spec.rows.map((row) => wrapLabel(row, theme.width * 0.25, theme.measure));
  const left = Math.max(0, ...rows.flat().map((line) => theme.measure(line))) + 12;
  const cellWidth = (theme.width - left - 4) / Math.max(1, spec.columns.length);
  const columns = spec.columns.map((column) => wrapLabel(column, cellWidth - 4, theme.measure));
  const most = Math.max(1, ...rows.map((lines) => lines.length));
  const head = Math.max(1, ...columns.map((lines) => lines.length)) * theme.leading + 6;
  const cells = heatCells(spec);
  const rowHeight = (minimum: number): number => Math.max(minimum, most * theme.leading + 4);
  return {
    config: makeConfig(
      'scatter',
      [{ data: cells, pointRadius: 0 }],
      baseOptions(theme, { top: 0, bottom: 2 }),
      {
        x: columnAxis(columns, theme),
        y: rowAxis(
          { lines: rows, centres: rows.map((_, index) => index + 0.5), plotHeight: rows.length },
          theme,
        ),
      },
      [cellPlugin(cells, theme)],
    ),
    height: spec.rows.length * rowHeight(theme.leading * 1.9) + head,
    minHeight: spec.rows.length * rowHeight(theme.leading * 1.4) + head,
  };
}

/** The shade of each cell: equal steps of the largest value, none for zero and hidden values. */
export function heatCells(spec: HeatMapChart): HeatCell[] {
  const largest = Math.max(0, ...spec.cells.flat().map((cell) => cell.value ?? 0), ...(spec.covers ?? []));
  return spec.cells.flatMap((row, y) =>
    row.map((cell, x) => {
      const step =
        cell.value === null || largest === 0 ? 0 : Math.ceil((cell.value / largest) * SHADES.length);
      const shade = SHADES[Math.min(step, SHADES.length) - 1];
      const none = { fill: PALETTE.white, text: cell.value === null ? PALETTE.muted : PALETTE.ink };
      const { fill, text } = shade ?? none;
      return { x, y, text: cell.text, fill, textColour: text };
    }),
  );
}

function columnAxis(columns: readonly (readonly string[])[], theme: ChartTheme): object {
  return {
    type: 'linear',
    position: 'top',
    min: -0.5,
    max: columns.length - 0.5,
    border: { display: false },
    grid: { display: false, tickLength: 0 },
    afterBuildTicks: (axis: { ticks: { value: number }[] }) => {
      axis.ticks = columns.map((_, value) => ({ value }));
    },
    ticks: {
      autoSkip: false,
      maxRotation: 0,
      padding: 4,
      color: PALETTE.ink,
      font: chartFont(theme),
      callback: (value: number | string) => [...(columns[Number(value)] ?? [])],
    },
  };
}

function cellPlugin(cells: readonly HeatCell[], theme: ChartTheme): Plugin {
  return {
    id: 'cells',
    beforeDatasetsDraw(chart) {
      for (const cell of cells) drawCell(chart, cell, theme);
    },
  };
}

function drawCell(chart: Chart, cell: HeatCell, theme: ChartTheme): void {
  const { x: across, y: down } = chart.scales;
  if (across === undefined || down === undefined) return;
  const ctx: DrawingContext = chart.ctx;
  const left = across.getPixelForValue(cell.x - 0.5);
  const top = down.getPixelForValue(cell.y);
  const width = across.getPixelForValue(cell.x + 0.5) - left;
  const height = down.getPixelForValue(cell.y + 1) - top;
  ctx.save();
  ctx.fillStyle = cell.fill;
  ctx.fillRect(left + 0.75, top + 0.75, width - 1.5, height - 1.5);
  if (cell.fill === PALETTE.white) {
    ctx.strokeStyle = PALETTE.grid;
    ctx.lineWidth = 0.75;
    ctx.strokeRect(left + 1.1, top + 1.1, width - 2.2, height - 2.2);
  }
  ctx.font = `${theme.textSize}px "${FONT_FAMILY}"`;
  ctx.fillStyle = cell.textColour;
  ctx.textAlign = 'center';
  ctx.textBaseline = 'middle';
  ctx.fillText(cell.text, left + width / 2, top + height / 2);
  ctx.restore();
}
