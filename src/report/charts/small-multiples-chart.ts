import { type BuiltChart, baseOptions, makeConfig } from './chart-base.ts';
import type { SmallMultiplesChart } from './chart-spec.ts';
import type { ChartTheme } from './chart-theme.ts';
import { type ChartLabel, labelPlugin } from './label-plugin.ts';
import { PALETTE } from './palette.ts';
import { formatMeasure, type ValueRange } from './value-range.ts';
import { wrapLabel } from './wrap-label.ts';

/** Where one panel stands on the chart, in points from its top left corner. */
export interface PanelPlace {
  readonly left: number;
  readonly top: number;
  readonly width: number;
  readonly height: number;
}

/**
 * Panels of one measure on one scale, three across (two in large print), each with the grey line of the whole
 * school behind it and its last value beside it. Chart.js has no panels, so the two axes count points on the
 * paper and every value is placed on them by its panel: one configuration, one scale by construction.
 */
export function smallMultiplesChart(spec: SmallMultiplesChart, theme: ChartTheme): BuiltChart {
  const range = panelRange([
    ...spec.panels.flatMap((panel) => panel.values),
    ...(spec.reference ?? []),
    ...(spec.covers ?? []),
  ]);
  const layout = layoutPanels(spec, theme, range);
  const toPoint = (place: PanelPlace, index: number, value: number | null): { x: number; y: number } => ({
    x: place.left + (spec.xLabels.length < 2 ? 0.5 : index / (spec.xLabels.length - 1)) * place.width,
    y:
      value === null
        ? Number.NaN
        : place.top + place.height * (1 - (value - range.min) / (range.max - range.min)),
  });
  const line = (values: readonly (number | null)[], place: PanelPlace): { x: number; y: number }[] => [
    ...values.map((value, index) => toPoint(place, index, value)),
    { x: Number.NaN, y: Number.NaN },
  ];
  const ticks = [range.min, (range.min + range.max) / 2, range.max];
  const labels = layout.places.flatMap((place, index) =>
    panelLabels(spec, index, place, layout.titles[index] ?? [], theme).concat(
      ticks.map((value) => ({
        x: place.left - 6,
        y: toPoint(place, 0, value).y,
        lines: [formatMeasure(value)],
        align: 'right',
        anchor: 'middle',
        colour: PALETTE.muted,
      })),
      lastLabel(spec.panels[index]?.values ?? [], place, toPoint),
    ),
  );
  const unit: ChartLabel = {
    x: 0,
    y: 0,
    lines: layout.unit,
    align: 'left',
    anchor: 'top',
    colour: PALETTE.muted,
  };
  const single = singles(spec, layout.places, toPoint);
  return {
    config: makeConfig(
      'scatter',
      [
        {
          data: layout.places.flatMap((place, index) => line(spec.panels[index]?.values ?? [], place)),
          ...stroke(PALETTE.blue, 1.75),
        },
        {
          data: single,
          pointRadius: theme.mark * 0.6,
          backgroundColor: PALETTE.blue,
          borderWidth: 0,
          clip: false,
        },
        {
          data: layout.places.flatMap((place) => line(spec.reference ?? [], place)),
          ...stroke(PALETTE.rule, 1.5),
        },
        {
          data: layout.places.flatMap((place) =>
            ticks.flatMap((value) => [
              { x: place.left, y: toPoint(place, 0, value).y },
              { x: place.left + place.width, y: toPoint(place, 0, value).y },
              { x: Number.NaN, y: Number.NaN },
            ]),
          ),
          ...stroke(PALETTE.grid, 0.75),
        },
      ],
      baseOptions(theme, { top: 0, right: 0, bottom: 0, left: 0 }),
      { x: paperAxis(theme.width, false), y: paperAxis(layout.height, true) },
      [labelPlugin([unit, ...labels], theme)],
    ),
    height: layout.height,
    minHeight: layout.height,
  };
}

/** From zero to a round number with a round half: the three ticks of a panel. */
export function panelRange(values: readonly (number | null)[]): ValueRange {
  const top = Math.max(0, ...values.filter((value) => value !== null && Number.isFinite(value)).map(Number));
  if (top < 1e-6) return { min: 0, max: 2, step: 1 };
  const power = 10 ** Math.floor(Math.log10(top));
  const factor =
    [1, 1.2, 1.6, 2, 2.4, 3, 4, 5, 6, 8, 10].find((candidate) => candidate * power >= top - 1e-9) ?? 10;
  const max = Number((factor * power).toPrecision(12));
  return { min: 0, max, step: max / 2 };
}

