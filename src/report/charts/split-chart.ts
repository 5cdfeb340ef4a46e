import type { ChartSpec } from './chart-spec.ts';

/**
 * A chart in so many parts, each with its share of the rows or panels and all on one scale: for a chart that is higher
 * than a page, whose text would get too small if it were made to fit. One part, the chart itself, where it has no rows
 * to share out, or fewer rows than parts were asked for.
 */
export function splitChart(chart: ChartSpec, parts: number): readonly ChartSpec[] {
  switch (chart.kind) {
    case 'bars':
      return share(chart.rows, parts).map((rows) => ({
        ...chart,
        rows,
        covers: finite(chart.rows.map(({ value }) => value)),
      }));
    case 'dot_plot':
      return share(chart.rows, parts).map((rows) => ({
        ...chart,
        rows,
        covers: finite(chart.rows.flatMap((row) => [row.then, row.now])),
      }));
    case 'dot_interval':
      return share(chart.rows, parts).map((rows) => ({
        ...chart,
        rows,
        covers: finite(chart.rows.flatMap(({ value, low, high }) => [value, low, high])),
      }));
    case 'heat_map':
      return share(
        chart.rows.map((row, index) => ({ row, cells: chart.cells[index] ?? [] })),
        parts,
      ).map((rows) => ({
        ...chart,
        rows: rows.map(({ row }) => row),
        cells: rows.map(({ cells }) => cells),
        covers: finite(chart.cells.flat().map(({ value }) => value)),
      }));
    case 'strip':
      return share(chart.rows, parts).map((rows) => ({ ...chart, rows }));
    case 'small_multiples':
      return share(chart.panels, parts).map((panels) => ({
        ...chart,
        panels,
        covers: finite(chart.panels.flatMap(({ values }) => values)),
      }));
    case 'spc':
    case 'funnel':
      return [chart];
  }
}

/** Neighbours stay together, in parts as even as they can be. */
function share<T>(items: readonly T[], parts: number): T[][] {
  const count = Math.max(1, Math.min(parts, items.length));
  return Array.from({ length: count }, (_, part) =>
    items.slice(Math.ceil((part * items.length) / count), Math.ceil(((part + 1) * items.length) / count)),
  );
}

function finite(values: readonly (number | null)[]): number[] {
  return values.filter((value): value is number => value !== null && Number.isFinite(value));
}
