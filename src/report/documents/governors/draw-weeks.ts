import { formatDayMonthYear } from '../../../calendar/iso-date.ts';
import type { EditionControlChart } from '../../../privacy/governor-edition.ts';
import type { ReportFigure } from '../../report-document.ts';
import { countNoun, formatRate } from '../sentences/format-number.ts';
import { fillWords } from '../words/fill-words.ts';
import type { GovernorContext } from './governor-context.ts';
import { tellChartWeeks } from './tell-chart-weeks.ts';

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
      : `${countNoun(chart.hidden_weeks, 'week')} with a hidden number ${chart.hidden_weeks === 1 ? 'is' : 'are'} left out`;
  return {
    type: 'figure',
    title,
    subtitle: `${nameUnit(chart.unit).replace(/^b/, 'B')}, each school week beginning ${span}${hidden === '' ? '' : `; ${hidden}`}`,
    source: `${fillWords(words.chart_source, { date: asAt })}${chart.trial ? ' The limits are trial limits: there are few weeks to set them on.' : ''}`,
    alt: `Control chart of ${nameUnit(chart.unit)} over ${countNoun(chart.points.length, 'school week')}. The average is ${formatRate(chart.mean)}.${range} ${title}.${hidden === '' ? '' : ` ${hidden}.`} The numbers of each term are in annex A.`,
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
