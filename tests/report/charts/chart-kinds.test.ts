import { describe, expect, it } from 'vitest';
import { addDays } from '../../../src/calendar/iso-date.ts';
import { barsChart } from '../../../src/report/charts/bars-chart.ts';
import type { BuiltChart } from '../../../src/report/charts/chart-base.ts';
import type {
  BarsChart,
  DotIntervalChart,
  DotPlotChart,
  FunnelChart,
  HeatMapChart,
  SmallMultiplesChart,
  SpcChart,
  StripChart,
} from '../../../src/report/charts/chart-spec.ts';
import { chartTheme } from '../../../src/report/charts/chart-theme.ts';
import { dotIntervalChart } from '../../../src/report/charts/dot-interval-chart.ts';
import { dotPlotChart } from '../../../src/report/charts/dot-plot-chart.ts';
import { funnelChart } from '../../../src/report/charts/funnel-chart.ts';
import { heatCells } from '../../../src/report/charts/heat-map-chart.ts';
import { PALETTE, SHADES } from '../../../src/report/charts/palette.ts';
import { smallMultiplesChart } from '../../../src/report/charts/small-multiples-chart.ts';
import { spcChart } from '../../../src/report/charts/spc-chart.ts';
import { stripChart } from '../../../src/report/charts/strip-chart.ts';
import { DEMO_CHARTS } from '../helpers/demo-report.ts';
import { cutOff, drawOnPaper, overlappingTexts } from '../helpers/draw-on-paper.ts';

interface Dataset {
  readonly data: readonly { readonly x: number | null; readonly y: number }[];
  readonly pointStyle?: string | readonly string[];
  readonly pointBackgroundColor?: readonly string[];
  readonly backgroundColor?: string;
  readonly borderDash?: readonly number[];
}
const theme = chartTheme();
const datasetsOf = ({ config }: BuiltChart): Dataset[] => config.data.datasets as unknown as Dataset[];
const axis = ({ config }: BuiltChart, name: 'x' | 'y'): { min: number; max: number } =>
  config.options?.scales?.[name] as unknown as { min: number; max: number };

describe('spcChart', () => {
  const spec = DEMO_CHARTS.spc as SpcChart;
  const [points, mean, upper, lower] = datasetsOf(spcChart(spec, theme)) as [
    Dataset,
    Dataset,
    Dataset,
    Dataset,
  ];

  it('gives each signal its own shape and colour', () => {
    const shape = { common: 'circle', concern: 'triangle', improvement: 'rectRot' };
    const drawn = points.data.flatMap((point, index) => (Number.isNaN(point.y) ? [] : [index]));
    expect(drawn.map((index) => points.pointStyle?.[index])).toEqual(
      spec.points.map(({ signal }) => shape[signal]),
    );
    const concern = drawn.filter((index) => points.pointStyle?.[index] === 'triangle');
    expect(concern.map((index) => points.pointBackgroundColor?.[index])).toEqual(
      concern.map(() => PALETTE.concern),
    );
  });

  it('keeps the number beside the first point off the numbers of the axis', () => {
    const few = Array.from({ length: 75 }, (_, at) => ({ week: addDays('2024-09-02', at * 7) }));
    for (let value = 15; value < 20; value += 0.3) {
      const points = few.map((point, at) => ({
        ...point,
        value: at === 0 ? value : 0.5,
        signal: at === 0 ? ('concern' as const) : ('common' as const),
      }));
      const level = few.map(() => 14);
      const drawn = drawOnPaper({
        ...spec,
        points,
        upper: level,
        lower: few.map(() => 0),
        breaks: [],
        notes: [],
      });
      expect(drawn.texts.length).toBeGreaterThan(6);
      expect(overlappingTexts(drawn), String(value)).toEqual([]);
    }
  });

  it('breaks the line before the first week after each holiday', () => {
    const gaps = points.data.filter((point) => Number.isNaN(point.y)).map((point) => point.x);
    expect(gaps).toEqual(spec.breaks.map((index) => index - 0.5));
  });

  it('draws the average solid and the limits dashed, and covers both', () => {
    expect([mean, upper, lower].map(({ borderDash }) => borderDash?.length)).toEqual([0, 2, 2]);
    expect(upper.data.map(({ y }) => y)).toEqual([14.1, 14.1]);
    expect(axis(spcChart(spec, theme), 'y')).toMatchObject({ min: 0, max: 20 });
  });

  it('steps limits that move with the roll', () => {
    const moving = { ...spec, upper: spec.upper.map((value, index) => value + index) };
    const [, , stepped] = datasetsOf(spcChart(moving, theme));
    expect(stepped?.data).toHaveLength(spec.points.length + 2);
  });

  it('names the limits with their values, as trial limits when there are few weeks', () => {
    const texts = (chart: SpcChart): string[] => drawOnPaper(chart).texts.map(({ text }) => text);
    expect(texts(spec)).toEqual(
      expect.arrayContaining(['Upper limit 14.1', 'Average 9.1', 'Lower limit 4.1']),
    );
    expect(texts({ ...spec, trial: true }).join(' ')).toContain('Trial upper limit');
  });

  it('dates the axis evenly when the weeks have no holidays', () => {
    const short = {
      ...spec,
      breaks: [],
      points: spec.points.slice(0, 8),
      upper: spec.upper.slice(0, 8),
      lower: spec.lower.slice(0, 8),
      notes: [],
    };
    const dates = drawOnPaper(short)
      .texts.map(({ text }) => text)
      .filter((text) => /^\d+ [A-Z][a-z]{2}$/.test(text));
    expect(dates.length).toBeGreaterThan(4);
  });
});

