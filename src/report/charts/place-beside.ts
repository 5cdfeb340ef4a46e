import type { Chart } from 'chart.js';

/** A box on a chart, in points from its left and upper edge. */
export interface Box {
  readonly left: number;
  readonly top: number;
  readonly width: number;
  readonly height: number;
}

/** Where a label stands, and whether so far from its point that a line must lead back to it. */
export interface PlaceBeside {
  readonly box: Box;
  readonly isFar: boolean;
}

interface Spot {
  readonly x: number;
  readonly y: number;
}

/** Of the paper-coloured ground on either side of a label, in points. */
export const GROUND = 4;

/** How far from its point, in its own height, a label goes to stand clear of lines; beyond that it lies on one. */
const NEAR = 1.5;

/**
 * The nearest place for a label on either side of its point, within the plot: clear of other labels, marks and lines
 * if there is one near, then clear of labels and marks, then of labels alone. Null where even that is not to be had.
 */
export function findPlaceBeside(
  size: Pick<Box, 'width' | 'height'>,
  point: Spot & { readonly away: number },
  taken: readonly Box[],
  chart: Chart,
): PlaceBeside | null {
  const { marks, lines } = readObstacles(chart);
  const isFree = (box: Box, others: readonly Box[]): boolean => !others.some((other) => overlaps(box, other));
  const passes = [
    {
      most: size.height * NEAR,
      isClear: (box: Box) => isFree(box, [...taken, ...marks]) && !lines.some((line) => crosses(line, box)),
    },
    { most: Number.POSITIVE_INFINITY, isClear: (box: Box) => isFree(box, [...taken, ...marks]) },
    { most: Number.POSITIVE_INFINITY, isClear: (box: Box) => isFree(box, taken) },
  ];
  for (const { most, isClear } of passes) {
    const place = seek(size, point, chart, most, isClear);
    if (place !== null) return place;
  }
  return null;
}

/** Tries both sides of the point at growing heights. */
function seek(
  { width, height }: Pick<Box, 'width' | 'height'>,
  { x, y, away }: Spot & { readonly away: number },
  chart: Chart,
  most: number,
  isClear: (box: Box) => boolean,
): PlaceBeside | null {
  const { left, right, top, bottom } = chart.chartArea;
  const sides = x > (left + right) / 2 ? [x - away - width, x + away] : [x + away, x - away - width];
  const step = height / 4;
  for (let move = 0; move * step < Math.min(most, bottom - top); move += 1) {
    for (const shift of move === 0 ? [0] : [-move * step, move * step]) {
      for (const start of sides) {
        const box: Box = { left: start, top: y - height / 2 + shift, width, height };
        const isInside =
          start >= left &&
          start + width + GROUND <= chart.width &&
          box.top >= top &&
          box.top + height <= bottom;
        if (isInside && isClear(box)) return { box, isFar: Math.abs(shift) > height };
      }
    }
  }
  return null;
}

/** The marks and the lines of a chart as they are drawn. */
function readObstacles(chart: Chart): { marks: Box[]; lines: (readonly [Spot, Spot])[] } {
  const marks: Box[] = [];
  const lines: (readonly [Spot, Spot])[] = [];
  for (const dataset of chart.data.datasets) {
    const { showLine = false, pointRadius = 0 } = dataset as { showLine?: boolean; pointRadius?: number };
    const spots = (dataset.data as readonly { readonly x: number; readonly y: number }[]).map(({ x, y }) => ({
      x: chart.scales.x?.getPixelForValue(x) ?? 0,
      y: chart.scales.y?.getPixelForValue(y) ?? 0,
    }));
    if (showLine) for (const [at, spot] of spots.slice(1).entries()) lines.push([spots[at] ?? spot, spot]);
    else
      for (const { x, y } of spots)
        marks.push({
          left: x - pointRadius,
          top: y - pointRadius,
          width: pointRadius * 2,
          height: pointRadius * 2,
        });
  }
  return { marks, lines };
}

/** Whether a line runs through the letters of a box; the very edge of the box is no letter. */
function crosses([from, to]: readonly [Spot, Spot], { left, top, width, height }: Box): boolean {
  const [first, last] = from.x <= to.x ? [from, to] : [to, from];
  const [start, end] = [Math.max(first.x, left), Math.min(last.x, left + width)];
  if (start > end) return false;
  const heightAt = (x: number): number =>
    last.x === first.x ? first.y : first.y + ((x - first.x) / (last.x - first.x)) * (last.y - first.y);
  const ys = last.x === first.x ? [first.y, last.y] : [heightAt(start), heightAt(end)];
  const edge = height * 0.1;
  return Math.min(...ys) < top + height - edge && Math.max(...ys) > top + edge;
}

/** Whether two boxes have any of the chart in common. */
export function overlaps(a: Box, b: Box): boolean {
  return (
    a.left < b.left + b.width &&
    b.left < a.left + a.width &&
    a.top < b.top + b.height &&
    b.top < a.top + a.height
  );
}
