import type { ChartSpec } from './charts/chart-spec.ts';
import { listChartRows } from './list-chart-rows.ts';

/** The numbers of a chart as a table: the first header and the first cell of each row say what the row is about. */
export interface ChartTable {
  readonly headers: readonly string[];
  readonly rows: readonly (readonly string[])[];
}

const FIRST: Readonly<Record<ChartSpec['kind'], string>> = {
  spc: 'Week beginning',
  heat_map: 'Time of day',
  dot_plot: 'Name',
  bars: 'Name',
  dot_interval: 'Group',
  small_multiples: 'Name',
  funnel: 'School',
  strip: 'Kind',
};

/** Every number a chart draws, a row for each thing drawn and a column for each measure of it. */
export function tabulateChart(chart: ChartSpec): ChartTable {
  const first = FIRST[chart.kind];
  if (chart.kind === 'dot_plot') {
    // The text is `then → now`, with what is hidden as its symbol; an arrow is not read out.
    const rows = chart.rows.map(({ label, text }) => [label, ...text.split(' → ')]);
    return { headers: [first, chart.thenLabel, chart.nowLabel], rows };
  }
  if (chart.kind === 'bars') {
    return { headers: [first, chart.xLabel], rows: chart.rows.map(({ label, text }) => [label, text]) };
  }
  const cells = listChartRows(chart);
  const columns = [...new Set(cells.map(({ column }) => column))];
  const names = [...new Set(cells.map(({ row }) => row))];
  const printCell = (row: string, column: string): string =>
    cells
      .filter((cell) => cell.row === row && cell.column === column)
      .map(({ value }) => value)
      .join(', ');
  return {
    headers: [first, ...columns],
    rows: names.map((row) => [row, ...columns.map((column) => printCell(row, column))]),
  };
}
