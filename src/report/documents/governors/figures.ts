import { formatDayMonthYear } from '../../../calendar/iso-date.ts';
import { type CountCell, isShown } from '../../../privacy/count-cell.ts';
import type { CellTable, EditionControlChart, GovernorGroupRow } from '../../../privacy/governor-edition.ts';
import type { ReportFigure } from '../../report-document.ts';
import {
  countNoun,
  formatCount,
  formatRate,
  formatShare,
  joinWords,
  uncapitalise,
} from '../sentences/format-number.ts';
import { fillWords } from '../words/fill-words.ts';
import { chooseComparison, type GovernorContext, printCell } from './governor-context.ts';
import { tellChartWeeks } from './tell-chart-weeks.ts';
import { pickUnequalGroup } from './tell-groups.ts';

/** Bars and dots beyond this many are left to the table. */
const MAX_ROWS = 8;

/** What a rate is counted per, in words. */
function nameUnit(unit: EditionControlChart['unit']): string {
  return unit === 'per_100_pupils_per_week'
    ? 'behaviour incidents per 100 pupils in a five-day week'
    : 'behaviour incidents per school day';
}

/** The control chart of all incidents by school week. */
export function drawWeeks(chart: EditionControlChart, context: GovernorContext): ReportFigure {
  const { calls, words, asAt } = context;
  const title = tellChartWeeks(chart, calls.now);
  const [first, last] = [chart.points[0], chart.points.at(-1)];
  const inPeriod = chart.points.slice(chart.start).map(({ value }) => value);
  const span = `${formatDayMonthYear(first?.week ?? '')} to ${formatDayMonthYear(last?.week ?? '')}`;
  const range =
    inPeriod.length === 0
      ? ''
      : ` Weeks ${calls.now} range from ${formatRate(Math.min(...inPeriod))} to ${formatRate(Math.max(...inPeriod))}.`;
  const hidden =
    chart.hidden_weeks === 0
      ? ''
      : ` ${countNoun(chart.hidden_weeks, 'week')} with a hidden number ${chart.hidden_weeks === 1 ? 'is' : 'are'} left out.`;
  return {
    type: 'figure',
    title,
    subtitle: `${nameUnit(chart.unit).replace(/^b/, 'B')}, each school week beginning ${span}`,
    source: `${fillWords(words.chart_source, { date: asAt })}${chart.trial ? ' The limits are trial limits: there are few weeks to set them on.' : ''}`,
    alt: `Control chart of ${nameUnit(chart.unit)} over ${countNoun(chart.points.length, 'school week')}. The average is ${formatRate(chart.mean)}.${range} ${title}.${hidden} The numbers of each term are in annex A.`,
    chart: {
      kind: 'spc',
      yLabel: chart.unit === 'per_100_pupils_per_week' ? 'per 100 pupils' : 'per school day',
      points: chart.points.map(({ week, value, signal }) => ({ week, value, signal })),
      mean: chart.mean,
      upper: chart.points.map(({ upper }) => upper),
      lower: chart.points.map(({ lower }) => lower),
      breaks: chart.breaks,
      notes: [
        ...(chart.start > 0 && chart.start < chart.points.length
          ? [{ index: chart.start, text: `${calls.now.replace(/^t/, 'T')} starts` }]
          : []),
      ],
      trial: chart.trial,
    },
  };
}

/** Shown entries of a table, most first. */
function rankCells(table: CellTable): { readonly name: string; readonly count: number }[] {
  return Object.entries(table)
    .flatMap(([name, count]) => (isShown(count) && count > 0 ? [{ name, count }] : []))
    .sort((a, b) => b.count - a.count || (a.name < b.name ? -1 : 1));
}

