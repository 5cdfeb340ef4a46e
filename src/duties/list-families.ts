import type { PupilKey } from '../incident/incident.ts';
import type { DutyNeed } from '../policy/duty-rule.ts';
import type { DutyCase, DutyContext } from './duty-case.ts';
import type { Shown } from './list-shown.ts';

/** A family that must be told, and what the record calls it. */
interface Family {
  readonly marks: readonly string[];
  readonly name: string;
}

/** The fact that says of a child who is not linked. */
export const OTHER_CHILD = 'other_child';

/** Where staff alone were the target there is no other child, and no second family. */
function isTowardsStaffOnly({ signs }: DutyCase): boolean {
  const isTowardsStaff = signs.has('staff.physical') || signs.has('staff.verbal');
  return isTowardsStaff && !signs.has('child_on_child') && !signs.has(OTHER_CHILD);
}

/** The pupils whose families a need is about; witnesses are not. */
export function listFamilies(need: DutyNeed, one: DutyCase, context: DutyContext): readonly Family[] {
  const name = (key: PupilKey): string => context.pupils.get(key)?.label ?? key;
  const all = [...one.roles].filter(([, role]) => role !== 'witness');
  const wanted = need.of === 'both' ? all : all.filter(([, role]) => role === need.of || role === 'unknown');
  const isUnsaid = wanted.length === 2 && wanted.every(([, role]) => role === 'unknown');
  const families = wanted.map(
    ([key, role], index): Family => ({
      // Two pupils whose parts are not said: `victim's mum` and `perpetrator's mum` are still two families.
      marks: [key, 'both', isUnsaid ? (index === 0 ? 'harmed' : 'harming') : role],
      name: `the family of ${name(key)}`,
    }),
  );
  if (need.of !== 'both' || families.length !== 1 || isTowardsStaffOnly(one)) return families;
  return [...families, { marks: ['both', '?'], name: 'the family of the other child, who is not linked' }];
}

function isOf({ marks }: Family, mark: string): boolean {
  return marks.includes(mark) || (marks.includes('?') && mark.startsWith('?'));
}

/** The acts that reached a family. With one family only, an act that names none reached it. */
export function shownTo(family: Family, shown: readonly Shown[], isOnly: boolean): readonly Shown[] {
  return shown.filter(
    ({ families, missed }) =>
      (isOnly && families.length === 0) ||
      families.some((mark) =>
        mark === 'both' && missed.some((name) => isOf(family, name)) ? false : isOf(family, mark),
      ),
  );
}
