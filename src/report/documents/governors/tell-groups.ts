import { isShown } from '../../../privacy/count-cell.ts';
import type { GovernorGroupRow } from '../../../privacy/governor-edition.ts';
import { capitalise, formatRate } from '../sentences/format-number.ts';

/** How running text calls the pupils of a group. */
export function callGroup({
  characteristic,
  group,
}: Pick<GovernorGroupRow, 'characteristic' | 'group'>): string {
  if (characteristic === 'Year group' || characteristic === 'Sex')
    return `${group}${/^(Girls|Boys)$/.test(group) ? '' : ' pupils'}`;
  if (characteristic === 'SEN')
    return group === 'No SEN'
      ? 'pupils without SEN'
      : `pupils with ${/^SEN/.test(group) ? group : `an ${group}`}`;
  if (characteristic === 'Pupil premium')
    return group === 'Yes' ? 'pupils with pupil premium' : 'pupils without pupil premium';
  if (characteristic === 'Looked after')
    return group === 'Yes' ? 'looked-after pupils' : 'pupils who are not looked after';
  if (/additional language/.test(characteristic)) {
    return group === 'Yes'
      ? 'pupils with English as an additional language'
      : 'pupils with English as a first language';
  }
  return `pupils recorded as ${group}`;
}

/** Of the groups that stand out, the one most clearly above all others. Null when there is none. */
export function pickUnequalGroup(groups: readonly GovernorGroupRow[]): GovernorGroupRow | null {
  const above = groups.filter(
    ({ stands_out, ratio_interval }) => stands_out && ratio_interval !== null && ratio_interval[0] > 1,
  );
  return above.sort((a, b) => (b.ratio_interval?.[0] ?? 0) - (a.ratio_interval?.[0] ?? 0))[0] ?? null;
}

/** One group against all other pupils, with its interval. */
export function tellGroup(row: GovernorGroupRow): string {
  const { ratio, ratio_interval, pupils, on_roll } = row;
  if (ratio === null || ratio_interval === null || !isShown(pupils) || !isShown(on_roll)) {
    return `${capitalise(callGroup(row))}: too few to compare.`;
  }
  const [low, high] = ratio_interval;
  const between =
    high === null ? `at least ${formatRate(low)}` : `between ${formatRate(low)} and ${formatRate(high)}`;
  return `${capitalise(callGroup(row))} were in incidents ${formatRate(ratio)} times as often as other pupils (${between} times). This does not say why.`;
}
