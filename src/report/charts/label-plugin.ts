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
  /** On white, so that no grid line or limit runs through the letters. */
  readonly backed?: boolean;
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
      for (const right of [true, false]) {
        spreadApart(
          placed.filter(({ label }) => label.spread && (label.x === 'right') === right),
          { top: 0, bottom: chart.height },
        );
      }
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

/**
 * Moves the boxes of one column as little as keeps them apart and within the chart: boxes that touch form a
 * block, which stands at the mean of the places its members asked for.
 */
function spreadApart(boxes: Placed[], within: { top: number; bottom: number }): void {
  const blocks: { top: number; height: number; wanted: number; members: Placed[] }[] = [];
  for (const box of [...boxes].sort((a, b) => a.top - b.top)) {
    let block = { top: box.top, height: box.height, wanted: box.top, members: [box] };
    for (let above = blocks.at(-1); above && above.top + above.height > block.top; above = blocks.at(-1)) {
      blocks.pop();
      const members = [...above.members, ...block.members];
      // Each member's wish for the top of the whole block.
      const wanted =
        (above.wanted * above.members.length + (block.wanted - above.height) * block.members.length) /
        members.length;
      block = {
        top: clamp(wanted, within, above.height + block.height),
        height: above.height + block.height,
        wanted,
        members,
      };
    }
    block.top = clamp(block.wanted, within, block.height);
    blocks.push(block);
  }
  for (const block of blocks) {
    let top = block.top;
    for (const member of block.members) {
      member.top = top;
      top += member.height;
    }
  }
}

function clamp(top: number, within: { top: number; bottom: number }, height: number): number {
  return Math.max(within.top, Math.min(top, within.bottom - height));
}

function drawLabel({ label, left, top, width }: Placed, ctx: DrawingContext, theme: ChartTheme): void {
  ctx.save();
  if (label.backed) {
    const lower = label.lines.length * theme.leading - (theme.leading - theme.textSize);
    ctx.fillStyle = PALETTE.white;
    ctx.fillRect(left - 1, top + (theme.leading - theme.textSize) / 2, width + 2, lower);
  }
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
