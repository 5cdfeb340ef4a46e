import { expect } from 'vitest';
import { addDays } from '../../../src/calendar/iso-date.ts';
import type {
  ChartSpec,
  DotIntervalChart,
  HeatMapChart,
  SpcChart,
} from '../../../src/report/charts/chart-spec.ts';
import type { ReportDocument } from '../../../src/report/report-document.ts';
import { figuresOf } from '../documents/list-document-text.ts';

/** Counts the marks again, and says which sentence they allow. */
function checkWeeks(chart: SpcChart, from: string, title: string): void {
  const now = chart.points
    .map((point, i) => ({ ...point, upper: chart.upper[i] ?? 0, lower: chart.lower[i] ?? 0 }))
    .filter(({ week }) => addDays(week, 6) >= from);
  const above = now.filter(({ value, upper }) => value > upper).length;
  const below = now.filter(({ value, lower }) => value < lower).length;
  if (above > 0) expect(title).toContain(`${above} of ${now.length} school weeks`);
  if (above > 0 && below > 0) expect(title).toMatch(new RegExp(`${below} (was|were) below it`));
  const inRun = (side: 'concern' | 'improvement'): number =>
    now.filter(({ signal, value, upper, lower }) => signal === side && value <= upper && value >= lower)
      .length;
  if (above + below > 0) {
    for (const [side, word] of [
      ['concern', 'above'],
      ['improvement', 'below'],
    ] as const) {
      const told = new RegExp(`; (\\d+) (was|were) in a run ${word} the average`).exec(title);
      expect(Number(told?.[1] ?? 0), title).toBe(inRun(side));
    }
  }
  if (above === 0 && below > 0)
    expect(title).toMatch(new RegExp(`^${below} of ${now.length} .* below the usual range`));
  if (/^All/.test(title)) expect(now.every(({ signal }) => signal === 'common')).toBe(true);
  if (/in a run of seven/.test(title)) expect(above + below).toBe(0);
  if (/^All /.test(title)) expect(above + below + inRun('concern') + inRun('improvement')).toBe(0);
}

/** Says again which title the bars and diamonds allow: 1 is as often as other pupils. */
function checkGroups(chart: DotIntervalChart, title: string): void {
  expect(chart.reference?.value).toBe(1);
  const above = chart.rows.filter(({ low }) => (low ?? 0) > 1);
  const clear = above.filter(({ focus }) => focus);
  for (const { low, high } of chart.rows.filter(({ focus }) => focus))
    expect((low ?? 0) > 1 || (high ?? 2) < 1, title).toBe(true);
  if (clear.length === 1) expect(title).toContain(`in incidents ${clear[0]?.text} times as often`);
  else if (clear.length > 1)
    expect(title).toMatch(/ were clearly in incidents more often than other pupils$/);
  else if (above.length > 0)
    expect(title).toMatch(/ may have been in incidents more often than other pupils$/);
  else expect(title).toMatch(/^No group was clearly| were clearly in incidents less often/);
  if (/less often/.test(title))
    expect(chart.rows.some(({ focus, high }) => focus && (high ?? 2) < 1)).toBe(true);
}

function checkTimes(chart: HeatMapChart, title: string): void {
  const most = Math.max(...chart.cells.flat().map(({ value }) => value ?? 0));
  expect(title.replaceAll(',', '')).toMatch(new RegExp(`with ${most} incident`));
  const top = chart.cells.flatMap((row, r) =>
    row.flatMap(({ value }, c) =>
      value === most ? [`${chart.columns[c]} ${chart.rows[r]}`.toLowerCase()] : [],
    ),
  );
  if (top.length === 1) expect(title.toLowerCase()).toContain(`the busiest time was ${top[0]}`);
  else expect(title).not.toContain('The busiest time was');
  for (const { value, text } of chart.cells.flat())
    if (value !== null) expect(String(value)).toBe(text.replaceAll(',', ''));
}

/** What is drawn longest, and whether others are as long: `most` is named or counted, each claim with its number. */
function checkMost(rows: readonly { readonly label: string; readonly value: number }[], title: string): void {
  const most = Math.max(...rows.map(({ value }) => value));
  expect(rows[0]?.value).toBe(most);
  expect(title.replaceAll(',', '')).toContain(String(most));
  const strictly = rows.filter(({ value }) => value === most).length === 1;
  // More may tie than are drawn, never fewer.
  if (!strictly) expect(title).toMatch(/ each$/);
  if (/ each$/.test(title)) expect(rows.length === 1 || !strictly, title).toBe(true);
  else expect(title).toContain(rows[0]?.label);
}

/** The counts of a chart of things that happened. */
function listCounts(chart: ChartSpec): number[] {
  if (chart.kind === 'bars') return chart.rows.flatMap(({ value }) => value ?? []);
  if (chart.kind === 'dot_plot') return chart.rows.flatMap((row) => [row.then ?? [], row.now ?? []].flat());
  return chart.kind === 'heat_map' ? chart.cells.flat().flatMap(({ value }) => value ?? []) : [];
}

/**
 * Re-checks the claim of each figure's title against the numbers drawn, by the words it is made with. `from` is the
 * first day reported on; `threshold` that of a governor edition, in which no smaller count may be drawn.
 */
export function checkClaims(document: ReportDocument, from: string, threshold: number | null): void {
  for (const { title, chart, alt } of figuresOf(document)) {
    expect(alt.length, alt).toBeGreaterThanOrEqual(60);
    expect(alt.length, alt).toBeLessThanOrEqual(400);
    if (threshold !== null)
      expect(
        listCounts(chart).filter((count) => count > 0 && count < threshold),
        title,
      ).toEqual([]);
    if (chart.kind === 'spc') checkWeeks(chart, from, title);
    if (chart.kind === 'heat_map' && /busiest|busy/.test(title)) checkTimes(chart, title);
    if (chart.kind === 'dot_interval' && chart.reference?.value === 1) checkGroups(chart, title);
    if (chart.kind === 'dot_interval')
      for (const { value, low, high } of chart.rows)
        expect((low ?? 0) <= (value ?? -1) && (value ?? -1) <= (high ?? 0)).toBe(true);
    if (!/recorded most|Recorded most|^Most incidents by place/.test(title)) continue;
    if (chart.kind === 'bars')
      checkMost(
        chart.rows.map(({ label, value }) => ({ label, value: value ?? 0 })),
        title,
      );
    if (chart.kind === 'dot_plot')
      checkMost(
        chart.rows.map(({ label, now }) => ({ label, value: now ?? 0 })),
        title,
      );
    if (chart.kind === 'strip')
      checkMost(
        chart.rows.map(({ label, dates }) => ({ label, value: dates.length })),
        title,
      );
  }
}
