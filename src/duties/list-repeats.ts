import type { PupilKey } from '../incident/incident.ts';
import { isBehaviourIncident } from '../incident/labelled-incident.ts';
import type { DutyRule } from '../policy/duty-rule.ts';
import { appliesTo } from './applies-to.ts';
import type { DutyCase, DutyContext } from './duty-case.ts';

/** Pupils of a record who did it, as far as it says: parts as harmed or witness are left out. */
export function listActors({ labelled, roles }: Pick<DutyCase, 'labelled' | 'roles'>): readonly PupilKey[] {
  const harming = [...roles].filter(([, role]) => role === 'harming').map(([key]) => key);
  if (harming.length > 0) return harming;
  const { involvements } = labelled.incident;
  const unknown = involvements.filter(({ pupil }) => roles.get(pupil) === 'unknown');
  const own = unknown.filter(({ origin }) => origin === 'row');
  return (own.length > 0 ? own : unknown).map(({ pupil }) => pupil);
}

/** Records of each pupil that a duty is about, by date. */
export function groupByActor(
  rule: DutyRule,
  cases: readonly DutyCase[],
): ReadonlyMap<PupilKey, readonly DutyCase[]> {
  const groups = new Map<PupilKey, DutyCase[]>();
  for (const one of cases) {
    if (!isBehaviourIncident(one.labelled.incident) || !appliesTo(rule, one)) continue;
    for (const key of listActors(one)) {
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
  return listActors(one).some((key) => {
    const records = groups.get(key) ?? [];
    return records.indexOf(one) > 0;
  });
}
