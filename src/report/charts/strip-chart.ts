import type { Plugin } from 'chart.js';
import type { IsoDate } from '../../incident/incident.ts';
import {
  axisHeight,
  type BuiltChart,
  baseOptions,
  chartFont,
  layoutRows,
  makeConfig,
  type RowLayout,
  rowAxis,
} from './chart-base.ts';
import type { StripChart } from './chart-spec.ts';
import type { ChartTheme } from './chart-theme.ts';
import type { DrawingContext } from './drawing-context.ts';
import { PALETTE } from './palette.ts';
import { formatWeek } from './week-label.ts';

const DAY_MS = 86_400_000;
/** Beyond this many on one day the dots of that day move together. */
const MOST_STACKED = 10;

/**
 * One pupil over time: a dot an incident, a row a type, with dotted lines where terms change. Incidents on one day
 * stand one above the other, so that every one of them can be counted.
 */
export function stripChart(spec: StripChart, theme: ChartTheme): BuiltChart {
  const radius = theme.mark * 0.8;
  const rows = layoutRows(
    spec.rows.map(({ label, dates }) => ({
      label,
      least: Math.min(MOST_STACKED, mostOnOneDay(dates)) * radius * 2,
    })),
    theme,
  );
  const left = Math.max(0, ...rows.lines.flat().map((line) => theme.measure(line))) + 12;
  const days = Math.max(1, dayNumber(spec.to) - dayNumber(spec.from));
  const months = monthTicks(spec, (theme.width - left) / days, theme);
  const height =
    rows.plotHeight +
    axisHeight([], theme) +
    (months.some((tick) => tick.label.length > 1) ? theme.leading : 0) +
    6;
  return {
    config: makeConfig(
      'scatter',
      [
        {
          data: stripPoints(spec, rows, radius * 2),
          pointStyle: 'circle',
          pointRadius: radius,
          backgroundColor: PALETTE.blue,
          borderColor: PALETTE.white,
          borderWidth: 0.75,
          clip: false,
        },
      ],
      baseOptions(theme, { right: theme.measure('30 Sep') / 2 + 4 }),
      {
        x: dayAxis(days, months, theme),
        y: { ...rowAxis(rows, theme), grid: { color: PALETTE.grid, tickLength: 0 } },
      },
      [termLines(spec)],
    ),
    height,
    minHeight: height,
  };
}

function mostOnOneDay(dates: readonly IsoDate[]): number {
  return Math.max(1, ...dates.map((date) => dates.filter((other) => other === date).length));
}

/** Days since 1 January 1970 of a civil date, in UTC so that no clock change can shift it. */
function dayNumber(date: IsoDate): number {
  return Math.round(Date.parse(`${date}T00:00:00Z`) / DAY_MS);
}

function stripPoints(spec: StripChart, rows: RowLayout, apart: number): { x: number; y: number }[] {
  const start = dayNumber(spec.from);
  return spec.rows.flatMap((row, index) => {
    const y = rows.centres[index] ?? 0;
    const byDay = new Map<number, number>();
    for (const date of row.dates)
      byDay.set(dayNumber(date) - start, (byDay.get(dayNumber(date) - start) ?? 0) + 1);
    return [...byDay].flatMap(([x, count]) => {
      const gap = (apart * Math.min(count, MOST_STACKED)) / count;
      return Array.from({ length: count }, (_, place) => ({ x, y: y + (place - (count - 1) / 2) * gap }));
    });
  });
}

/** The first of each month, as many as fit, with the year under the first of each year. */
function monthTicks(spec: StripChart, step: number, theme: ChartTheme): { value: number; label: string[] }[] {
  const start = dayNumber(spec.from);
  const end = dayNumber(spec.to);
  const spans = spec.from.slice(0, 4) !== spec.to.slice(0, 4);
  const ticks: { value: number; label: string[] }[] = [];
  let clear = -Infinity;
  let year = '';
  let [y, m] = spec.from.split('-').map(Number) as [number, number];
  for (; ; m += 1) {
    if (m > 12) [y, m] = [y + 1, 1];
    const date = `${y}-${String(m).padStart(2, '0')}-01`;
    const day = dayNumber(date);
    if (day > end) break;
    if (day < start) continue;
    const label = formatWeek(date);
    const half = theme.measure(label) / 2 + 5;
    if ((day - start) * step - half < clear) continue;
    const own = String(y);
    ticks.push({ value: day - start, label: spans && own !== year ? [label, own] : [label] });
    year = own;
    clear = (day - start) * step + half;
  }
  return ticks;
}

function dayAxis(
  days: number,
  ticks: readonly { value: number; label: string[] }[],
  theme: ChartTheme,
): object {
  return {
    type: 'linear',
    min: 0,
    max: days,
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

function termLines(spec: StripChart): Plugin {
  const start = dayNumber(spec.from);
  return {
    id: 'term-lines',
    beforeDatasetsDraw(chart) {
      const ctx: DrawingContext = chart.ctx;
      for (const date of spec.termBreaks) {
        const x = chart.scales.x?.getPixelForValue(dayNumber(date) - start) ?? 0;
        ctx.save();
        ctx.strokeStyle = PALETTE.common;
        ctx.lineWidth = 0.75;
        ctx.setLineDash([1.5, 2.5]);
        ctx.beginPath();
        ctx.moveTo(x, chart.chartArea.top);
        ctx.lineTo(x, chart.chartArea.bottom);
        ctx.stroke();
        ctx.restore();
      }
    },
  };
}
