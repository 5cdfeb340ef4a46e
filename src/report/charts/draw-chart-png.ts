import { GlobalFonts } from 'canvas';
import type { Chart, Plugin } from 'chart.js';
import { ChartJSNodeCanvas } from 'chartjs-node-canvas';
import { buildChart } from './build-chart.ts';
import type { ChartSpec } from './chart-spec.ts';
import { chartTheme, type ThemeName } from './chart-theme.ts';
import { FONT_FAMILY, findFontFile } from './font-files.ts';
import { PALETTE } from './palette.ts';

export interface PngOptions {
  readonly theme?: ThemeName;
  /** Width in points, as on the page. */
  readonly width?: number;
  /** Pixels a point; 4 is about 290 to the inch at the width of a page. */
  readonly scale?: number;
}

/**
 * A chart as a PNG picture for slides, from the very configuration the PDF draws. Only the `Sync` calls of
 * chartjs-node-canvas work on this canvas. Import this file late: it brings a second copy of Chart.js and the native
 * canvas with it.
 */
export async function drawChartPng(spec: ChartSpec, options: PngOptions = {}): Promise<Uint8Array> {
  registerFonts();
  const theme = chartTheme(options.theme, options.width);
  const { config, height } = buildChart(spec, theme);
  const renderer = new ChartJSNodeCanvas({ width: Math.round(theme.width), height: Math.round(height) });
  const picture = {
    ...config,
    options: { ...config.options, devicePixelRatio: options.scale ?? 4 },
    plugins: [whitePaper, ...(config.plugins ?? [])],
  };
  return renderer.renderToBufferSync(picture as typeof config, 'image/png');
}

/** The package's own background plugin keeps the size of the first chart it saw. */
const whitePaper: Plugin = {
  id: 'white-paper',
  beforeDraw(chart: Chart) {
    chart.ctx.save();
    chart.ctx.fillStyle = PALETTE.white;
    chart.ctx.fillRect(0, 0, chart.width, chart.height);
    chart.ctx.restore();
  },
};

let registered = false;

function registerFonts(): void {
  if (registered) return;
  for (const weight of ['regular', 'semibold'] as const) {
    GlobalFonts.registerFromPath(findFontFile(weight), FONT_FAMILY);
  }
  registered = true;
}
