import type { Plugin } from 'chart.js';
import { axisHeight, type BuiltChart, baseOptions, chartFont, makeConfig, valueAxis } from './chart-base.ts';
import type { Signal, SpcChart } from './chart-spec.ts';
import type { ChartTheme } from './chart-theme.ts';
import type { DrawingContext } from './drawing-context.ts';
import { type ChartLabel, labelPlugin } from './label-plugin.ts';
import { PALETTE } from './palette.ts';
import { type PlacedNote, placeNotes } from './place-notes.ts';
import { formatMeasure, valueRange } from './value-range.ts';
import { formatWeek } from './week-label.ts';
import { wrapLabel } from './wrap-label.ts';

const MARKS: Record<Signal, { style: string; colour: string; scale: number }> = {
  common: { style: 'circle', colour: PALETTE.common, scale: 0.62 },
  concern: { style: 'triangle', colour: PALETTE.concern, scale: 1.2 },
  improvement: { style: 'rectRot', colour: PALETTE.blue, scale: 1.15 },
};

/**
 * A control chart by school week: solid average, dashed limits named at the right edge with their values, and a
 * shape for each kind of point (triangle for concern, diamond for improvement, circle for usual variation), so
 * that a grey print says the same. The line breaks across holidays; there is no trend line.
 */
export function spcChart(spec: SpcChart, theme: ChartTheme): BuiltChart {
  const range = valueRange([
    ...spec.points.map((point) => point.value),
    ...spec.upper,
    ...spec.lower,
    spec.mean,
  ]);
  const edge = edgeLabels(spec, theme);
  const right =
    Math.max(...edge.flatMap((label) => label.lines.map((line) => theme.measure(line, 'semibold')))) + 12;
  const yTitle = wrapLabel(spec.yLabel, theme.width, theme.measure);
  const left = theme.measure(formatMeasure(range.max)) + 6;
  const plot = theme.width - right - left;
  const notes = placeNotes(spec.notes, spec.points.length, { left, width: plot }, theme);
  const noteLines = Math.max(0, ...notes.map((note) => note.bottomLine));
  const top = (yTitle.length + noteLines) * theme.leading + 8;
  const title: ChartLabel = {
    x: 'start',
    y: 'top',
    dy: -noteLines * theme.leading - 6,
    lines: yTitle,
    align: 'left',
    anchor: 'bottom',
    colour: PALETTE.muted,
  };
  const fixed = top + axisHeight([], theme) + (spansYears(spec) ? theme.leading : 0);
  return {
    config: makeConfig(
      'scatter',
      [
        pointsDataset(spec, theme),
        levelDataset(spec, 'mean'),
        levelDataset(spec, 'upper'),
        levelDataset(spec, 'lower'),
      ],
      baseOptions(theme, { top, right }),
      { x: weekAxis(spec, theme, plot), y: { ...valueAxis(range, theme) } },
      [
        labelPlugin([title, ...edge, ...noteLabels(notes, noteLines, theme), ...signalLabels(spec)], theme),
        noteLinePlugin(notes, noteLines, theme),
      ],
    ),
    height: fixed + (theme.name === 'large_print' ? 150 : 125),
    minHeight: fixed + (theme.name === 'large_print' ? 110 : 90),
  };
}

/** The measured line, with a gap before the first week after each holiday. */
function pointsDataset(spec: SpcChart, theme: ChartTheme): object {
  const data: { x: number; y: number }[] = [];
  const styles: { style: string; colour: string; radius: number }[] = [];
  const add = (x: number, y: number, signal: Signal): void => {
    const mark = MARKS[signal];
    data.push({ x, y });
    styles.push({ style: mark.style, colour: mark.colour, radius: theme.mark * mark.scale });
  };
  spec.points.forEach((point, index) => {
    if (index > 0 && spec.breaks.includes(index)) add(index - 0.5, Number.NaN, 'common');
    add(index, point.value, point.signal);
  });
  return {
    data,
    showLine: true,
    spanGaps: false,
    borderColor: PALETTE.common,
    borderWidth: 1.25,
    pointStyle: styles.map(({ style }) => style),
    pointRadius: styles.map(({ radius }) => radius),
    pointBackgroundColor: styles.map(({ colour }) => colour),
    pointBorderColor: styles.map(({ colour }) => colour),
    pointBorderWidth: 0,
    clip: false,
  };
}

/** Average or a limit, drawn half a week past both ends and stepped where a changing roll moves the limits. */
function levelDataset(spec: SpcChart, level: 'mean' | 'upper' | 'lower'): object {
  const last = spec.points.length - 1;
  const values = level === 'mean' ? spec.points.map(() => spec.mean) : spec[level];
  const middle = values.map((y, x) => ({ x, y }));
  const even = values.every((value) => value === values[0]);
  const ends = [
    { x: -0.5, y: values[0] ?? Number.NaN },
    { x: last + 0.5, y: values[last] ?? Number.NaN },
  ];
  return {
    data: even ? ends : [ends[0], ...middle, ends[1]],
    showLine: true,
    stepped: even ? false : 'middle',
    pointRadius: 0,
    borderColor: level === 'mean' ? PALETTE.ink : PALETTE.muted,
    borderWidth: 1,
    borderDash: level === 'mean' ? [] : [4, 3],
  };
}

