import type { Nation } from '../calendar/nation.ts';
import type { SchoolCalendar } from '../calendar/school-calendar.ts';
import type { ListedExclusion } from '../incident/exclusion-list.ts';
import type { IsoDate, Pupil, PupilKey } from '../incident/incident.ts';
import type { LabelledIncident } from '../incident/labelled-incident.ts';
import type { RollEntry } from '../incident/roll.ts';
import type { CategoryMap } from '../policy/category-map.ts';
import type { DutyRule } from '../policy/duty-rule.ts';
import type { PolicyProfile } from '../policy/policy-profile.ts';
import type { Act } from './act.ts';
import type {
  DutyCase,
  DutyContext,
  DutyFinding,
  DutyVerdict,
  PlanEntry,
  RacistLogEntry,
  RecordCheck,
  WholeCheck,
} from './duty-case.ts';
import type { DutyRow, DutySummary, PlanComparison, PlanTally } from './duty-row.ts';
import { checkFollowUps } from './follow-ups.ts';
import { type CaseIndex, indexCases } from './index-cases.ts';
import { checkLadder, checkSameStage } from './ladder.ts';
import { levelLadder, levelRule } from './level-rule.ts';
import { checkDayLimit, checkMinuteLimit } from './limits.ts';
import { isRepeat } from './list-repeats.ts';
import { checkPeriodic } from './periodic.ts';
import { checkPersistent, checkRepeatPair } from './persistent.ts';
import { checkPlanLog, checkPlanReview, comparePlans, tallyPlans } from './plans.ts';
import { checkRaisedMonth } from './raised-month.ts';
import { checkAtRisk, checkTopPositives } from './rankings.ts';
import { readCase, readRollSigns } from './read-case.ts';
import { notApplicable, PLAIN_CHECKS } from './record-checks.ts';
import { createRecordedCodes } from './recorded-codes.ts';
import { createRecordedFacts } from './recorded-facts.ts';
import { checkExclusionRegister, checkRacistLog } from './registers.ts';

/** What `check` prints. */
export interface DutyReport {
  readonly rows: readonly DutyRow[];
  readonly summary: readonly DutySummary[];
  /** Behaviour-plan tallies: none without a plan register. */
  readonly tallies: readonly PlanTally[];
  readonly plans: readonly PlanComparison[];
}

export interface DutyInput {
  readonly profile: PolicyProfile;
  readonly thresholds: PolicyProfile['thresholds'];
  readonly nation: Nation;
  readonly labelled: readonly LabelledIncident[];
  /** What was done, by record: as `readActs` reads it. */
  readonly acts: readonly (readonly Act[])[];
  readonly pupils: ReadonlyMap<PupilKey, Pupil>;
  readonly categoryMap: CategoryMap;
  readonly calendar: SchoolCalendar;
  readonly asAt: IsoDate;
  readonly roll: readonly RollEntry[] | null;
  readonly plans: readonly PlanEntry[] | null;
  readonly racistLog: readonly RacistLogEntry[] | null;
  readonly exclusions: readonly ListedExclusion[] | null;
  /** Only rows of these days, both included; records before them still count as what went before. */
  readonly span: readonly [IsoDate, IsoDate] | null;
}

const RECORD_CHECKS: Partial<Record<DutyRule['check'], RecordCheck>> = {
  ...PLAIN_CHECKS,
  follow_ups: checkFollowUps,
  ladder: checkLadder,
  day_limit: checkDayLimit,
  minute_limit: checkMinuteLimit,
};

const WHOLE_CHECKS: Partial<Record<DutyRule['check'], WholeCheck>> = {
  persistent: checkPersistent,
  repeat_pair: checkRepeatPair,
  same_stage: checkSameStage,
  racist_log: checkRacistLog,
  exclusion_register: checkExclusionRegister,
  plan_log: checkPlanLog,
  plan_review: checkPlanReview,
  top_positives: checkTopPositives,
  at_risk: checkAtRisk,
  periodic: checkPeriodic,
  raised_month: checkRaisedMonth,
};

/** Whole checks that look at the days asked for only; the others match side files, whose rows have days of their own. */
export const SPANNED: ReadonlySet<DutyRule['check']> = new Set([
  'persistent',
  'repeat_pair',
  'same_stage',
  'top_positives',
  'at_risk',
]);

/** Percentages on fewer cases than this say more than the numbers bear. */
const CASES_FOR_PER_CENT = 10;

function waive(rule: DutyRule, { signs }: DutyCase): DutyVerdict | null {
  const { waived } = rule;
  if (waived === undefined || waived.unless.some((code) => signs.has(code))) return null;
  if (!waived.by.some((code) => signs.has(code))) return null;
  return notApplicable(waived.say);
}

