import type { PupilKey } from '../incident/incident.ts';
import { isBehaviourIncident } from '../incident/labelled-incident.ts';
import { listActors } from '../incident/list-actors.ts';
import type { DutyRule } from '../policy/duty-rule.ts';
import { appliesTo } from './applies-to.ts';
import type { DutyCase, DutyContext } from './duty-case.ts';

/** Records of each pupil that a duty is about, by date. */
export function groupByActor(
  rule: DutyRule,
  cases: readonly DutyCase[],
): ReadonlyMap<PupilKey, readonly DutyCase[]> {
  const groups = new Map<PupilKey, DutyCase[]>();
  for (const one of cases) {
    if (!isBehaviourIncident(one.labelled.incident) || !appliesTo(rule, one)) continue;
    for (const key of listActors(one.labelled, one.roles)) {
      const list = groups.get(key);
      if (list === undefined) groups.set(key, [one]);
      else list.push(one);
    }
  }
  return groups;
}

const groupsByRule = new WeakMap<
  readonly DutyCase[],
  Map<DutyRule, ReadonlyMap<PupilKey, readonly DutyCase[]>>
>();

/** Whether one of the pupils who did it has an earlier record that the same duty is about. */
export function isRepeat(rule: DutyRule, one: DutyCase, { cases }: DutyContext): boolean {
  const byRule = groupsByRule.get(cases) ?? new Map<DutyRule, ReadonlyMap<PupilKey, readonly DutyCase[]>>();
  groupsByRule.set(cases, byRule);
  const groups = byRule.get(rule) ?? groupByActor(rule, cases);
  byRule.set(rule, groups);
  return listActors(one.labelled, one.roles).some((key) => {
    const records = groups.get(key) ?? [];
    return records.indexOf(one) > 0;
  });
}
