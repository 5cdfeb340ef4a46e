import { compareText } from '../incident/compare-text.ts';
import type { GroupExposure, GroupSide } from '../incident/school-counts.ts';
import { clusteredRate } from './clustered-rate.ts';
import { exposeRoll, type GroupInput, type PupilOnRoll } from './expose-roll.ts';
import { groupOf, readCharacteristics } from './group-of.ts';

/**
 * Counts and exposure of each group of the roll beside all others, without a verdict: what pooling over schools
 * needs where one school alone has too few. A characteristic with one value only is left out.
 */
export function measureGroups(input: GroupInput): GroupExposure[] {
  const { onRoll } = exposeRoll(input);
  return readCharacteristics().flatMap((characteristic) => {
    const named = onRoll.map((pupil) => ({ pupil, group: groupOf(characteristic, pupil.entry) }));
    const groups = [...new Set(named.map(({ group }) => group))].sort(compareText);
    if (groups.length < 2) return [];
    return groups.map((group) => ({
      characteristic: characteristic.title,
      group,
      ...measureSide(named.filter((one) => one.group === group).map(({ pupil }) => pupil)),
      others: measureSide(named.filter((one) => one.group !== group).map(({ pupil }) => pupil)),
    }));
  });
}

function measureSide(pupils: readonly PupilOnRoll[]): GroupSide {
  const { count, days, clustering } = clusteredRate(pupils);
  return {
    on_roll: pupils.length,
    pupils: pupils.filter((pupil) => pupil.count > 0).length,
    involvements: count,
    pupil_days: days,
    clustering,
  };
}
