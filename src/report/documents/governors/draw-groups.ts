import type { GovernorGroupRow } from '../../../privacy/governor-edition.ts';
import type { ReportFigure } from '../../report-document.ts';
import { formatCount, formatRate, formatRatio } from '../sentences/format-number.ts';
import { fillWords } from '../words/fill-words.ts';
import type { GovernorContext } from './governor-context.ts';
import { nameGroup } from './group-table.ts';
import { isClearGroup, isComplement, titleGroups } from './tell-groups.ts';

/**
 * How many times as often the pupils of each group are in incidents as all other pupils, with the interval of that
 * ratio and a line where both are equal. The ratio is drawn rather than the rate, because it is the ratio that is
 * tested: a bar of rates can lie above the rate of all pupils and say something else than the test does. Null when
 * fewer than two groups can be compared.
 */
export function drawGroups(rows: readonly GovernorGroupRow[], context: GovernorContext): ReportFigure | null {
  const compared = rows.filter(({ ratio }) => ratio !== null).length;
  const drawn = rows.flatMap((row) => {
    const { ratio, ratio_interval } = row;
    if (isComplement(row) || ratio === null || ratio_interval === null) return [];
    const [low, high] = ratio_interval;
    return high === null
      ? []
      : [{ row, ratio, low, high, label: row.group === 'Yes' ? row.characteristic : nameGroup(row) }];
  });
  const highest = [...drawn].sort((a, b) => b.ratio - a.ratio)[0];
  if (drawn.length < 2 || highest === undefined) return null;
  const clear = drawn.filter(({ row }) => isClearGroup(row)).length;
  return {
    type: 'figure',
    title: titleGroups(rows),
    subtitle: `Involvements per pupil in each group against all other pupils on roll, ${context.calls.now}`,
    source: fillWords(context.words.ratio_source, { date: context.asAt, groups: formatCount(compared) }),
    alt: `Dots with 95% intervals for ${drawn.length} groups, each against all other pupils; 1 means as often. Highest: ${highest.label}, ${formatRate(highest.ratio)} times. ${clear === 0 ? 'No group is' : `${formatCount(clear)} ${clear === 1 ? 'is' : 'are'}`} clearly different. The numbers are in annex A.`,
    chart: {
      kind: 'dot_interval',
      xLabel: 'times as often in incidents as other pupils',
      reference: { value: 1, label: 'as often' },
      rows: drawn.map(({ row, ratio, low, high, label }) => ({
        label,
        value: asDrawn(ratio),
        low: asDrawn(low),
        high: asDrawn(high),
        focus: isClearGroup(row),
        text: formatRate(ratio),
        interval: `${formatRatio(low)} to ${formatRatio(high)}`,
      })),
    },
  };
}

/** As it is printed: more figures, in the lengths of the bars too, would tell more of the pupils than the table does. */
function asDrawn(ratio: number): number {
  return Number(formatRatio(ratio).replaceAll(',', ''));
}