interface PanelLayout {
  readonly places: readonly PanelPlace[];
  readonly titles: readonly (readonly string[])[];
  readonly unit: readonly string[];
  readonly height: number;
}

function layoutPanels(spec: SmallMultiplesChart, theme: ChartTheme, range: ValueRange): PanelLayout {
  const across = theme.name === 'large_print' && spec.panels.length <= 6 ? 2 : 3;
  const gutter = 14;
  const cell = (theme.width - gutter * (across - 1)) / across;
  const tickRoom =
    Math.max(...[0, range.step, range.max].map((value) => theme.measure(formatMeasure(value)))) + 8;
  const lastRoom =
    Math.max(
      ...spec.panels
        .flatMap((panel) => panel.values)
        .map((value) => (value === null ? 0 : theme.measure(formatMeasure(value), 'semibold'))),
      0,
    ) + 8;
  const unit = wrapLabel(spec.yLabel, theme.width, theme.measure);
  const titles = spec.panels.map((panel) =>
    wrapLabel(panel.label, cell - tickRoom, (text) => theme.measure(text, 'semibold')),
  );
  const head = Math.max(1, ...titles.map((lines) => lines.length)) * theme.leading + 6;
  const height = theme.name === 'large_print' ? 84 : 62;
  const pitch = head + height + theme.leading + 14;
  const first = unit.length * theme.leading + 6;
  const places = spec.panels.map((_, index) => ({
    left: (index % across) * (cell + gutter) + tickRoom,
    top: first + Math.floor(index / across) * pitch + head,
    width: cell - tickRoom - lastRoom,
    height,
  }));
  return { places, titles, unit, height: first + Math.ceil(spec.panels.length / across) * pitch };
}

function panelLabels(
  spec: SmallMultiplesChart,
  index: number,
  place: PanelPlace,
  title: readonly string[],
  theme: ChartTheme,
): ChartLabel[] {
  const ends = spec.xLabels.length < 2 ? [0] : [0, spec.xLabels.length - 1];
  const fits =
    ends.reduce((sum, end) => sum + theme.measure(spec.xLabels[end] ?? '') + 6, 0) < place.width + 20;
  return [
    { x: place.left, y: place.top, dy: -6, lines: title, align: 'left', anchor: 'bottom', bold: true },
    ...ends
      .filter((_, position) => fits || position === ends.length - 1)
      .map((end, position): ChartLabel => {
        const isLast = end > 0 || (ends.length > 1 && position === ends.length - 1);
        return {
          x: place.left + (isLast ? place.width : 0),
          y: place.top + place.height,
          dy: 4,
          lines: [spec.xLabels[end] ?? ''],
          align: isLast ? 'right' : 'left',
          anchor: 'top',
          colour: PALETTE.muted,
        };
      }),
  ].filter((label) => index >= 0 && label.lines.length > 0) as ChartLabel[];
}

/** The last value that is known, beside the place it stands at. */
function lastLabel(
  values: readonly (number | null)[],
  place: PanelPlace,
  toPoint: (place: PanelPlace, index: number, value: number | null) => { x: number; y: number },
): ChartLabel[] {
  const index = values.findLastIndex((value) => value !== null);
  const value = values[index];
  if (value === null || value === undefined) return [];
  const { x, y } = toPoint(place, index, value);
  return [
    {
      x,
      y,
      dx: 5,
      lines: [formatMeasure(value)],
      align: 'left',
      anchor: 'middle',
      colour: PALETTE.blue,
      bold: true,
    },
  ];
}

/** A value between two hidden ones has no line, so it gets a dot. */
function singles(
  spec: SmallMultiplesChart,
  places: readonly PanelPlace[],
  toPoint: (place: PanelPlace, index: number, value: number | null) => { x: number; y: number },
): { x: number; y: number }[] {
  return spec.panels.flatMap(({ values }, panel) => {
    const place = places[panel];
    if (place === undefined) return [];
    const known = (index: number): boolean => values[index] !== null && values[index] !== undefined;
    return values.flatMap((value, index) =>
      value === null || known(index - 1) || known(index + 1) ? [] : [toPoint(place, index, value)],
    );
  });
}

function stroke(colour: string, width: number): object {
  return {
    showLine: true,
    spanGaps: false,
    pointRadius: 0,
    borderColor: colour,
    borderWidth: width,
    clip: false,
  };
}

/** An invisible axis that counts points on the paper. */
function paperAxis(max: number, reverse: boolean): object {
  return { type: 'linear', display: false, min: 0, max, reverse };
}
