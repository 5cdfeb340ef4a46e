import type { ChartSpec } from './charts/chart-spec.ts';
import { formatMeasure } from './charts/value-range.ts';

/** The numbers of one mark or cell of a chart. */
export interface ChartRow {
  readonly row: string;
  readonly column: string;
  readonly value: string;
}

/** At most four decimals, so that CSV and text show the number drawn and not float noise. */
function printValue(value: number | null): string {
  return value === null ? '' : String(Number(value.toFixed(4)));
}

/** Every number a chart draws, for the formats that cannot draw; hidden ones are already their symbol. */
export function listChartRows(chart: ChartSpec): ChartRow[] {
  const cell = (row: string, column: string, value: number | null): ChartRow => ({
    row,
    column,
    value: printValue(value),
  });
  if (chart.kind === 'spc') {
    return chart.points.flatMap(({ week, value }, i) => [
      cell(week, chart.yLabel, value),
      cell(week, 'lower limit', chart.lower[i] ?? null),
      cell(week, 'upper limit', chart.upper[i] ?? null),
    ]);
  }
  if (chart.kind === 'heat_map') {
    return chart.rows.flatMap((row, r) =>
      chart.columns.map((column, c) => ({ row, column, value: chart.cells[r]?.[c]?.text ?? '' })),
    );
  }
  if (chart.kind === 'dot_interval') {
    return chart.rows.flatMap(({ label, text, low, high, interval }) => [
      { row: label, column: chart.xLabel, value: text },
      ...(low === null || high === null
        ? []
        : [
            {
              row: label,
              column: '95% interval',
              value: interval ?? `${formatMeasure(low)} to ${formatMeasure(high)}`,
            },
          ]),
    ]);
  }
  if (chart.kind === 'dot_plot' || chart.kind === 'bars') {
    const column = chart.kind === 'dot_plot' ? `${chart.thenLabel} → ${chart.nowLabel}` : chart.xLabel;
    return chart.rows.map(({ label, text }) => ({ row: label, column, value: text }));
  }
  if (chart.kind === 'small_multiples') {
    return chart.panels.flatMap(({ label, values }) =>
      values.map((value, i) => cell(label, chart.xLabels[i] ?? '', value)),
    );
  }
  if (chart.kind === 'funnel') {
    return chart.points.flatMap(({ label, x, y }) => [
      cell(label, chart.xLabel, x),
      cell(label, chart.yLabel, y),
    ]);
  }
  return chart.rows.flatMap(({ label, dates }) =>
    dates.map((date) => ({ row: label, column: 'date', value: date })),
  );
}
