import type { EditionControlChart } from '../../../privacy/governor-edition.ts';
import { countNoun, formatCount } from '../sentences/format-number.ts';

type Chart = Pick<EditionControlChart, 'points' | 'start'>;

/** A week on the limit itself is not beyond it, whatever the last binary digit says. */
const noise = (limit: number): number => 1e-9 * Math.max(1, Math.abs(limit));

/**
 * What the chart shows of the period, as a sentence without its stop: how many of its weeks lie outside the usual
 * range, or else whether some belong to a run on one side of the average. Counted from the marks drawn.
 */
export function tellChartWeeks({ points, start }: Chart, now: string): string {
  const weeks = points.slice(start);
  const above = weeks.filter(({ value, upper }) => value - upper > noise(upper)).length;
  const below = weeks.filter(({ value, lower }) => lower - value > noise(lower)).length;
  const of = (count: number): string =>
    `${formatCount(count)} of ${countNoun(weeks.length, 'school week')} ${now}`;
  const were = (count: number): string => (count === 1 ? 'was' : 'were');
  if (weeks.length === 0) return `No school week ${now} can be shown`;
  if (above > 0) {
    const also = below > 0 ? ` and ${formatCount(below)} ${were(below)} below it` : '';
    return `${of(above)} ${were(above)} above the usual range${also}`;
  }
  if (below > 0) return `${of(below)} ${were(below)} below the usual range`;
  const high = weeks.filter(({ signal }) => signal === 'concern').length;
  const low = weeks.filter(({ signal }) => signal === 'improvement').length;
  if (high + low === 0)
    return weeks.length === 1
      ? `The one school week ${now} that is shown was within the usual range`
      : `All ${formatCount(weeks.length)} school weeks ${now} were within the usual range`;
  const side = high > 0 ? 'above' : 'below';
  const run = Math.max(high, high > 0 ? 0 : low);
  return `${of(run)} ${were(run)} in a run of seven or more ${side} the average`;
}
