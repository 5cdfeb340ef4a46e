import { Chart, type ChartItem, registerables } from 'chart.js';
import { buildChart } from '../../../src/report/charts/build-chart.ts';
import type { ChartSpec } from '../../../src/report/charts/chart-spec.ts';
import { chartTheme, type ThemeName } from '../../../src/report/charts/chart-theme.ts';
import { measureText } from '../../../src/report/charts/measure-text.ts';
import { createCanvas } from '../../../src/report/pdf/canvas-adapter.ts';

Chart.register(...registerables);

/** One text of a chart as it stands on the paper; `y` is its base line. */
export interface DrawnText {
  readonly text: string;
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly size: number;
}

export interface DrawnChart {
  readonly width: number;
  readonly height: number;
  readonly texts: readonly DrawnText[];
  /** Every point of every path. */
  readonly points: readonly { readonly x: number; readonly y: number }[];
  readonly chart: Chart;
}

/** Draws a chart on a stand-in for the PDF that writes down where every text and every line goes. */
export function drawOnPaper(spec: ChartSpec, name: ThemeName = 'standard', shrink = false): DrawnChart {
  const theme = chartTheme(name);
  const built = buildChart(spec, theme);
  const height = shrink ? built.minHeight : built.height;
  const texts: DrawnText[] = [];
  const points: { x: number; y: number }[] = [];
  let size = 10;
  let weight: 'regular' | 'semibold' = 'regular';
  const note = (...values: number[]): object => {
    points.push({ x: values.at(-2) ?? 0, y: values.at(-1) ?? 0 });
    return doc;
  };
  const own: Record<string, unknown> = {
    font: (face: string) => {
      weight = face === 'b' ? 'semibold' : 'regular';
      return doc;
    },
    fontSize: (value: number) => {
      size = value;
      return doc;
    },
    widthOfString: (text: string) => measureText(text, size, weight),
    text: (text: string, x: number, y: number) => {
      texts.push({ text, x, y, width: measureText(text, size, weight), size });
      return doc;
    },
    moveTo: note,
    lineTo: note,
    bezierCurveTo: note,
  };
  const doc: object = new Proxy({}, { get: (_, key) => own[String(key)] ?? (() => doc) });
  const canvas = createCanvas(doc as PDFKit.PDFDocument, { x: 0, y: 0, width: theme.width, height });
  const chart = new Chart(canvas as unknown as ChartItem, built.config);
  return { width: theme.width, height, texts, points, chart };
}

/** Pairs of texts that are printed over each other. */
export function overlappingTexts({ texts }: DrawnChart): string[] {
  const boxes = texts.map((item) => ({
    ...item,
    top: item.y - item.size * 0.66,
    bottom: item.y + item.size * 0.15,
  }));
  return boxes.flatMap((a, index) =>
    boxes
      .slice(index + 1)
      .filter(
        (b) => a.x + 0.5 < b.x + b.width && b.x + 0.5 < a.x + a.width && a.top < b.bottom && b.top < a.bottom,
      )
      .map((b) => `${a.text} | ${b.text}`),
  );
}

/** Texts and marks that reach beyond the chart's own paper. */
export function cutOff({ texts, points, width, height }: DrawnChart): string[] {
  const out = (left: number, top: number, right: number, bottom: number): boolean =>
    left < -0.5 || top < -0.5 || right > width + 0.5 || bottom > height + 0.5;
  return [
    ...texts
      .filter((item) => out(item.x, item.y - item.size * 0.66, item.x + item.width, item.y))
      .map((item) => item.text),
    ...points
      .filter((point) => out(point.x, point.y, point.x, point.y))
      .map((point) => `mark at ${point.x}, ${point.y}`),
  ];
}
