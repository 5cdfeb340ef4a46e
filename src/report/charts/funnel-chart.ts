import { axisHeight, type BuiltChart, baseOptions, makeConfig, valueAxis, wrapTitle } from './chart-base.ts';
import type { FunnelChart } from './chart-spec.ts';
import type { ChartTheme } from './chart-theme.ts';
import { type ChartLabel, labelPlugin } from './label-plugin.ts';
import { PALETTE } from './palette.ts';
import { formatMeasure, type ValueRange, valueRange } from './value-range.ts';
import { wrapLabel } from './wrap-label.ts';

type Level = 'low95' | 'high95' | 'low998' | 'high998';

/**
 * Rate by size with 95% (dashed) and 99.8% (solid) limits around the average. Only points marked as named get a
 * name and a diamond; the others are circles, so that nobody reads a league table out of the middle.
 */
export function funnelChart(spec: FunnelChart, theme: ChartTheme): BuiltChart {
  const yRange = valueRange([
    spec.mean,
    ...spec.points.map((point) => point.y),
    ...spec.limits.flatMap((limit) => [limit.low95, limit.high95, limit.low998, limit.high998]),
  ]);
  const xRange = sizeRange([...spec.points.map((point) => point.x), ...spec.limits.map((limit) => limit.x)]);
  const yTitle = wrapLabel(spec.yLabel, theme.width, theme.measure);
  const xTitle = wrapTitle(spec.xLabel, theme);
  const edge = limitLabels(spec);
  const right =
    Math.max(...edge.flatMap((label) => label.lines.map((line) => theme.measure(line, 'semibold')))) + 12;
  const top = yTitle.length * theme.leading + 10;
  const title: ChartLabel = {
    x: 'start',
    y: 'top',
    dy: -6,
    lines: yTitle,
    align: 'left',
    anchor: 'bottom',
    colour: PALETTE.muted,
  };
  const names = nameLabels(spec, theme);
  const isLarge = theme.name === 'large_print';
  const fixed = top + axisHeight(xTitle, theme);
  // Room for every name to find a place of its own.
  const forNames = Math.min(
    380,
    names.reduce((sum, label) => sum + label.lines.length * theme.leading * 0.8, 0),
  );
  return {
    config: makeConfig(
      'scatter',
      [
        points(spec, theme, true),
        points(spec, theme, false),
        meanLine(spec, xRange),
        ...(['low95', 'high95', 'low998', 'high998'] as const).map((level) => limitLine(spec, level)),
      ],
      baseOptions(theme, { top, right }),
      { x: valueAxis(xRange, theme, xTitle), y: valueAxis(yRange, theme) },
      [labelPlugin([title, ...edge, ...names], theme)],
    ),
    height: fixed + Math.max(isLarge ? 210 : 104, forNames),
    minHeight: fixed + Math.max(isLarge ? 140 : 92, forNames),
  };
}

/** Sizes do not start at zero: an axis from the smallest school keeps the points apart. */
function sizeRange(values: readonly number[]): ValueRange {
  const low = Math.min(...values);
  const { step } = valueRange([Math.max(...values) - low]);
  const max = Math.ceil(Math.max(...values) / step) * step;
  const min = Math.max(0, Math.floor(low / step) * step);
  return Number.isFinite(low) && max > min ? { min, max, step } : { min: 0, max: 1, step: 1 };
}

function points(spec: FunnelChart, theme: ChartTheme, named: boolean): object {
  const colour = named ? PALETTE.blue : PALETTE.common;
  return {
    data: spec.points.filter((point) => point.named === named).map(({ x, y }) => ({ x, y })),
    pointStyle: named ? 'rectRot' : 'circle',
    pointRadius: named ? theme.mark * 1.15 : theme.mark * 0.8,
    backgroundColor: colour,
    borderColor: colour,
    borderWidth: 0,
    clip: false,
  };
}

function meanLine(spec: FunnelChart, range: ValueRange): object {
  return {
    data: [
      { x: range.min, y: spec.mean },
      { x: range.max, y: spec.mean },
    ],
    showLine: true,
    pointRadius: 0,
    borderColor: PALETTE.ink,
    borderWidth: 1,
  };
}

function limitLine(spec: FunnelChart, level: Level): object {
  const dashed = level.endsWith('95');
  return {
    data: spec.limits.map((limit) => ({ x: limit.x, y: limit[level] })),
    showLine: true,
    pointRadius: 0,
    borderColor: PALETTE.muted,
    borderWidth: 1,
    borderDash: dashed ? [4, 3] : [],
  };
}

function limitLabels(spec: FunnelChart): ChartLabel[] {
  const last = [...spec.limits].sort((a, b) => a.x - b.x).at(-1);
  const label = (text: string, y: number, bold = false): ChartLabel => ({
    x: 'right',
    y,
    dx: 6,
    lines: [text],
    align: 'left',
    anchor: 'middle',
    colour: bold ? PALETTE.ink : PALETTE.muted,
    bold,
    spread: true,
  });
  const mean = label(`Average ${formatMeasure(spec.mean)}`, spec.mean, true);
  if (last === undefined) return [mean];
  // Two lower limits near the axis would push their labels onto its numbers.
  const top = Math.max(...spec.limits.map(({ high998 }) => high998), ...spec.points.map(({ y }) => y));
  const isLow = last.low95 - last.low998 < 0.12 * top;
  return [
    label('99.8% limit', last.high998),
    label('95% limit', last.high95),
    mean,
    ...(isLow
      ? [label('Lower limits', last.low95)]
      : [label('95% limit', last.low95), label('99.8% limit', last.low998)]),
  ];
}

/** Names stand beside their points, on whichever side is free. */
function nameLabels(spec: FunnelChart, theme: ChartTheme): ChartLabel[] {
  return spec.points
    .filter((point) => point.named)
    .map((point) => ({
      x: point.x,
      y: point.y,
      lines: wrapLabel(point.label, theme.width * 0.3, (text) => theme.measure(text, 'semibold')),
      align: 'left',
      anchor: 'middle',
      colour: PALETTE.blue,
      bold: true,
      backed: true,
      beside: theme.mark + 6,
    }));
}
