import type { Chart, Plugin } from 'chart.js';
import type { ChartTheme } from './chart-theme.ts';
import type { DrawingContext } from './drawing-context.ts';
import { FONT_FAMILY } from './font-files.ts';
import { PALETTE } from './palette.ts';

/** A text on a chart, placed by its data value or by the edge of the plot. */
export interface ChartLabel {
  /** A value of the x axis, the plot's edges, or `start`: the chart's own left edge. */
  readonly x: number | 'start' | 'left' | 'right';
  /** A value of the y axis or the plot's edges. */
  readonly y: number | 'top' | 'bottom';
  readonly dx?: number;
  readonly dy?: number;
  readonly lines: readonly string[];
  readonly align: 'left' | 'center' | 'right';
  /** Which part of the block of lines stands at y. */
  readonly anchor: 'top' | 'middle' | 'bottom';
  readonly colour?: string;
  readonly bold?: boolean;
  /** Left out where it would cover another label drawn before it. */
  readonly optional?: boolean;
  /** Pushed up or down until clear of its neighbours that may be pushed too. */
  readonly spread?: boolean;
}

interface Box {
  left: number;
  top: number;
  width: number;
  height: number;
}

interface Placed extends Box {
  readonly label: ChartLabel;
}

/**
 * Draws direct labels instead of a legend. Ours, because the usual labels plugin put labels on the wrong bars
 * when a chart is drawn once without a screen.
 */
export function labelPlugin(labels: readonly ChartLabel[], theme: ChartTheme): Plugin {
  return {
    id: 'labels',
    afterDatasetsDraw(chart) {
      const placed = labels.map((label) => placeLabel(label, chart, theme));
      spreadApart(
        placed.filter(({ label }) => label.spread),
        { top: 0, bottom: chart.height },
      );
      const taken: Placed[] = [];
      for (const item of placed) {
        if (item.label.optional && taken.some((other) => overlaps(item, other))) continue;
        taken.push(item);
        drawLabel(item, chart.ctx, theme);
      }
    },
  };
}

function placeLabel(label: ChartLabel, chart: Chart, theme: ChartTheme): Placed {
  const { left, right, top, bottom } = chart.chartArea;
  const x =
    label.x === 'start'
      ? 0
      : label.x === 'left'
        ? left
        : label.x === 'right'
          ? right
          : pixel(chart, 'x', label.x);
  const y = label.y === 'top' ? top : label.y === 'bottom' ? bottom : pixel(chart, 'y', label.y);
  const weight = label.bold ? 'semibold' : 'regular';
  const width = Math.max(...label.lines.map((line) => theme.measure(line, weight)));
  const height = label.lines.length * theme.leading;
  const shiftX = label.align === 'left' ? 0 : label.align === 'right' ? width : width / 2;
  const shiftY = label.anchor === 'top' ? 0 : label.anchor === 'bottom' ? height : height / 2;
  return { label, left: x + (label.dx ?? 0) - shiftX, top: y + (label.dy ?? 0) - shiftY, width, height };
}

function pixel(chart: Chart, axis: 'x' | 'y', value: number): number {
  return chart.scales[axis]?.getPixelForValue(value) ?? 0;
}

function overlaps(a: Box, b: Box): boolean {
  return (
    a.left < b.left + b.width &&
    b.left < a.left + a.width &&
    a.top < b.top + b.height &&
    b.top < a.top + a.height
  );
}

/** Moves the boxes of one column as little as keeps them apart and within the chart. */
function spreadApart(boxes: Placed[], within: { top: number; bottom: number }): void {
  const sorted = [...boxes].sort((a, b) => a.top - b.top);
  for (const [index, box] of sorted.entries()) {
    const above = sorted[index - 1];
    box.top = Math.max(box.top, within.top, above === undefined ? -Infinity : above.top + above.height);
  }
  for (const [index, box] of [...sorted.entries()].reverse()) {
    const below = sorted[index + 1];
    const limit = below === undefined ? within.bottom : below.top;
    box.top = Math.min(box.top, limit - box.height);
  }
}

function drawLabel({ label, left, top, width }: Placed, ctx: DrawingContext, theme: ChartTheme): void {
  ctx.save();
  ctx.font = `${label.bold ? '600 ' : ''}${theme.textSize}px "${FONT_FAMILY}"`;
  ctx.fillStyle = label.colour ?? PALETTE.ink;
  ctx.textAlign = label.align;
  ctx.textBaseline = 'middle';
  const x = label.align === 'left' ? left : label.align === 'right' ? left + width : left + width / 2;
  label.lines.forEach((line, index) => {
    ctx.fillText(line, x, top + (index + 0.5) * theme.leading);
  });
  ctx.restore();
}
