import { addDays } from '../calendar/iso-date.ts';
import type { IsoDate, PupilKey } from '../incident/incident.ts';
import { isBehaviourIncident } from '../incident/labelled-incident.ts';
import type { DutyNeed, DutyRule } from '../policy/duty-rule.ts';
import { appliesTo } from './applies-to.ts';
import { sayDay } from './clock.ts';
import type { DutyCase, DutyContext, DutyFinding, PlanEntry, WholeCheck } from './duty-case.ts';
import { OUR_RECORDS } from './find-term-threshold.ts';
import { joinNeeds } from './follow-ups.ts';
import { listHarmed } from './list-harmed.ts';
import { groupByActor, groupByHarmed } from './list-repeats.ts';
import { findPupil } from './same-name.ts';
import { type SoughtNeed, sayNeed, seekNeed } from './seek-need.ts';
import { splitByTerm } from './split-by-term.ts';
import { splitByWindow } from './split-by-window.ts';

const ORDER = { met: 0, not_met: 1, not_evidenced: 2 } as const;

type Limit = DutyContext['thresholds'][string];

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

const DAYS_A_MONTH = 365 / 12;

/** Whether a plan is one of that day: its review is to come, or not so long past that nobody goes by it any more. */
function standsOn(day: IsoDate, { nextReview }: PlanEntry, { thresholds }: DutyContext): boolean {
  if (nextReview === null) return true;
  const months = thresholds.plan_outlives_review_months?.value ?? 12;
  return nextReview >= addDays(day, -Math.round(months * DAYS_A_MONTH));
}

/** What the words of the records show, or a plan that the register lists for all of these pupils: it is no part of any one record. */
function seekWithPlan(
  need: DutyNeed,
  records: readonly DutyCase[],
  pupils: readonly PupilKey[],
  context: DutyContext,
): SoughtNeed {
  const last = records.at(-1)?.labelled.incident.date;
  if (!need.any.includes('plans.listed') || last === undefined) return seekInAny(need, records, context);
  const listed = pupils.map((key) =>
    (context.plans ?? []).filter(({ name }) => findPupil(name, context) === key),
  );
  const standing = listed.map((plans) => plans.filter((plan) => standsOn(last, plan, context)));
  if (standing.length > 0 && standing.every(({ length }) => length > 0)) {
    const done =
      standing
        .flat()
        .map(({ start }) => start)
        .sort()
        .at(-1) ?? null;
    return {
      status: 'met',
      due: null,
      done,
      say: sayNeed(need),
      why: 'in the list of plans',
      isSilent: false,
    };
  }
  const sought = seekInAny(need, records, context);
  const ended = listed
    .flat()
    .flatMap(({ nextReview }) => nextReview ?? [])
    .sort()
    .at(-1);
  if (sought.status !== 'not_evidenced' || ended === undefined || standing.flat().length > 0) return sought;
  const why = `the list of plans has one whose review was due on ${sayDay(ended)}, and none since`;
  return { ...sought, why, isSilent: false };
}

function sayCount(
  count: number,
  { value: limit, whose, within_school_days: days }: Limit,
  part = '',
): string {
  const ours = whose === 'termwise' ? `; ${limit} is our number, the policy gives none` : '';
  const when = days === undefined ? ' in the term' : `, each one of ${limit} within ${days} school days`;
  return `${count} records${part}${when}${ours}.`;
}

