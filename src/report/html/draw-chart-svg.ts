import { buildChart } from '../charts/build-chart.ts';
import type { ChartSpec } from '../charts/chart-spec.ts';
import { chartTheme } from '../charts/chart-theme.ts';
import { drawChart } from '../pdf/draw-chart.ts';
import type { RenderOptions } from '../render-options.ts';
import { escapeHtml } from './escape-html.ts';
import { createSvgPaper } from './svg-paper.ts';

/** A figure's chart and what is said to those who cannot see it. */
export interface SvgFigure {
  readonly chart: ChartSpec;
  readonly alt: string;
  /** Unique on the page. */
  readonly id: string;
}

/** A chart as an `svg` element: the configuration that the PDF draws, through the same adapter, on other paper. */
export function drawChartSvg(
  { chart, alt, id }: SvgFigure,
  { theme: name = 'standard' }: RenderOptions,
): string {
  const theme = chartTheme(name);
  const built = buildChart(chart, theme);
  const [width, height] = [Number(theme.width.toFixed(2)), Number(built.height.toFixed(2))];
  const paper = createSvgPaper(id);
  drawChart(paper, built, { x: 0, y: 0, width, height });
  return `<svg viewBox="0 0 ${width} ${height}" role="img" aria-label="${escapeHtml(alt)}">${paper.finish()}</svg>`;
}
