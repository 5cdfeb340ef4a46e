import { barsChart } from './bars-chart.ts';
import type { BuiltChart } from './chart-base.ts';
import type { ChartSpec } from './chart-spec.ts';
import type { ChartTheme } from './chart-theme.ts';
import { dotIntervalChart } from './dot-interval-chart.ts';
import { dotPlotChart } from './dot-plot-chart.ts';
import { funnelChart } from './funnel-chart.ts';
import { heatMapChart } from './heat-map-chart.ts';
import { smallMultiplesChart } from './small-multiples-chart.ts';
import { spcChart } from './spc-chart.ts';
import { stripChart } from './strip-chart.ts';

/** The Chart.js configuration of a chart and its height in points; pure, so charts are tested as data. */
export function buildChart(spec: ChartSpec, theme: ChartTheme): BuiltChart {
  switch (spec.kind) {
    case 'spc':
      return spcChart(spec, theme);
    case 'dot_plot':
      return dotPlotChart(spec, theme);
    case 'dot_interval':
      return dotIntervalChart(spec, theme);
    case 'heat_map':
      return heatMapChart(spec, theme);
    case 'bars':
      return barsChart(spec, theme);
    case 'small_multiples':
      return smallMultiplesChart(spec, theme);
    case 'funnel':
      return funnelChart(spec, theme);
    case 'strip':
      return stripChart(spec, theme);
  }
}