/** Categories now and then. Null when fewer than two may be shown. */
export function drawCategories(context: GovernorContext): ReportFigure | null {
  const { counts } = context.edition;
  const ranked = rankCells(counts.categories).filter(({ name }) => name !== 'Not recorded');
  const [top] = ranked;
  if (ranked.length < 2 || top === undefined || !isShown(counts.incidents)) return null;
  const drawn = ranked.slice(0, MAX_ROWS);
  const title = tellMost(
    ranked.filter(({ count }) => count === top.count).map(({ name }) => name),
    `${formatCount(top.count)} of ${countNoun(counts.incidents, 'incident')}`,
  );
  const left = ranked.length - drawn.length;
  const subtitle = `Behaviour incidents by the school's own category, ${context.calls.now}${left > 0 ? `; the ${drawn.length} most recorded` : ''}. An incident can have several.`;
  const other = chooseComparison(context);
  const named = joinWords(drawn.slice(0, 3).map(({ name, count }) => `${name} ${formatCount(count)}`));
  if (other === null) return barsFigure({ title, subtitle, rows: drawn, context, named });
  const then = (name: string): CountCell => other.counts.categories[name] ?? 0;
  return {
    type: 'figure',
    title,
    subtitle,
    source: fillWords(context.words.dot_source, {
      date: context.asAt,
      before: other.name,
      now: context.calls.now,
    }),
    alt: `Dot plot of ${drawn.length} categories, ${context.calls.now} against ${other.name}. Most recorded: ${named}. The fewest drawn is ${formatCount(drawn.at(-1)?.count ?? 0)}. All numbers are in annex A.`,
    chart: {
      kind: 'dot_plot',
      xLabel: 'incidents',
      thenLabel: other.name,
      nowLabel: context.calls.now,
      rows: drawn.map(({ name, count }) => {
        const before = then(name);
        return {
          label: name,
          // biome-ignore lint/suspicious/noThenProperty: the chart contract's word; a number is no promise
          then: isShown(before) ? before : null,
          now: count,
          text: `${printCell(before, context)} → ${formatCount(count)}`,
        };
      }),
    },
  };
}

/** The category recorded most, or those that tie; four or more are not listed. */
function tellMost(names: readonly string[], count: string): string {
  if (names.length === 1) return `${names[0]} was recorded most: ${count}`;
  const tied = names.length > 3 ? `${formatCount(names.length)} categories` : joinWords(names);
  return `${tied} were recorded most: ${count} each`;
}

/** The busiest places. Null when fewer than two may be shown. */
export function drawPlaces(context: GovernorContext): ReportFigure | null {
  const { counts } = context.edition;
  const ranked = rankCells(counts.places).filter(({ name }) => name !== 'Not recorded');
  const [top] = ranked;
  if (ranked.length < 2 || top === undefined || !isShown(counts.incidents)) return null;
  const share = counts.incidents >= 10 ? ` (${formatShare(top.count / counts.incidents)})` : '';
  const tied = ranked.filter(({ count }) => count === top.count).map(({ name }) => name);
  const where = tied.length > 3 ? `${formatCount(tied.length)} places had as many` : joinWords(tied);
  return barsFigure({
    title: `Most incidents by place: ${where}, ${formatCount(top.count)} of ${formatCount(counts.incidents)}${share}${tied.length > 1 ? ' each' : ''}`,
    subtitle: `Behaviour incidents by recorded place, ${context.calls.now}`,
    rows: ranked.slice(0, MAX_ROWS),
    context,
    named: joinWords(ranked.slice(0, 3).map(({ name, count }) => `${name} ${formatCount(count)}`)),
  });
}

function barsFigure({
  title,
  subtitle,
  rows,
  context,
  named,
}: {
  readonly title: string;
  readonly subtitle: string;
  readonly rows: readonly { readonly name: string; readonly count: number }[];
  readonly context: GovernorContext;
  readonly named: string;
}): ReportFigure {
  return {
    type: 'figure',
    title,
    subtitle,
    source: `${fillWords(context.words.bars_source, { date: context.asAt })} ${context.words.places_hidden}`,
    alt: `Bar chart of ${rows.length} rows, from ${formatCount(rows[0]?.count ?? 0)} down to ${formatCount(rows.at(-1)?.count ?? 0)} incidents. Highest: ${named}. All numbers are in annex A.`,
    chart: {
      kind: 'bars',
      xLabel: 'incidents',
      rows: rows.map(({ name, count }) => ({ label: name, value: count, text: formatCount(count) })),
    },
  };
}

