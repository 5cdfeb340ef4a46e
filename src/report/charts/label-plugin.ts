import type { Chart, Plugin } from 'chart.js';
import type { ChartTheme } from './chart-theme.ts';
import type { DrawingContext } from './drawing-context.ts';
import { FONT_FAMILY } from './font-files.ts';
import { PALETTE } from './palette.ts';
import { type Box, findPlaceBeside, GROUND, overlaps } from './place-beside.ts';

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
  /** Left out where it would cover the axis or another label drawn before it. */
  readonly optional?: boolean;
  /** On white, so that no grid line or limit runs through the letters. */
  readonly backed?: boolean;
  /** Beside a point, on whichever side and height is free; a thin line leads back to the point if it is far. */
  readonly beside?: number;
  /** Pushed up or down until clear of its neighbours that may be pushed too. */
  readonly spread?: boolean;
}

interface Placed extends Box {
  top: number;
  readonly label: ChartLabel;
  /** The point that a label placed far from it belongs to. */
  readonly lead?: readonly [number, number];
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
      for (const placedItem of placed) {
        const item =
          placedItem.label.beside === undefined ? placedItem : placeBeside(placedItem, taken, chart);
        const covers =
          item.top + item.height > chart.chartArea.bottom || taken.some((other) => overlaps(item, other));
        if (item.label.optional && covers) continue;
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
  const start = x + (label.dx ?? 0) - shiftX;
  return {
    label,
    // Beside the first point a label would run over the numbers of the axis.
    left: label.optional ? Math.max(start, left) : start,
    top: y + (label.dy ?? 0) - shiftY,
    width,
    height,
  };
}

/** Beside its point, or where there is room, with a line that leads back to the point. */
function placeBeside(item: Placed, taken: readonly Placed[], chart: Chart): Placed {
  const [x, y] = [pixel(chart, 'x', Number(item.label.x)), pixel(chart, 'y', Number(item.label.y))];
  const place = findPlaceBeside(item, { x, y, away: item.label.beside ?? 0 }, taken, chart);
  if (place === null) return item;
  return place.isFar ? { ...item, ...place.box, lead: [x, y] } : { ...item, ...place.box };
}

function pixel(chart: Chart, axis: 'x' | 'y', value: number): number {
  return chart.scales[axis]?.getPixelForValue(value) ?? 0;
}

/**
 * Moves the boxes of one column as little as keeps them apart and within the chart: boxes that touch form a
 * block, which stands at the mean of the places its members asked for.
 */
function spreadApart(boxes: Placed[], within: { top: number; bottom: number }): void {
  const blocks: { top: number; height: number; wanted: number; members: Placed[] }[] = [];
  for (const box of [...boxes].sort((a, b) => a.top + a.height / 2 - b.top - b.height / 2)) {
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

function drawLabel(
  { label, left, top, width, height, lead }: Placed,
  ctx: DrawingContext,
  theme: ChartTheme,
): void {
  ctx.save();
  if (lead !== undefined) {
    ctx.strokeStyle = PALETTE.common;
    ctx.lineWidth = 0.5;
    ctx.beginPath();
    ctx.moveTo(...lead);
    ctx.lineTo(left > lead[0] ? left : left + width, top + height / 2);
    ctx.stroke();
  }
  if (label.backed) {
    // A line that ends at the very letters of a name seems to strike them through.
    const [x, y] = label.beside === undefined ? [1, (theme.leading - theme.textSize) / 2] : [GROUND, 0];
    ctx.fillStyle = PALETTE.white;
    ctx.fillRect(left - x, top + y, width + x * 2, height - y * 2);
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