function checkRecord(
  check: RecordCheck,
  rule: DutyRule,
  one: DutyCase,
  context: DutyContext,
): DutyFinding | null {
  if (rule.begins !== undefined && one.labelled.incident.date < rule.begins) return null;
  if (rule.on_repeat === true && !isRepeat(rule, one, context)) return null;
  const verdict = waive(rule, one) ?? check(rule, one, context);
  if (verdict === null) return null;
  const { status, due = null, done = null, message } = verdict;
  return { status, due, done, message, incident: one, pupils: one.pupils };
}

/** The records of some days; all records are the very list, so that what was found in it is known again. */
function casesBetween(from: string, to: string, { cases }: DutyContext): readonly DutyCase[] {
  if (from === '' && to === '9999') return cases;
  return cases.filter(({ labelled: { incident } }) => incident.date >= from && incident.date <= to);
}

function runRule(
  rule: DutyRule,
  context: DutyContext,
  find: CaseIndex,
  span: DutyInput['span'],
): readonly DutyFinding[] {
  const whole = WHOLE_CHECKS[rule.check];
  if (whole !== undefined) {
    const [from, to] = span !== null && SPANNED.has(rule.check) ? span : ['', '9999'];
    const begins = rule.begins !== undefined && rule.begins > from ? rule.begins : from;
    return whole(rule, casesBetween(begins, to, context), context);
  }
  const check = RECORD_CHECKS[rule.check];
  if (check === undefined) return [];
  const found: DutyFinding[] = [];
  for (const one of find(rule)) {
    const finding = checkRecord(check, rule, one, context);
    if (finding !== null) found.push(finding);
  }
  return found;
}

function makeRow(rule: DutyRule, found: DutyFinding, policy: string, context: DutyContext): DutyRow {
  const one = found.incident;
  const incident = one?.labelled.incident ?? null;
  return {
    duty: rule.id,
    policy,
    title: rule.title,
    status: found.status,
    incident_id: incident?.id ?? null,
    pupils:
      one !== null && found.pupils === one.pupils
        ? one.labels
        : found.pupils.map((key) => context.pupils.get(key)?.label ?? key),
    due: found.due ?? null,
    done: found.done ?? null,
    assigned_to: incident?.assignedTo ?? incident?.reportedBy ?? null,
    message: found.message,
  };
}

/** Counts rows of one duty by status; those it does not apply to are not cases. */
function summariseDuty(id: string, title: string, policy: string, rows: readonly DutyRow[]): DutySummary {
  const counts = { met: 0, not_met: 0, not_evidenced: 0, not_applicable: 0 };
  for (const { status } of rows) counts[status] += 1;
  const { met, not_met, not_evidenced } = counts;
  const cases = rows.length - counts.not_applicable;
  return {
    duty: id,
    policy,
    title,
    cases,
    met,
    not_met,
    not_evidenced,
    per_cent: cases >= CASES_FOR_PER_CENT ? Math.round((100 * met) / cases) : null,
  };
}

function openContext(input: DutyInput): DutyContext {
  const { profile, calendar, categoryMap, pupils } = input;
  const rollSigns = readRollSigns(input.roll);
  const tagNames = profile.tag_names;
  const findCodes = createRecordedCodes(categoryMap, tagNames);
  const findFacts = createRecordedFacts();
  const cases = input.labelled.map((one, index) =>
    readCase(one, input.acts[index] ?? [], { findCodes, findFacts, pupils, rollSigns, calendar }),
  );
  return {
    categoryMap,
    calendar,
    clocks: { working: input.nation, school: calendar },
    workingDays: profile.working_days,
    asAt: input.asAt,
    pupils,
    roll: input.roll,
    thresholds: input.thresholds,
    ladders: profile.ladders.map(levelLadder),
    tagNames,
    plans: input.plans,
    racistLog: input.racistLog,
    exclusions: input.exclusions,
    cases,
  };
}

function isInSpan(found: DutyFinding, span: DutyInput['span']): boolean {
  const date = found.incident?.labelled.incident.date ?? found.due ?? found.done;
  return span === null || date === null || date === undefined || (date >= span[0] && date <= span[1]);
}

/**
 * Checks every duty of the profile on everything it applies to: one row a duty and incident, pupil or pupil-week, in
 * the order of the profile and of the records.
 */
export function checkDuties(input: DutyInput): DutyReport {
  const { profile, span } = input;
  const context = openContext(input);
  const find = indexCases(context.cases);
  const stands = ({ nations }: DutyRule): boolean => nations?.includes(input.nation) ?? true;
  const rows = profile.duties.map(levelRule).map((rule) => ({
    rule,
    rows: (stands(rule) ? runRule(rule, context, find, span) : [])
      .filter((found) => isInSpan(found, span))
      .map((found) => makeRow(rule, found, profile.name, context)),
  }));
  return {
    rows: rows.flatMap(({ rows }) => rows),
    summary: rows.map(({ rule, rows }) => summariseDuty(rule.id, rule.title, profile.name, rows)),
    tallies: tallyPlans(context.cases, context),
    plans: comparePlans(context.cases, context),
  };
}
