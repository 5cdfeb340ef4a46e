import type { SpcChart } from './chart-spec.ts';
import type { ChartTheme } from './chart-theme.ts';
import { wrapLabel } from './wrap-label.ts';

/** A note above the plot: its line stands at `at`, its words on lines `topLine` to `bottomLine`. */
export interface PlacedNote {
  readonly at: number;
  readonly lines: readonly string[];
  readonly align: 'left' | 'right';
  readonly topLine: number;
  readonly bottomLine: number;
}

/**
 * Puts dated notes above the plot: to the right of their line, or to its left near the right edge, and below
 * earlier notes where they would touch. A note stands before its week, between two points.
 */
export function placeNotes(
  notes: SpcChart['notes'],
  weeks: number,
  plot: number,
  theme: ChartTheme,
): PlacedNote[] {
  const placed: (PlacedNote & { left: number; right: number })[] = [];
  for (const note of [...notes].sort((a, b) => a.index - b.index)) {
    const x = (note.index / Math.max(1, weeks)) * plot;
    const align = plot - x < plot * 0.4 && theme.measure(note.text) > plot - x ? 'right' : 'left';
    const lines = wrapLabel(note.text, Math.max(90, align === 'right' ? x : plot - x) - 4, theme.measure);
    const width = Math.max(...lines.map((line) => theme.measure(line))) + 8;
    const [left, right] = align === 'left' ? [x, x + width] : [x - width, x];
    const touching = placed.filter((other) => left < other.right && other.left < right);
    const topLine = Math.max(0, ...touching.map((other) => other.bottomLine));
    placed.push({
      at: note.index - 0.5,
      lines,
      align,
      topLine,
      bottomLine: topLine + lines.length,
      left,
      right,
    });
  }
  return placed.map(({ left: _left, right: _right, ...note }) => note);
}
