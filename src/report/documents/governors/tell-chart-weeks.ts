import type { EditionControlChart } from '../../../privacy/governor-edition.ts';
import type { Signal } from '../../../privacy/signal.ts';
import { countNoun, formatCount } from '../sentences/format-number.ts';

type Chart = Pick<EditionControlChart, 'points' | 'start'>;

/** A week on the limit itself is not beyond it, whatever the last binary digit says. */
const noise = (limit: number): number => 1e-9 * Math.max(1, Math.abs(limit));

type Point = Chart['points'][number];

const isAbove = ({ value, upper }: Point): boolean => value - upper > noise(upper);
const isBelow = ({ value, lower }: Point): boolean => lower - value > noise(lower);

/** Whether a week lies outside the usual range, and not only in a run within it. */
export const isBeyond = (point: Point): boolean => isAbove(point) || isBelow(point);

/**
 * What the chart shows of the period, as a sentence without its stop: how many of its weeks lie outside the usual
 * range, or else whether some belong to a run on one side of the average. Counted from the marks drawn.
 */
export function tellChartWeeks({ points, start }: Chart, now: string): string {
  const weeks = points.slice(start);
  const above = weeks.filter(isAbove).length;
  const below = weeks.filter(isBelow).length;
  const of = (count: number): string =>
    `${formatCount(count)} of ${countNoun(weeks.length, 'school week')} ${now}`;
  const were = (count: number): string => (count === 1 ? 'was' : 'were');
  if (weeks.length === 0) return `No school week ${now} can be shown`;
  // Points beyond a limit are told as such; the rest of the marks are runs on one side of the average.
  const runs = (signal: Signal): number =>
    weeks.filter((week) => week.signal === signal && !isBeyond(week)).length;
  const [high, low] = [runs('concern'), runs('improvement')];
  if (above + below > 0) {
    const part = [
      above > 0 ? `${of(above)} ${were(above)} above the usual range` : '',
      below === 0
        ? ''
        : above > 0
          ? `${formatCount(below)} ${were(below)} below it`
          : `${of(below)} ${were(below)} below the usual range`,
    ].filter((text) => text !== '');
    const quiet = weeks.filter((week) => isBelow(week)).every(({ incidents }) => incidents === 0);
    return [
      part.join(' and ') + (below > 0 && quiet ? ' (nothing recorded)' : ''),
      ...(high > 0 ? [`${formatCount(high)} ${were(high)} in a run above the average`] : []),
      ...(low > 0 ? [`${formatCount(low)} ${were(low)} in a run below the average`] : []),
    ].join('; ');
  }
  if (high + low === 0) return tellUsual(weeks.length, now);
  const [run, side] = high > 0 ? [high, 'above'] : [low, 'below'];
  const also = high > 0 && low > 0 ? ` and ${formatCount(low)} in one below it` : '';
  return `${of(run)} ${were(run)} in a run of seven or more ${side} the average${also}`;
}

function tellUsual(weeks: number, now: string): string {
  if (weeks === 1) return `The one school week ${now} that is shown was within the usual range`;
  const all = weeks === 2 ? 'Both' : `All ${formatCount(weeks)}`;
  return `${all} school weeks ${now} were within the usual range`;
}
