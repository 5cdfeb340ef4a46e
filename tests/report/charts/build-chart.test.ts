import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { buildChart } from '../../../src/report/charts/build-chart.ts';
import type { ChartSpec } from '../../../src/report/charts/chart-spec.ts';
import { chartTheme } from '../../../src/report/charts/chart-theme.ts';
import { DEMO_CHARTS } from '../helpers/demo-report.ts';
import { cutOff, drawOnPaper, overlappingTexts } from '../helpers/draw-on-paper.ts';

const kinds = Object.keys(DEMO_CHARTS) as ChartSpec['kind'][];
const LONG = 'Ysgol Gyfun Llanfairpwllgwyngyll a Żółtów';

/** The demo chart of a kind with every name 40 letters long. */
function withLongNames(kind: ChartSpec['kind']): ChartSpec {
  const text = JSON.stringify(DEMO_CHARTS[kind], (key, value) => (key === 'label' ? LONG : value));
  return JSON.parse(text);
}

describe('buildChart', () => {
  it.each(kinds)('%s: switches off everything that moves or depends on the machine', (kind) => {
    const { config } = buildChart(DEMO_CHARTS[kind], chartTheme());
    expect(config.options).toMatchObject({
      animation: false,
      responsive: false,
      devicePixelRatio: 1,
      locale: 'en-GB',
      events: [],
      plugins: { legend: { display: false }, tooltip: { enabled: false } },
    });
  });

  it.each(kinds)('%s: is pure', (kind) => {
    const spec = DEMO_CHARTS[kind];
    const before = JSON.stringify(spec);
    const plain = (value: unknown): string => JSON.stringify(value);
    expect(plain(buildChart(spec, chartTheme()))).toBe(plain(buildChart(spec, chartTheme())));
    expect(JSON.stringify(spec)).toBe(before);
  });

  describe.each(['standard', 'large_print'] as const)('in %s', (theme) => {
    it.each(kinds)('%s: cuts nothing, covers nothing and draws no text too small', (kind) => {
      for (const spec of [DEMO_CHARTS[kind], withLongNames(kind)]) {
        for (const shrink of [false, true]) {
          const drawn = drawOnPaper(spec, theme, shrink);
          expect(cutOff(drawn)).toEqual([]);
          expect(overlappingTexts(drawn)).toEqual([]);
          expect(Math.min(...drawn.texts.map((text) => text.size))).toBe(theme === 'standard' ? 10 : 14);
          expect(drawn.texts.map((text) => text.text).join(' ')).not.toMatch(/undefined|NaN|null|Infinity/);
        }
      }
    });
  });

  it('prints every name whole', () => {
    for (const kind of ['bars', 'dot_plot', 'dot_interval', 'strip'] as const) {
      const words = drawOnPaper(withLongNames(kind))
        .texts.map((text) => text.text)
        .join(' ');
      const reference = kind === 'dot_interval' ? 1 : 0;
      expect(words.split(LONG).length - 1 - reference).toBe(
        (DEMO_CHARTS[kind] as { readonly rows: readonly unknown[] }).rows.length,
      );
    }
  });

  it('covers everything drawn whatever the numbers', () => {
    const value = fc
      .double({ min: 0, max: 5000, noNaN: true })
      .map((number) => Number(number.toPrecision(3)));
    const row = fc.record({ a: value, b: value, c: value, hidden: fc.boolean(), focus: fc.boolean() });
    fc.assert(
      fc.property(fc.array(row, { minLength: 1, maxLength: 12 }), value, (rows, reference) => {
        const drawn = drawOnPaper({
          kind: 'dot_interval',
          xLabel: 'Rate',
          reference: { value: reference, label: `All pupils ${reference}` },
          rows: rows.map(({ a, b, c, hidden, focus }, index) => {
            const [low = 0, middle = 0, high = 0] = [a, b, c].sort((left, right) => left - right);
            const text = hidden ? 'c' : `${middle} (${low} to ${high})`;
            const shown = hidden ? { value: null, low: null, high: null } : { value: middle, low, high };
            return { label: `Group ${index}`, ...shown, focus, text };
          }),
        });
        expect(cutOff(drawn)).toEqual([]);
        expect(overlappingTexts(drawn)).toEqual([]);
      }),
      { numRuns: 40 },
    );
  });

  it('keeps the labels of a control chart apart whatever its numbers and notes', () => {
    const point = fc.record({
      value: fc.integer({ min: 0, max: 400 }).map((number) => number / 10),
      signal: fc.constantFrom('common', 'concern', 'improvement'),
    });
    fc.assert(
      fc.property(
        fc.array(point, { minLength: 1, maxLength: 60 }),
        fc.integer({ min: 0, max: 300 }),
        fc.array(fc.record({ at: fc.nat(59), text: fc.constantFrom('New policy', LONG, 'Start of term') }), {
          maxLength: 4,
        }),
        (points, mean, notes) => {
          const drawn = drawOnPaper({
            kind: 'spc',
            yLabel: 'Incidents recorded per 100 pupils, by school week',
            points: points.map(({ value, signal }, index) => ({
              week: new Date(Date.UTC(2024, 8, 2) + index * 604_800_000).toISOString().slice(0, 10),
              value,
              signal: signal as 'common',
            })),
            mean: mean / 10,
            upper: points.map(() => mean / 10 + 1),
            lower: points.map(() => Math.max(0, mean / 10 - 1)),
            breaks: [7, 14, 20].filter((index) => index < points.length),
            notes: notes.filter(({ at }) => at < points.length).map(({ at, text }) => ({ index: at, text })),
            trial: points.length < 12,
          });
          expect(cutOff(drawn)).toEqual([]);
          expect(overlappingTexts(drawn)).toEqual([]);
        },
      ),
      { numRuns: 60 },
    );
  });
});
