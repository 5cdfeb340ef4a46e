import { type CountCell, isShown } from '../../../privacy/count-cell.ts';
import type { ReportFigure } from '../../report-document.ts';
import { formatCount, joinWords, uncapitalise } from '../sentences/format-number.ts';
import { fillWords } from '../words/fill-words.ts';
import { type GovernorContext, printCell } from './governor-context.ts';
import { tellHiddenKey } from './key-hidden-cells.ts';

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
  // A row or column of hidden numbers alone is not drawn, and one of noughts alone has nothing to say.
  const isEmpty = (day: string, slot: string): boolean => cell(day, slot) === 0;
  const left = [
    ...allSlots.filter((slot) => !slots.includes(slot) && !allDays.every((day) => isEmpty(day, slot))),
    ...allDays.filter((day) => !days.includes(day) && !allSlots.every((slot) => isEmpty(day, slot))),
  ];
  const without = [
    ...(missing ? ['those that give no time'] : []),
    ...(left.length === 0 ? [] : [`${joinWords(left)}, where no number can be shown`]),
  ].join(' and without ');
  const cells = days.length * slots.length;
  const hidden = cells - shown.length;
  return {
    type: 'figure',
    title,
    subtitle: `Behaviour incidents by weekday and time of day, ${context.calls.now}${without === '' ? '' : `; without ${without}`}`,
    source: `${fillWords(context.words.heat_source, { date: context.asAt })}${hidden === 0 ? '' : ` ${tellHiddenKey(rules.symbol)}`}`,
    alt: `Heat map of ${days.length} weekdays by ${slots.length} parts of the day. ${title}. ${hidden === 0 ? '' : `${formatCount(hidden)} of ${formatCount(cells)} cells ${hidden === 1 ? 'is' : 'are'} hidden. `}${left.length === 0 ? '' : `${joinWords(left)} ${left.length === 1 ? 'is' : 'are'} left out, where no number can be shown. `}The numbers stand in the cells.`,
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