function edgeLabels(spec: SpcChart, theme: ChartTheme): ChartLabel[] {
  const last = spec.points.length - 1;
  const trial = spec.trial ? 'Trial ' : '';
  const label = (words: string, value: number, bold: boolean): ChartLabel => ({
    x: 'right',
    y: value,
    dx: 6,
    lines: wrapLabel(`${words} ${formatMeasure(value)}`, theme.width * 0.25, (text) =>
      theme.measure(text, 'semibold'),
    ),
    align: 'left',
    anchor: 'middle',
    colour: bold ? PALETTE.ink : PALETTE.muted,
    bold,
    spread: true,
  });
  return [
    label(spec.trial ? 'Trial upper limit' : 'Upper limit', spec.upper[last] ?? spec.mean, false),
    label('Average', spec.mean, true),
    label(`${trial === '' ? 'Lower' : 'Trial lower'} limit`, spec.lower[last] ?? spec.mean, false),
  ];
}

/** The value beside each point that stands out and is higher (or lower) than its neighbours. */
function signalLabels(spec: SpcChart): ChartLabel[] {
  const value = (index: number): number | undefined => spec.points[index]?.value;
  return spec.points.flatMap((point, x): ChartLabel[] => {
    if (point.signal === 'common') return [];
    const up = point.value >= spec.mean;
    const beyond = (other: number | undefined): boolean =>
      other === undefined || (up ? other <= point.value : other >= point.value);
    if (!beyond(value(x - 1)) || !beyond(value(x + 1))) return [];
    // Under a point that lies on the axis its label would be taken for one of the axis.
    const above = up || point.value < spec.mean * 0.2;
    return [
      {
        x,
        y: point.value,
        dy: above ? -6 : 6,
        lines: [formatMeasure(point.value)],
        align: 'center',
        anchor: above ? 'bottom' : 'top',
        colour: point.signal === 'concern' ? PALETTE.concern : PALETTE.blue,
        bold: true,
        optional: true,
        backed: true,
      },
    ];
  });
}

function noteLabels(notes: readonly PlacedNote[], lines: number, theme: ChartTheme): ChartLabel[] {
  return notes.map((note) => ({
    x: note.at,
    y: 'top',
    dx: note.align === 'left' ? 3 : -3,
    dy: -(lines - note.topLine) * theme.leading - 2,
    lines: note.lines,
    align: note.align,
    anchor: 'top',
    colour: PALETTE.ink,
  }));
}

/** A thin dotted line from each note down through the plot. */
function noteLinePlugin(notes: readonly PlacedNote[], lines: number, theme: ChartTheme): Plugin {
  return {
    id: 'note-lines',
    beforeDatasetsDraw(chart) {
      const ctx: DrawingContext = chart.ctx;
      for (const note of notes) {
        const x = chart.scales.x?.getPixelForValue(note.at) ?? 0;
        ctx.save();
        ctx.strokeStyle = PALETTE.common;
        ctx.lineWidth = 0.75;
        ctx.setLineDash([1.5, 2.5]);
        ctx.beginPath();
        ctx.moveTo(x, chart.chartArea.top - (lines - note.topLine) * theme.leading);
        ctx.lineTo(x, chart.chartArea.bottom);
        ctx.stroke();
        ctx.restore();
      }
    },
  };
}

function spansYears(spec: SpcChart): boolean {
  return spec.points[0]?.week.slice(0, 4) !== spec.points.at(-1)?.week.slice(0, 4);
}

/** Dates under the first week, then the first week after each holiday, as many as fit without touching. */
function weekAxis(spec: SpcChart, theme: ChartTheme, plot: number): object {
  const step = plot / Math.max(1, spec.points.length);
  const starts = [0, ...spec.breaks.filter((index) => index > 0 && index < spec.points.length)];
  const ticks: { value: number; label: string[] }[] = [];
  let clear = -Infinity;
  let year = '';
  for (const index of starts.length > 2 ? starts : everyFew(spec.points.length, step, theme)) {
    const week = spec.points[index]?.week;
    if (week === undefined) continue;
    const label = formatWeek(week);
    const centre = (index + 0.5) * step;
    const half = theme.measure(label) / 2 + 5;
    if (centre - half < clear || centre + half > plot + 40) continue;
    ticks.push({
      value: index,
      label: spansYears(spec) && week.slice(0, 4) !== year ? [label, week.slice(0, 4)] : [label],
    });
    year = week.slice(0, 4);
    clear = centre + half;
  }
  return {
    type: 'linear',
    min: -0.5,
    max: Math.max(0.5, spec.points.length - 0.5),
    border: { color: PALETTE.rule },
    grid: { drawOnChartArea: false, color: PALETTE.rule, tickLength: 4 },
    afterBuildTicks: (axis: { ticks: { value: number }[] }) => {
      axis.ticks = ticks.map(({ value }) => ({ value }));
    },
    ticks: {
      autoSkip: false,
      maxRotation: 0,
      padding: 2,
      color: PALETTE.ink,
      font: chartFont(theme),
      callback: (value: number | string) => ticks.find((tick) => tick.value === Number(value))?.label ?? '',
    },
  };
}

function everyFew(count: number, step: number, theme: ChartTheme): number[] {
  const every = Math.max(1, Math.ceil((theme.measure('30 Sep') + 16) / step));
  return Array.from({ length: Math.ceil(count / every) }, (_, index) => index * every);
}
