import { describe, expect, it } from 'vitest';
import { buildChart } from '../../../src/report/charts/build-chart.ts';
import type { ChartSpec } from '../../../src/report/charts/chart-spec.ts';
import { chartTheme } from '../../../src/report/charts/chart-theme.ts';
import { heatCells } from '../../../src/report/charts/heat-map-chart.ts';
import { splitChart } from '../../../src/report/charts/split-chart.ts';
import { listChartRows } from '../../../src/report/list-chart-rows.ts';
import { DEMO_CHARTS } from '../helpers/demo-report.ts';

const kinds = Object.keys(DEMO_CHARTS) as ChartSpec['kind'][];

/** The measured axis of a chart: what a length on it means. */
function scaleOf(chart: ChartSpec): unknown {
  const scales = buildChart(chart, chartTheme()).config.options?.scales as Record<string, object>;
  const { min, max } = scales.x as { min?: number; max?: number };
  return [min, max];
}

describe('splitChart', () => {
  it.each(kinds)('%s: every number stands in one part, in order', (kind) => {
    const chart = DEMO_CHARTS[kind];
    const parts = splitChart(chart, 2);
    expect(parts.length).toBe(['spc', 'funnel'].includes(kind) ? 1 : 2);
    expect(parts.flatMap(listChartRows)).toEqual(listChartRows(chart));
  });

  it.each(['bars', 'dot_plot', 'dot_interval', 'strip'] as const)('%s: all parts have one scale', (kind) => {
    const chart = DEMO_CHARTS[kind];
    for (const part of splitChart(chart, 3)) expect(scaleOf(part)).toEqual(scaleOf(chart));
  });

  it('keeps the shade of every cell of a heat map, and the scale of every panel', () => {
    const map = DEMO_CHARTS.heat_map;
    const fills = (chart: ChartSpec): string[] =>
      chart.kind === 'heat_map' ? heatCells(chart).map(({ fill }) => fill) : [];
    expect(splitChart(map, 3).flatMap(fills)).toEqual(fills(map));
    const panels = splitChart(DEMO_CHARTS.small_multiples, 2);
    const covers = panels.map((part) => (part.kind === 'small_multiples' ? part.covers : null));
    expect(covers[0]).toEqual(covers[1]);
  });

  it('makes no more parts than there are rows', () => {
    const one: ChartSpec = {
      kind: 'bars',
      xLabel: 'incidents',
      rows: [{ label: 'Hall', value: 6, text: '6' }],
    };
    expect(splitChart(one, 4)).toHaveLength(1);
    expect(splitChart({ ...one, rows: [] }, 4)).toHaveLength(1);
    expect(splitChart(DEMO_CHARTS.bars, 99).length).toBeLessThan(99);
  });
});
