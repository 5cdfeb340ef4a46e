import type { Analysis } from '../incident/analysis.ts';
import { type CountCell, isShown } from './count-cell.ts';
import { groupCell } from './edition-cells.ts';
import type { GovernorGroupRow } from './governor-edition.ts';
import type { HidingRules } from './hiding-rules.ts';
import { OTHER_GROUP } from './mask-analysis.ts';

/**
 * A row of the table of groups, without what would tell a hidden number. A ratio is of one group to all others, so beside
 * its own numbers it tells those of all, on roll and in incidents: it goes where one of them is hidden, and with the
 * intervals of groups (see `tellsBands`). The interval of all pupils tells a hidden number sooner, and may go alone.
 */
export function editGroup(
  row: Analysis['groups'][number],
  {
    all,
    intervals,
  }: {
    readonly all: Analysis['groups'][number];
    readonly intervals: Readonly<Record<'all' | 'groups', boolean>>;
  },
  rules: HidingRules,
  show: (id: string) => CountCell,
): GovernorGroupRow {
  const [onRoll, pupils, involvements] = [
    show(groupCell(row, 'on_roll')),
    show(groupCell(row, 'pupils')),
    show(groupCell(row, 'involvements')),
  ];
  const shown =
    [onRoll, pupils, involvements].every(isShown) &&
    row.on_roll >= rules.groupMinimum &&
    row.group !== OTHER_GROUP;
  const isWhole = (['on_roll', 'involvements'] as const).every((name) => isShown(show(groupCell(all, name))));
  const compared = shown && isWhole && intervals.groups;
  return {
    characteristic: row.characteristic,
    group: row.group,
    on_roll: onRoll,
    pupils,
    involvements,
    rate: shown ? row.rate : null,
    rate_interval: shown && intervals[row === all ? 'all' : 'groups'] ? row.rate_interval : null,
    ratio: compared ? row.ratio : null,
    ratio_interval: compared ? row.ratio_interval : null,
    stands_out: compared && row.stands_out,
  };
}