describe('dotPlotChart', () => {
  const spec = DEMO_CHARTS.dot_plot as DotPlotChart;

  it('draws no mark for a hidden value and joins only rows that have both', () => {
    const [now, then, bars] = datasetsOf(dotPlotChart(spec, theme));
    expect(now?.data.map(({ x }) => x)).toEqual([19, 7, 11, 5]);
    expect(then?.data.map(({ x }) => x)).toEqual([12, 9, 6]);
    expect(bars?.data).toHaveLength(9);
    expect([now?.pointStyle, then?.pointStyle]).toEqual(['rectRot', 'circle']);
  });

  it('prints both values of every row, hidden ones too', () => {
    const texts = drawOnPaper(spec).texts.map(({ text }) => text);
    expect(texts).toEqual(expect.arrayContaining(spec.rows.map((row) => row.text)));
  });
});

describe('dotIntervalChart', () => {
  const spec = DEMO_CHARTS.dot_interval as DotIntervalChart;

  it('draws the group in focus as a diamond, others as circles and hidden ones not at all', () => {
    const [focus, others, focusInterval, otherIntervals] = datasetsOf(dotIntervalChart(spec, theme));
    expect(focus?.data.map(({ x }) => x)).toEqual([24.1]);
    expect(others?.data.map(({ x }) => x)).toEqual([31.8, 19.6, 17.3, 11]);
    expect(focusInterval?.data.slice(0, 2).map(({ x }) => x)).toEqual([18.2, 31.2]);
    expect(otherIntervals?.data).toHaveLength(12);
  });

  it('covers the whole of every interval and the reference line', () => {
    expect(axis(dotIntervalChart(spec, theme), 'x').max).toBeGreaterThanOrEqual(52.7);
    const far = { ...spec, reference: { value: 95, label: 'All' } };
    expect(axis(dotIntervalChart(far, theme), 'x').max).toBeGreaterThanOrEqual(95);
  });

  it('needs no reference line', () => {
    const reference = datasetsOf(dotIntervalChart({ ...spec, reference: null }, theme)).at(-1);
    expect(reference?.data).toEqual([]);
  });
});

