import type { SpcChart } from './chart-spec.ts';
import type { ChartTheme } from './chart-theme.ts';
import { wrapLabel } from './wrap-label.ts';

/** A note above the plot: its line stands at `at`, its words on lines `topLine` up to `bottomLine`. */
export interface PlacedNote {
  readonly at: number;
  readonly lines: readonly string[];
  readonly align: 'left' | 'right';
  readonly topLine: number;
  readonly bottomLine: number;
}

interface Spot extends PlacedNote {
  readonly x: number;
  readonly left: number;
  readonly right: number;
}

const CLEAR = 8;
const MOST_LINES = 40;

/**
 * Puts dated notes above the plot, to the right of their line or, near the right edge, to its left. Each goes on
 * the highest line where neither its words nor its line touch the words or the line of another. A note stands
 * before its week, between two points.
 */
export function placeNotes(
  notes: SpcChart['notes'],
  weeks: number,
  plot: { readonly left: number; readonly width: number },
  theme: ChartTheme,
): PlacedNote[] {
  const room = theme.width - plot.left;
  const spots = notes.map((note): Spot => {
    const x = (note.index / Math.max(1, weeks)) * plot.width;
    const wide = theme.measure(note.text) + CLEAR;
    const align = wide > room - x && x > room - x ? 'right' : 'left';
    const lines = wrapLabel(note.text, (align === 'right' ? x : room - x) - CLEAR, theme.measure);
    const width = Math.max(...lines.map((line) => theme.measure(line))) + CLEAR;
    const [left, right] = align === 'left' ? [x, x + width] : [x - width, x];
    return { at: note.index - 0.5, lines, align, topLine: 0, bottomLine: lines.length, x, left, right };
  });
  // Words that run back over earlier lines have to stand above those, so they are placed first.
  const order = [...spots].sort(
    (a, b) => Number(b.align === 'right') - Number(a.align === 'right') || a.x - b.x,
  );
  const placed: Spot[] = [];
  for (const spot of order) {
    const rows = Array.from({ length: MOST_LINES }, (_, down) => lower(spot, down));
    const clear = rows.find((row) => !placed.some((other) => touches(row, other) || crosses(row, other)));
    // Two notes may each run over the other's line; then words apart is all that can be had.
    placed.push(clear ?? rows.find((row) => !placed.some((other) => touches(row, other))) ?? spot);
  }
  return placed.map(({ at, lines, align, topLine, bottomLine }) => ({
    at,
    lines,
    align,
    topLine,
    bottomLine,
  }));
}

function lower(spot: Spot, lines: number): Spot {
  return { ...spot, topLine: spot.topLine + lines, bottomLine: spot.bottomLine + lines };
}

function touches(a: Spot, b: Spot): boolean {
  return a.left < b.right && b.left < a.right && a.topLine < b.bottomLine && b.topLine < a.bottomLine;
}

/** Whether the words of one stand on the line of the other, which runs down from its own first line. */
function crosses(a: Spot, b: Spot): boolean {
  const through = (line: Spot, text: Spot): boolean =>
    text.left + 1 < line.x && line.x < text.right - 1 && text.bottomLine > line.topLine;
  return through(a, b) || through(b, a);
}