/** Weekday by part of the day. Null when times are not recorded or too little may be shown. */
export function drawHeatMap(context: GovernorContext): ReportFigure | null {
  const { counts, rules } = context.edition;
  const cell = (day: string, slot: string): CountCell => counts.weekday_period[day]?.[slot] ?? 0;
  const isTold = (day: string, slot: string): boolean => {
    const count = cell(day, slot);
    return isShown(count) && count > 0;
  };
  const allDays = Object.keys(counts.weekday_period);
  const allSlots = Object.keys(Object.values(counts.weekday_period)[0] ?? {}).filter(
    (slot) => slot !== 'Time not recorded',
  );
  const days = allDays.filter((day) => allSlots.some((slot) => isTold(day, slot)));
  const slots = allSlots.filter((slot) => days.some((day) => isTold(day, slot)));
  const shown = days.flatMap((day) =>
    slots.flatMap((slot) => {
      const count = cell(day, slot);
      return isShown(count) ? [{ day, slot, count }] : [];
    }),
  );
  const most = shown.reduce((best, cell) => Math.max(best, cell.count), 0);
  const top = shown.filter(({ count }) => count === most);
  const [first] = top;
  if (slots.length < 2 || first === undefined || most < rules.threshold) return null;
  const title = tellBusiest(top, most);
  const missing = allDays.some((day) => cell(day, 'Time not recorded') !== 0);
  const cells = days.length * slots.length;
  const hidden = cells - shown.length;
  return {
    type: 'figure',
    title,
    subtitle: `Behaviour incidents by weekday and time of day, ${context.calls.now}${missing ? '; without those that give no time' : ''}`,
    source: fillWords(context.words.heat_source, { date: context.asAt, symbol: rules.symbol }),
    alt: `Heat map of ${days.length} weekdays by ${slots.length} parts of the day. ${title}. ${hidden === 0 ? '' : `${formatCount(hidden)} of ${formatCount(cells)} cells are hidden. `}The numbers stand in the cells.`,
    chart: {
      kind: 'heat_map',
      columns: days,
      rows: slots,
      cells: slots.map((slot) =>
        days.map((day) => {
          const count = cell(day, slot);
          return { value: isShown(count) ? count : null, text: printCell(count, context) };
        }),
      ),
    },
  };
}

/** The busiest time or times of the week; four or more that tie are not listed. */
function tellBusiest(top: readonly { readonly day: string; readonly slot: string }[], most: number): string {
  const times = top.map(({ day, slot }) => `${day} ${uncapitalise(slot)}`);
  const count = `${formatCount(most)} incidents`;
  if (times.length === 1) return `The busiest time was ${times[0]}, with ${count}`;
  if (times.length > 3)
    return `${formatCount(times.length)} times of the week were equally busy, with ${count} each`;
  return `The busiest times were ${joinWords(times)}, with ${count} each`;
}

/** Rates of groups with their intervals; a group without a rate is left to the table. */
export function drawGroups(
  rows: readonly GovernorGroupRow[],
  all: GovernorGroupRow | undefined,
  context: GovernorContext,
): ReportFigure | null {
  const drawn = rows.filter(({ rate, rate_interval }) => rate !== null && rate_interval !== null);
  if (drawn.length < 2 || all?.rate === null || all === undefined) return null;
  const focus = pickUnequalGroup(drawn);
  const label = (row: GovernorGroupRow): string => `${row.characteristic}: ${row.group}`;
  const highest = [...drawn].sort((a, b) => (b.rate ?? 0) - (a.rate ?? 0))[0];
  const title =
    focus === null
      ? !drawn.some(({ ratio }) => ratio !== null)
        ? 'These groups are too small to compare'
        : 'None of these groups is clearly involved more often than other pupils'
      : `${label(focus)} stands out, at ${formatRate(focus.ratio ?? 0)} times the rate of other pupils`;
  return {
    type: 'figure',
    title,
    subtitle: `Involvements per 100 pupils in a five-day week, ${context.calls.now}`,
    source: fillWords(context.words.interval_source, { date: context.asAt }),
    alt: `Dots with 95% intervals for ${drawn.length} groups. All pupils: ${formatRate(all.rate ?? 0)} involvements per 100 pupils a week. Highest: ${highest === undefined ? '' : `${label(highest)}, ${formatRate(highest.rate ?? 0)}`}. The numbers are in the table.`,
    chart: {
      kind: 'dot_interval',
      xLabel: 'involvements per 100 pupils a week',
      reference: { value: all.rate ?? 0, label: `all pupils ${formatRate(all.rate ?? 0)}` },
      rows: drawn.map((row) => ({
        label: label(row),
        value: row.rate,
        low: row.rate_interval?.[0] ?? null,
        high: row.rate_interval?.[1] ?? null,
        focus: row === focus,
        text: formatRate(row.rate ?? 0),
      })),
    },
  };
}
