import { isBehaviourIncident } from '../incident/labelled-incident.ts';
import type { DutyRule } from '../policy/duty-rule.ts';
import type { DutyCase } from './duty-case.ts';

function hasAny(signs: ReadonlySet<string>, codes: readonly string[]): boolean {
  return codes.some((code) => signs.has(code));
}

/** Whether a category cell names a code or a kind of it; a tag that counts by its own names alone has no kinds. */
export function namesCode(
  recorded: ReadonlySet<string>,
  code: string,
  only: readonly string[] = [],
): boolean {
  if (recorded.has(code)) return true;
  return !only.includes(code) && [...recorded].some((one) => one.startsWith(`${code}.`));
}

/**
 * Whether a duty is about this record. A label of the taxonomy counts in any kind of record (a safeguarding entry may
 * hold the incident); without one, only behaviour incidents are looked at.
 */
export function appliesTo(rule: DutyRule, { labelled, signs, recorded }: DutyCase): boolean {
  if (rule.recorded !== undefined && !rule.recorded.some((code) => recorded.has(code))) return false;
  if (rule.unless !== undefined && hasAny(signs, rule.unless)) return false;
  if (rule.all?.some((group) => !hasAny(signs, group.split('|'))) === true) return false;
  if (rule.when.some((code) => labelled.codes.has(code))) return true;
  if (!isBehaviourIncident(labelled.incident)) return false;
  return rule.when.length === 0 || hasAny(signs, rule.when);
}
