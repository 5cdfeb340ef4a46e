import type { PupilKey } from '../incident/incident.ts';
import { isBehaviourIncident } from '../incident/labelled-incident.ts';
import type { DutyRule } from '../policy/duty-rule.ts';
import { appliesTo } from './applies-to.ts';
import type { DutyCase, DutyContext } from './duty-case.ts';
import { listHarmed } from './list-harmed.ts';

type Groups = ReadonlyMap<PupilKey, readonly DutyCase[]>;

/** Groups found before: several duties of a profile are about the same records. */
const known = new WeakMap<readonly DutyCase[], Map<string, Groups>>();

/** Records of each pupil that a duty is about, by date. */
export function groupByActor(rule: DutyRule, cases: readonly DutyCase[]): Groups {
  let byRecords = known.get(cases);
  if (byRecords === undefined) {
    byRecords = new Map();
    known.set(cases, byRecords);
  }
  const { recorded, when, all, unless } = rule;
  const about = JSON.stringify([recorded, when, all, unless]);
  let groups = byRecords.get(about);
  if (groups === undefined) {
    groups = group(rule, cases, ({ actors }) => actors);
    byRecords.set(about, groups);
  }
  return groups;
}

/** Records of each pupil harmed in those that a duty is about, by date. */
export function groupByHarmed(rule: DutyRule, cases: readonly DutyCase[]): Groups {
  return group(rule, cases, listHarmed);
}

function group(
  rule: DutyRule,
  cases: readonly DutyCase[],
  listWhose: (one: DutyCase) => readonly PupilKey[],
): Groups {
  const groups = new Map<PupilKey, DutyCase[]>();
  for (const one of cases) {
    if (!isBehaviourIncident(one.labelled.incident) || !appliesTo(rule, one)) continue;
    for (const key of listWhose(one)) {
      const list = groups.get(key);
      if (list === undefined) groups.set(key, [one]);
      else list.push(one);
    }
  }
  return groups;
}

/** Whether one of the pupils who did it has an earlier record that the same duty is about. */
export function isRepeat(rule: DutyRule, one: DutyCase, { cases }: DutyContext): boolean {
  const groups = groupByActor(rule, cases);
  return one.actors.some((key) => (groups.get(key) ?? []).indexOf(one) > 0);
}
