import type { PupilKey } from '../incident/incident.ts';
import { isBehaviourIncident } from '../incident/labelled-incident.ts';
import type { DutyNeed, DutyRule } from '../policy/duty-rule.ts';
import { appliesTo } from './applies-to.ts';
import type { DutyCase, DutyContext, DutyFinding, WholeCheck } from './duty-case.ts';
import { OUR_RECORDS } from './find-term-threshold.ts';
import { joinNeeds } from './follow-ups.ts';
import { groupByActor } from './list-repeats.ts';
import { type SoughtNeed, sayNeed, seekNeed } from './seek-need.ts';
import { splitByTerm } from './split-by-term.ts';
import { splitByWindow } from './split-by-window.ts';

const ORDER = { met: 0, not_met: 1, not_evidenced: 2 } as const;

/** A follow-up that any of several records may show: shown once is enough. */
export function seekInAny(need: DutyNeed, records: readonly DutyCase[], context: DutyContext): SoughtNeed {
  let best: SoughtNeed | undefined;
  for (const one of records) {
    const sought = seekNeed(need, one, context);
    if (best === undefined || ORDER[sought.status] < ORDER[best.status]) best = sought;
    if (best.status === 'met') break;
  }
  return (
    best ?? { status: 'not_evidenced', due: null, done: null, say: sayNeed(need), why: '', isSilent: false }
  );
}

function sayCount(count: number, limit: number, whose: string, days: number | undefined): string {
  const ours = whose === 'termwise' ? `; ${limit} is our number, the policy gives none` : '';
  const when = days === undefined ? ' in the term' : `, each one of ${limit} within ${days} school days`;
  return `${count} records${when}${ours}.`;
}

function checkGroup(
  rule: DutyRule,
  records: readonly DutyCase[],
  pupils: readonly string[],
  said: string,
  context: DutyContext,
): DutyFinding {
  const verdict = joinNeeds(
    (rule.needs ?? []).map((need) => seekInAny(need, records, context)),
    rule.question,
  );
  const last = records.at(-1)?.labelled.incident.date ?? null;
  return {
    ...verdict,
    due: verdict.due ?? null,
    message: `${said} ${verdict.message}`,
    incident: null,
    pupils,
    done: verdict.done ?? (verdict.status === 'met' ? last : null),
  };
}

/** Fewer records make it persistent where staff were the target, in duties that are about all behaviour. */
function isPersistentToStaff(
  rule: DutyRule,
  term: readonly DutyCase[],
  { thresholds }: DutyContext,
): boolean {
  if (rule.when.length > 0 || rule.threshold !== 'persistent_records') return false;
  const towards = term.filter(({ signs }) => signs.has('staff.physical') || signs.has('staff.verbal'));
  return towards.length >= (thresholds.persistent_staff_records?.value ?? Number.POSITIVE_INFINITY);
}

/**
 * Whether pupils with as many records as make a behaviour persistent, in a term or in the school days that the policy
 * names, were followed up in any of those records. One record is enough where it is serious.
 */
export const checkPersistent: WholeCheck = (rule, cases, context) => {
  const threshold = context.thresholds[rule.threshold ?? 'persistent_records'] ?? OUR_RECORDS;
  const { value: limit, whose, within_school_days: days } = threshold;
  const found: DutyFinding[] = [];
  for (const [pupil, records] of groupByActor(rule, cases)) {
    const runs = days === undefined ? [] : splitByWindow(records, context.calendar, limit, days);
    const told = new Set(runs.flat());
    for (const run of runs)
      found.push(checkGroup(rule, run, [pupil], sayCount(run.length, limit, whose, days), context));
    for (const term of splitByTerm(records, context.calendar)) {
      const left = term.filter((one) => !told.has(one));
      const isSerious =
        left.some((one) => (rule.serious ?? []).some((code) => one.signs.has(code))) ||
        isPersistentToStaff(rule, left, context);
      const isMany = days === undefined && term.length >= limit;
      if (!isMany && !isSerious) continue;
      const said = isMany ? sayCount(term.length, limit, whose, days) : 'Serious, or towards staff.';
      found.push(checkGroup(rule, left, [pupil], said, context));
    }
  }
  return found;
};

function listHarmed(one: DutyCase): readonly PupilKey[] {
  const harmed = [...one.roles].filter(([, role]) => role === 'harmed').map(([key]) => key);
  if (harmed.length > 0) return harmed;
  return [...one.roles]
    .filter(([key, role]) => role === 'unknown' && !one.actors.includes(key))
    .map(([key]) => key);
}

/** Whether a pair of pupils whose record says the same again is followed up: it has not stopped. */
export const checkRepeatPair: WholeCheck = (rule, cases, context) => {
  const limit = context.thresholds[rule.threshold ?? 'repeat_bullying_records']?.value ?? 2;
  const pairs = new Map<string, { pupils: readonly string[]; records: DutyCase[] }>();
  for (const one of cases) {
    if (!isBehaviourIncident(one.labelled.incident) || !appliesTo(rule, one)) continue;
    for (const actor of one.actors) {
      for (const target of listHarmed(one)) {
        if (actor === target) continue;
        const key = `${actor}\u0000${target}`;
        const pair = pairs.get(key) ?? { pupils: [actor, target], records: [] };
        pair.records.push(one);
        pairs.set(key, pair);
      }
    }
  }
  return [...pairs.values()]
    .filter(({ records }) => records.length >= limit)
    .map(({ pupils, records }) =>
      checkGroup(rule, records, pupils, `${records.length} records between the same two.`, context),
    );
};
