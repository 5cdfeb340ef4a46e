import { describe, expect, it } from 'vitest';
import { listChartRows } from '../../src/report/list-chart-rows.ts';
import { tabulateChart } from '../../src/report/tabulate-chart.ts';
import { DEMO_CHARTS } from './helpers/demo-report.ts';

describe('tabulateChart', () => {
  it.each(Object.values(DEMO_CHARTS))('has every number of $kind, in rows of one length', (chart) => {
    const { headers, rows } = tabulateChart(chart);
    expect(new Set(rows.map((cells) => cells.length))).toEqual(new Set([headers.length]));
    expect(headers.every((header) => header !== '')).toBe(true);
    const cells = rows.flat().join(' ');
    for (const { value } of listChartRows(chart))
      for (const part of value.split(' → ')) expect(cells).toContain(part);
  });

  it('gives last term and this a column each, and the interval beside its value', () => {
    expect(tabulateChart(DEMO_CHARTS.dot_plot).headers).toHaveLength(3);
    const { headers, rows } = tabulateChart(DEMO_CHARTS.dot_interval);
    expect(headers[2]).toBe('95% interval');
    expect(rows[0]?.[2]).toMatch(/^[\d.]+ to [\d.]+$/);
  });

  it('keeps two bars of one name apart', () => {
    const rows = [
      { label: 'Hall', value: 6, text: '6' },
      { label: 'Hall', value: 5, text: '5' },
    ];
    expect(tabulateChart({ kind: 'bars', xLabel: 'incidents', rows }).rows).toEqual([
      ['Hall', '6'],
      ['Hall', '5'],
    ]);
  });
});