describe('heatCells', () => {
  const spec: HeatMapChart = {
    kind: 'heat_map',
    columns: ['a', 'b', 'c', 'd'],
    rows: ['x'],
    cells: [
      [
        { value: 0, text: '0' },
        { value: 1, text: '1' },
        { value: 36, text: '36' },
        { value: null, text: 'c' },
      ],
    ],
  };

  it('shades in six even steps and leaves zero and hidden cells white', () => {
    const fills = heatCells(spec).map((cell) => cell.fill);
    expect(fills).toEqual([PALETTE.white, SHADES[0]?.fill, SHADES[5]?.fill, PALETTE.white]);
    const step = heatCells({
      ...spec,
      cells: [
        [
          { value: 18, text: '18' },
          { value: 36, text: '36' },
        ],
      ],
    });
    expect(step[0]?.fill).toBe(SHADES[2]?.fill);
  });

  it('prints white on the dark steps and black on the fourth, which neither ink nor white can be read on', () => {
    expect(SHADES.map((shade) => shade.text)).toEqual([
      PALETTE.ink,
      PALETTE.ink,
      PALETTE.ink,
      '#000000',
      '#FFFFFF',
      '#FFFFFF',
    ]);
    expect(heatCells(spec).map((cell) => cell.text)).toEqual(['0', '1', '36', 'c']);
  });

  it('shades nothing when all is zero', () => {
    const none = heatCells({ ...spec, cells: [[{ value: 0, text: '0' }]] });
    expect(none[0]?.fill).toBe(PALETTE.white);
  });
});

describe('barsChart', () => {
  it('starts at zero, in one colour, without a bar for a hidden value', () => {
    const spec = DEMO_CHARTS.bars as BarsChart;
    const built = barsChart(spec, theme);
    const [bars] = datasetsOf(built);
    expect(bars?.data.map(({ x }) => x)).toEqual([142, 88, 51, 40, 22, null, 27]);
    expect(bars?.backgroundColor).toBe(PALETTE.blue);
    expect(axis(built, 'x')).toMatchObject({ min: 0, max: 150 });
  });
});

describe('smallMultiplesChart', () => {
  const spec = DEMO_CHARTS.small_multiples as SmallMultiplesChart;
  const texts = drawOnPaper(spec).texts.map(({ text }) => text);

  it('prints zero, half and the most on every panel, and the last value of each', () => {
    for (const tick of ['0', '8', '16']) expect(texts.filter((text) => text === tick)).toHaveLength(6);
    const last = spec.panels.map((panel) => panel.values.filter((value) => value !== null).at(-1));
    for (const value of last) expect(texts).toContain(String(value));
  });

  it('places equal values at equal heights in every panel', () => {
    const flat = {
      ...spec,
      reference: null,
      panels: spec.panels.slice(0, 3).map((panel) => ({ ...panel, values: [1, 2, 3, 4, 5, 6] })),
    };
    const [line] = datasetsOf(smallMultiplesChart(flat, theme));
    const heights = line?.data.map(({ y }) => y) ?? [];
    expect(heights.slice(0, 6)).toEqual(heights.slice(7, 13));
    expect(heights.slice(0, 6)).toEqual(heights.slice(14, 20));
  });

  it('draws a dot for a value alone between hidden ones, and nothing for a panel without values', () => {
    const [, single] = datasetsOf(smallMultiplesChart(spec, theme));
    expect(single?.data).toHaveLength(1);
    const hidden = { ...spec, panels: [{ label: 'Year 7', values: [null, null, null, null, null, null] }] };
    const drawn = drawOnPaper(hidden).texts.map(({ text }) => text);
    expect(drawn.join(' ')).not.toMatch(/NaN|null/);
  });

  it('draws one point of time', () => {
    const once = { ...spec, xLabels: ['Aut 1'], reference: null, panels: [{ label: 'Year 7', values: [4] }] };
    expect(drawOnPaper(once).texts.map(({ text }) => text)).toEqual(
      expect.arrayContaining(['Aut 1', '4', 'Year 7']),
    );
  });
});

