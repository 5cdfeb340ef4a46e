import type { IsoDate } from '../incident/incident.ts';
import type { ChartSpec } from './charts/chart-spec.ts';

/**
 * A report as plain data: what it says, in order, with nothing left to work out. Documents are composed as one
 * of these, and the PDF, text, CSV and JSON writers each print the same one, so that numbers cannot differ
 * between formats.
 */
export interface ReportDocument {
  /** `governors`, `pastoral` … */
  readonly kind: string;
  readonly title: string;
  /** School and period, such as `Fernhill Primary · Autumn term 2025-26`. */
  readonly subtitle: string;
  readonly author: string;
  /** For the file's own description: one sentence without a pupil in it. */
  readonly subject: string;
  readonly edition: 'governor' | 'restricted';
  /** Shown on page 1 and in every footer of a restricted edition; null in a governor edition. */
  readonly handling: string | null;
  /** The data's as-at day: dates the file, so that the same input gives the same bytes. */
  readonly date: IsoDate;
  /** 12 hex digits of the input, printed in the footer. */
  readonly fingerprint: string;
  readonly sections: readonly ReportSection[];
}

/** One numbered H2, which is also a bookmark. */
export interface ReportSection {
  readonly heading: string;
  /** Annexes are lettered instead of numbered. */
  readonly annex?: boolean;
  /** Starts on a new page; `always` even where the last one has hardly begun, as when pages are handed out singly. */
  readonly newPage?: boolean | 'always';
  /** Stands on pages turned sideways, for logs with many columns. */
  readonly landscape?: boolean;
  readonly blocks: readonly ReportBlock[];
}

/** Text with some of it in bold. */
export type RichText = string | readonly { readonly text: string; readonly bold?: boolean }[];

export type ReportBlock =
  | { readonly type: 'paragraph'; readonly text: RichText; readonly muted?: boolean }
  | { readonly type: 'subheading'; readonly text: string }
  | { readonly type: 'bullets'; readonly items: readonly RichText[] }
  | ReportTable
  | ReportFigure;

export interface ReportTable {
  readonly type: 'table';
  /** A true sentence or a plain name: what is counted, for whom, when. */
  readonly caption: string;
  readonly columns: readonly {
    readonly header: string;
    readonly align: 'left' | 'right';
    /** Share of the text width, all columns summing to 1. */
    readonly width: number;
  }[];
  /** Every cell already as it is printed (`c` for hidden, `–` for none); the first is the row's heading. */
  readonly rows: readonly { readonly cells: readonly string[]; readonly total?: boolean }[];
  readonly note?: string;
  /** Rows stand closer, in a report of very many tables. */
  readonly close?: boolean;
}

export interface ReportFigure {
  readonly type: 'figure';
  /** The finding as a sentence, made from the numbers drawn; numbered `Figure n:` by the writer. */
  readonly title: string;
  /** What, unit, who, period. */
  readonly subtitle: string;
  /** Source, date of extract, and the key in words. */
  readonly source: string;
  /** 60 to 400 characters, with figures; not the title again. */
  readonly alt: string;
  readonly chart: ChartSpec;
}
