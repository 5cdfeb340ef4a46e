import type { DutyNeed, DutyRule } from '../policy/duty-rule.ts';
import type { PolicyProfile } from '../policy/policy-profile.ts';
import { OTHER_CHILD } from './list-families.ts';

/** Facts that checks of these kinds look for by themselves, whatever the profile asks. */
const OWN_FACTS: Partial<Record<DutyRule['check'], readonly string[]>> = {
  plan_log: ['plan_log'],
  plan_review: ['plan_reviewed'],
  top_positives: ['trip_taken'],
  at_risk: ['at_risk_register'],
  racist_log: ['racist_log_entry'],
};

function codesOfNeed(need: DutyNeed): readonly string[] {
  const { any, if: asked = [], unless = [], by = [], not_before: opens = [], denied_by: denied = [] } = need;
  return [
    ...any,
    ...asked,
    ...unless,
    ...by,
    ...opens,
    ...denied,
    ...(need.of === 'both' ? [OTHER_CHILD] : []),
  ];
}

function codesOfRule(rule: DutyRule): readonly string[] {
  const { waived } = rule;
  return [
    ...rule.when,
    ...(rule.all ?? []).flatMap((group) => group.split('|')),
    ...(rule.unless ?? []),
    ...(rule.needs ?? []).flatMap(codesOfNeed),
    ...(rule.barred ?? []),
    ...(rule.except ?? []),
    ...(rule.serious ?? []),
    ...(waived === undefined ? [] : [...waived.by, ...waived.unless]),
    ...(OWN_FACTS[rule.check] ?? []),
  ];
}

/** Every fact and label that a profile's duties ask for: the reader looks for no others. */
export function listAskedCodes({ duties, ladders }: PolicyProfile): ReadonlySet<string> {
  const steps = ladders.flatMap(({ steps }) => steps);
  return new Set([
    ...duties.flatMap(codesOfRule),
    ...steps.flatMap(({ shown_by, needs }) => [...shown_by, ...needs.flatMap(codesOfNeed)]),
  ]);
}