describe('funnelChart', () => {
  const spec = DEMO_CHARTS.funnel as FunnelChart;

  it('names only the schools that are to be named', () => {
    const texts = drawOnPaper(spec)
      .texts.map(({ text }) => text)
      .join(' ');
    expect(texts).toContain('Cedar Grove');
    expect(texts).toContain('Fernhill High');
    expect(texts).not.toMatch(/Ash|Beech|Elm|Gorse/);
  });

  it('sets a name clear of marks, and of lines where there is room near its point', () => {
    const limit = (y: number) =>
      [400, 1400].map((x) => ({ x, low95: y, low998: y, high95: 12, high998: 14 }));
    const named = { label: 'Oak Hill School', x: 1200, y: 1.5, named: true };
    const other = { label: 'Elm', x: 1180, y: 8, named: false };
    const nameOn = (low: number, points: (typeof named)[]) => {
      const drawn = drawOnPaper({ ...spec, mean: 8, points, limits: limit(low) });
      const text = drawn.texts.find((each) => each.text.startsWith('Oak Hill'));
      const scale = drawn.chart.scales.y;
      return { y: text?.y ?? 0, x: text?.x ?? 0, of: (value: number) => scale?.getPixelForValue(value) ?? 0 };
    };
    const beside = nameOn(4, [named]);
    expect(Math.abs(beside.y - beside.of(1.5))).toBeLessThan(6);
    // The limit runs through the point: the name goes above or below it.
    const moved = nameOn(1.5, [named]);
    expect(Math.abs(moved.y - 3.2 - moved.of(1.5))).toBeGreaterThan(5);
    const near = nameOn(4, [named, { ...other, y: 1.5 }]);
    expect(near.x).toBeGreaterThan(beside.x);
  });

  it('leads a name that had to move back to its point', () => {
    const crowd = spec.points.map((point, index) => ({
      ...point,
      x: 700 + index,
      y: 5 + index / 10,
      named: true,
    }));
    const few = drawOnPaper({ ...spec, points: crowd.slice(0, 1) });
    const many = drawOnPaper({ ...spec, points: crowd });
    expect(overlappingTexts(many)).toEqual([]);
    expect(cutOff(many)).toEqual([]);
    expect(many.points.length).toBeGreaterThan(few.points.length);
    expect(many.texts.map(({ text }) => text).join(' ')).toContain('Gorse');
  });

  it('covers limits and points, with 95% dashed and 99.8% solid', () => {
    const built = funnelChart(spec, theme);
    const lines = datasetsOf(built).slice(3);
    expect(lines.map(({ borderDash }) => borderDash?.length)).toEqual([2, 2, 0, 0]);
    expect(axis(built, 'y').max).toBeGreaterThanOrEqual(11.8);
    expect(axis(built, 'x').min).toBeLessThanOrEqual(400);
    expect(axis(built, 'x').max).toBeGreaterThanOrEqual(1400);
  });

  it('draws without schools and without limits', () => {
    expect(drawOnPaper({ ...spec, points: [], limits: [] }).texts.map(({ text }) => text)).toContain(
      'Average 5.2',
    );
  });
});

describe('stripChart', () => {
  const spec = DEMO_CHARTS.strip as StripChart;

  it('draws a dot for every incident, those of one day apart from each other', () => {
    const [dots] = datasetsOf(stripChart(spec, theme));
    expect(dots?.data).toHaveLength(spec.rows.flatMap((row) => row.dates).length);
    expect(new Set(dots?.data.map(({ x, y }) => `${x} ${y}`)).size).toBe(dots?.data.length);
  });

  it('counts days from the first, whatever the clock changes', () => {
    const [dots] = datasetsOf(
      stripChart({ ...spec, from: '2025-03-29', rows: [{ label: 'a', dates: ['2025-03-31'] }] }, theme),
    );
    expect(dots?.data.map(({ x }) => x)).toEqual([2]);
  });
});