function checkGroup(
  rule: DutyRule,
  records: readonly DutyCase[],
  pupils: readonly string[],
  said: string,
  context: DutyContext,
): DutyFinding {
  const verdict = joinNeeds(
    (rule.needs ?? []).map((need) => seekWithPlan(need, records, pupils, context)),
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

function checkPupil(
  rule: DutyRule,
  pupil: PupilKey,
  records: readonly DutyCase[],
  threshold: Limit,
  context: DutyContext,
): readonly DutyFinding[] {
  const { value: limit, within_school_days: days } = threshold;
  const runs = days === undefined ? [] : splitByWindow(records, context.calendar, limit, days);
  const told = new Set(runs.flat());
  const found = runs.map((run) => checkGroup(rule, run, [pupil], sayCount(run.length, threshold), context));
  for (const term of splitByTerm(records, context.calendar)) {
    const left = term.filter((one) => !told.has(one));
    const isSerious =
      left.some((one) => (rule.serious ?? []).some((code) => one.signs.has(code))) ||
      isPersistentToStaff(rule, left, context);
    const isMany = days === undefined && term.length >= limit;
    if (!isMany && !isSerious) continue;
    const said = isMany ? sayCount(term.length, threshold) : 'Serious, or towards staff.';
    found.push(checkGroup(rule, left, [pupil], said, context));
  }
  return found;
}

function checkHarmed(
  rule: DutyRule,
  pupil: PupilKey,
  records: readonly DutyCase[],
  threshold: Limit,
  context: DutyContext,
): readonly DutyFinding[] {
  const { value: limit, within_school_days: days } = threshold;
  const groups =
    days === undefined
      ? splitByTerm(records, context.calendar).filter((term) => term.length >= limit)
      : splitByWindow(records, context.calendar, limit, days);
  return groups.map((group) =>
    checkGroup(rule, group, [pupil], sayCount(group.length, threshold, ' as the one harmed'), context),
  );
}

/**
 * Whether pupils with as many records as make a behaviour persistent, in a term or in the school days that the policy
 * names, were followed up in any of those records. One record is enough where it is serious. Those harmed so often have
 * rows of their own where the duty is about them too.
 */
export const checkPersistent: WholeCheck = (rule, cases, context) => {
  const threshold = context.thresholds[rule.threshold ?? 'persistent_records'] ?? OUR_RECORDS;
  const check =
    (one: typeof checkPupil) =>
    ([pupil, records]: readonly [PupilKey, readonly DutyCase[]]) =>
      one(rule, pupil, records, threshold, context);
  return [
    ...[...groupByActor(rule, cases)].flatMap(check(checkPupil)),
    ...(rule.harmed === true ? [...groupByHarmed(rule, cases)].flatMap(check(checkHarmed)) : []),
  ];
};

type Pairs = ReadonlyMap<string, { readonly pupils: readonly string[]; readonly records: DutyCase[] }>;

/** Records of each two of whom one did it to the other, by date. */
function groupByPair(rule: DutyRule, cases: readonly DutyCase[]): Pairs {
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
  return pairs;
}

/**
 * Whether what happened again between the same two pupils, to the same one or by the same one is followed up: it has
 * not stopped. A pupil whose records are all of one pair has no row beside the pair's.
 */
export const checkRepeatPair: WholeCheck = (rule, cases, context) => {
  const limit = context.thresholds[rule.threshold ?? 'repeat_bullying_records']?.value ?? 2;
  const pairs = [...groupByPair(rule, cases).values()].filter(({ records }) => records.length >= limit);
  const row = (records: readonly DutyCase[], pupils: readonly string[], who: string) =>
    checkGroup(rule, records, pupils, `${records.length} records ${who}.`, context);
  const listSeveral = (groups: ReturnType<typeof groupByActor>, who: string) =>
    [...groups]
      .filter(([, records]) => records.length >= limit)
      .filter(
        ([pupil, records]) =>
          !pairs.some((pair) => pair.pupils.includes(pupil) && pair.records.length === records.length),
      )
      .map(([pupil, records]) => row(records, [pupil], who));
  return [
    ...pairs.map(({ pupils, records }) => row(records, pupils, 'between the same two')),
    ...listSeveral(groupByHarmed(rule, cases), 'in which the same one was harmed'),
    ...listSeveral(groupByActor(rule, cases), 'in which the same one did it'),
  ];
};
