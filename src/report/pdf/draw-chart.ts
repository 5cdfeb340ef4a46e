import {
  BarController,
  BarElement,
  CategoryScale,
  Chart,
  type ChartItem,
  LinearScale,
  LineController,
  LineElement,
  PointElement,
  ScatterController,
} from 'chart.js';
import type { BuiltChart } from '../charts/chart-base.ts';
import { createCanvas } from './canvas-adapter.ts';
import type { Paper } from './paper.ts';

Chart.register(
  BarController,
  BarElement,
  CategoryScale,
  LinearScale,
  LineController,
  LineElement,
  PointElement,
  ScatterController,
);

/**
 * Draws a chart as vectors at a place on the current page, or on other paper. Leaves font, size and colour of the document changed:
 * whatever is drawn next sets its own.
 */
export function drawChart(
  doc: Paper,
  chart: BuiltChart,
  place: {
    readonly x: number;
    readonly y: number;
    readonly width: number;
    readonly height: number;
    readonly scale?: number;
  },
): void {
  doc.save();
  const canvas = createCanvas(doc, place);
  const drawn = new Chart(canvas as unknown as ChartItem, chart.config);
  drawn.destroy();
  doc.restore();
}
