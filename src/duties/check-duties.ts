import type { Pupil, PupilKey } from '../incident/incident.ts';
import { isBehaviourIncident, type LabelledIncident } from '../incident/labelled-incident.ts';
import type { DutyRule } from '../policy/duty-rule.ts';
import type { DutyCheck, DutyContext } from './duty-check.ts';
import type { DutyRow, DutySummary } from './duty-row.ts';
import { checkRecordedSameDay } from './recorded-same-day.ts';
import { checkResponseRecorded } from './response-recorded.ts';
import { checkSubtypeNamed } from './subtype-named.ts';
import { checkTaggedTogether } from './tagged-together.ts';

/** What `check` prints. */
export interface DutyReport {
  readonly rows: readonly DutyRow[];
  readonly summary: readonly DutySummary[];
  /** Behaviour-plan tallies: none until plans are read. */
  readonly tallies: readonly never[];
}

export interface DutyInput extends DutyContext {
  readonly policy: string;
  readonly duties: readonly DutyRule[];
  readonly labelled: readonly LabelledIncident[];
  readonly pupils: ReadonlyMap<PupilKey, Pupil>;
}

const CHECKS: Readonly<Record<DutyRule['check'], DutyCheck>> = {
  recorded_same_day: checkRecordedSameDay,
  tagged_together: checkTaggedTogether,
  subtype_named: checkSubtypeNamed,
  response_recorded: checkResponseRecorded,
};

/** Percentages on fewer cases than this say more than the numbers bear. */
const CASES_FOR_PER_CENT = 10;

function appliesTo(rule: DutyRule, labelled: LabelledIncident): boolean {
  if (rule.when.length === 0) return isBehaviourIncident(labelled.incident);
  return rule.when.some((code) => labelled.codes.has(code));
}

function checkOne(rule: DutyRule, labelled: LabelledIncident, input: DutyInput): DutyRow {
  const verdict = CHECKS[rule.check](rule, labelled, input);
  const names = labelled.incident.involvements.map(({ pupil }) => input.pupils.get(pupil)?.label ?? pupil);
  return {
    duty: rule.id,
    policy: input.policy,
    title: rule.title,
    status: verdict.status,
    incident_id: labelled.incident.id,
    pupils: names,
    due: verdict.due,
    done: verdict.done,
    message: verdict.message,
  };
}

/** Counts rows of one duty by status; incidents it does not apply to are not cases. */
function summariseDuty(rule: DutyRule, policy: string, rows: readonly DutyRow[]): DutySummary {
  const count = (status: DutyRow['status']) => rows.filter((row) => row.status === status).length;
  const met = count('met');
  const cases = rows.length - count('not_applicable');
  return {
    duty: rule.id,
    policy,
    title: rule.title,
    cases,
    met,
    not_met: count('not_met'),
    not_evidenced: count('not_evidenced'),
    per_cent: cases >= CASES_FOR_PER_CENT ? Math.round((100 * met) / cases) : null,
  };
}

/** Checks every duty of the profile on every incident it applies to: one row a duty and incident, in the order given. */
export function checkDuties(input: DutyInput): DutyReport {
  const byDuty = input.duties.map((rule) => ({
    rule,
    rows: input.labelled.filter((one) => appliesTo(rule, one)).map((one) => checkOne(rule, one, input)),
  }));
  return {
    rows: byDuty.flatMap(({ rows }) => rows),
    summary: byDuty.map(({ rule, rows }) => summariseDuty(rule, input.policy, rows)),
    tallies: [],
  };
}
