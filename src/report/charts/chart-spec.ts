import type { IsoDate } from '../../incident/incident.ts';

/** The numbers of one chart, already suppressed for the edition: `charts/` turns each kind into a Chart.js configuration. */
export type ChartSpec =
  | SpcChart
  | DotPlotChart
  | DotIntervalChart
  | HeatMapChart
  | BarsChart
  | SmallMultiplesChart
  | FunnelChart
  | StripChart;

/** A chart of rows or panels that goes on in another, drawn on one scale with it. */
interface Continued {
  /** Values of the other parts that the scale has to cover too. */
  readonly covers?: readonly number[];
}

export type Signal = 'common' | 'concern' | 'improvement';

/** Control chart of one measure by school week. */
export interface SpcChart {
  readonly kind: 'spc';
  readonly yLabel: string;
  readonly points: readonly { readonly week: IsoDate; readonly value: number; readonly signal: Signal }[];
  readonly mean: number;
  /** Upper and lower limit for each point (equal along the chart for XmR). */
  readonly upper: readonly number[];
  readonly lower: readonly number[];
  /** Index of the first point after each school holiday: the line breaks there. */
  readonly breaks: readonly number[];
  /** Dated notes, such as the start of the term reported on. */
  readonly notes: readonly { readonly index: number; readonly text: string }[];
  /** Fewer than 12 points: limits are called trial limits. */
  readonly trial: boolean;
}

/** Then (open circle) and now (diamond) on one scale; hidden values have no mark and the label `c`. */
export interface DotPlotChart extends Continued {
  readonly kind: 'dot_plot';
  readonly xLabel: string;
  readonly thenLabel: string;
  readonly nowLabel: string;
  readonly rows: readonly {
    readonly label: string;
    readonly then: number | null;
    readonly now: number | null;
    /** Printed at the right, such as `12 → 19`. */
    readonly text: string;
  }[];
}

/** A value and its 95% interval for each group, with a reference line. */
export interface DotIntervalChart extends Continued {
  readonly kind: 'dot_interval';
  readonly xLabel: string;
  readonly reference: { readonly value: number; readonly label: string } | null;
  readonly rows: readonly {
    readonly label: string;
    readonly value: number | null;
    readonly low: number | null;
    readonly high: number | null;
    readonly focus: boolean;
    readonly text: string;
    /** Low and high as they are printed, in the formats that cannot draw. */
    readonly interval?: string;
  }[];
}

/** Numbers in cells, darker for more. */
export interface HeatMapChart extends Continued {
  readonly kind: 'heat_map';
  readonly columns: readonly string[];
  readonly rows: readonly string[];
  /** `cells[row][column]`: value for the shade (null when hidden or not held) and the text printed. */
  readonly cells: readonly (readonly { readonly value: number | null; readonly text: string }[])[];
}

/** Horizontal bars from zero; at most ten, the rest together. */
export interface BarsChart extends Continued {
  readonly kind: 'bars';
  readonly xLabel: string;
  readonly rows: readonly { readonly label: string; readonly value: number | null; readonly text: string }[];
}

/** Panels of one measure on one scale, three across. */
export interface SmallMultiplesChart extends Continued {
  readonly kind: 'small_multiples';
  readonly yLabel: string;
  readonly xLabels: readonly string[];
  readonly reference: readonly (number | null)[] | null;
  readonly panels: readonly { readonly label: string; readonly values: readonly (number | null)[] }[];
}

/** Rate by size with 95% and 99.8% limits. */
export interface FunnelChart {
  readonly kind: 'funnel';
  readonly xLabel: string;
  readonly yLabel: string;
  readonly mean: number;
  readonly points: readonly {
    readonly label: string;
    readonly x: number;
    readonly y: number;
    readonly named: boolean;
  }[];
  readonly limits: readonly {
    readonly x: number;
    readonly low95: number;
    readonly high95: number;
    readonly low998: number;
    readonly high998: number;
  }[];
}

/** One pupil: a dot an incident, a row a type (restricted editions only). */
export interface StripChart {
  readonly kind: 'strip';
  readonly from: IsoDate;
  readonly to: IsoDate;
  readonly rows: readonly { readonly label: string; readonly dates: readonly IsoDate[] }[];
  readonly termBreaks: readonly IsoDate[];
}
