import type { IsoDate } from '../incident/incident.ts';
import type { DutyNeed, DutyRule } from '../policy/duty-rule.ts';
import { titleOfFact } from '../policy/facts.ts';
import { readRecordedLength } from '../policy/read-exclusions.ts';
import type { DutyCase, DutyContext, DutyVerdict, RecordCheck } from './duty-case.ts';
import { isRepeat } from './list-repeats.ts';
import { type SoughtNeed, seekNeed } from './seek-need.ts';

/** Whether a follow-up is asked of this record. */
function isAsked(need: DutyNeed, rule: DutyRule, one: DutyCase, context: DutyContext): boolean {
  if (need.if !== undefined && !need.if.some((code) => one.signs.has(code))) return false;
  if (need.unless?.some((code) => one.signs.has(code)) === true) return false;
  return need.on_repeat !== true || isRepeat(rule, one, context);
}

/** A suspension of another length than the one the policy sets. */
function checkExactDays(
  rule: DutyRule,
  { labelled }: DutyCase,
  { calendar }: DutyContext,
): readonly SoughtNeed[] {
  if (rule.exactly === undefined) return [];
  const days = readRecordedLength(labelled, calendar);
  if (days === null || days === rule.exactly) return [];
  const say = `a suspension of ${rule.exactly} ${rule.exactly === 1 ? 'day' : 'days'}`;
  return [{ status: 'not_met', due: null, done: null, say, why: `the record says ${days}`, isSilent: false }];
}

function sayAll(needs: readonly SoughtNeed[]): string {
  return needs.map(({ say, why }) => (why === '' ? say : `${say} (${why})`)).join('; ');
}

/** What is said of a duty's only follow-up where records are silent: most of what is said at all. */
const silences = new WeakMap<SoughtNeed, DutyVerdict>();

/** Joins what became of several follow-ups: the worst counts, and the message names which. */
export function joinNeeds(sought: readonly SoughtNeed[], question?: string): DutyVerdict {
  const [first] = sought;
  if (first?.isSilent !== true || sought.length > 1 || question !== undefined)
    return joinAll(sought, question);
  let verdict = silences.get(first);
  if (verdict === undefined) {
    verdict = joinAll(sought);
    silences.set(first, verdict);
  }
  return verdict;
}

function joinAll(sought: readonly SoughtNeed[], question?: string): DutyVerdict {
  const faults = sought.filter(({ status }) => status === 'not_met');
  const silent = sought.filter(({ status }) => status === 'not_evidenced');
  const status = faults.length > 0 ? 'not_met' : silent.length > 0 ? 'not_evidenced' : 'met';
  let due: IsoDate | null = null;
  let done: IsoDate | null = null;
  for (const one of sought) {
    const isOpen = status === 'met' || one.status !== 'met';
    if (isOpen && one.due !== null && (due === null || one.due < due)) due = one.due;
    if (one.done !== null && (done === null || one.done > done)) done = one.done;
  }
  const parts: string[] = [];
  if (question !== undefined && status !== 'met') parts.push(question);
  if (faults.length > 0) parts.push(`To put right: ${sayAll(faults)}.`);
  if (silent.length > 0) parts.push(`The record does not show: ${sayAll(silent)}. If it was done, add it.`);
  if (status === 'met') parts.push(`Recorded: ${sayAll(sought) || 'all that is asked'}.`);
  return { status, due, done, message: parts.join(' ') };
}

/** What a rule says of records that hold nothing of what it asks: by their day alone. */
interface Silence {
  /** Every code that could make a difference; null where something else could too, so that each record is looked at. */
  readonly codes: readonly string[] | null;
  readonly byDay: Map<IsoDate, DutyVerdict | null>;
}

/** By run and rule: most records are silent of most duties. */
const ruleSilences = new WeakMap<DutyContext, Map<DutyRule, Silence>>();

function listDeciding(rule: DutyRule): readonly string[] | null {
  const needs = rule.needs ?? [];
  const depends =
    rule.exactly !== undefined ||
    needs.some((need) => need.of ?? need.to ?? need.not_before ?? need.or_later ?? need.on_repeat);
  if (depends) return null;
  return [
    ...(rule.barred ?? []),
    ...needs.flatMap(({ any, if: only = [], unless = [], denied_by: denied = [] }) => [
      ...any,
      ...only,
      ...unless,
      ...denied,
    ]),
  ];
}

function openSilence(rule: DutyRule, context: DutyContext): Silence {
  let byRule = ruleSilences.get(context);
  if (byRule === undefined) {
    byRule = new Map();
    ruleSilences.set(context, byRule);
  }
  let silence = byRule.get(rule);
  if (silence === undefined) {
    silence = { codes: listDeciding(rule), byDay: new Map() };
    byRule.set(rule, silence);
  }
  return silence;
}

function touchesAny({ touched }: DutyCase, codes: readonly string[]): boolean {
  for (const code of codes) if (touched.has(code)) return true;
  return false;
}

/**
 * Whether the record shows every follow-up that the policy asks for, in time and towards the right families. Silence
 * is 'not evidenced', never a breach.
 */
export const checkFollowUps: RecordCheck = (rule, one, context) => {
  const { codes, byDay } = openSilence(rule, context);
  if (codes === null || touchesAny(one, codes)) return seekAll(rule, one, context);
  const { date } = one.labelled.incident;
  let verdict = byDay.get(date);
  if (verdict === undefined) {
    verdict = seekAll(rule, one, context);
    byDay.set(date, verdict);
  }
  return verdict;
};

const seekAll: RecordCheck = (rule, one, context) => {
  const barred = (rule.barred ?? []).filter((code) => one.signs.has(code));
  const isExcused = (rule.except ?? []).some((code) => one.signs.has(code));
  const asked = (rule.needs ?? []).filter((need) => isAsked(need, rule, one, context));
  if (asked.length === 0 && barred.length === 0) return null;
  const sought = [
    ...asked.map((need) => seekNeed(need, one, context)),
    ...checkExactDays(rule, one, context),
  ];
  if (barred.length === 0 || isExcused) return joinNeeds(sought, rule.question);
  const fault: SoughtNeed = {
    status: 'not_met',
    due: null,
    done: null,
    say: barred.map(titleOfFact).join(', '),
    why: 'the policy does not allow it',
    isSilent: false,
  };
  return joinNeeds([fault, ...sought], rule.question);
};
