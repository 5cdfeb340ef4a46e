import { listSchoolDays, listSchoolWeeks } from '../calendar/find-term.ts';
import { findWrittenDates } from '../calendar/find-written-dates.ts';
import { addDays, mondayOf } from '../calendar/iso-date.ts';
import type { IsoDate, PupilKey } from '../incident/incident.ts';
import { isBehaviourIncident } from '../incident/labelled-incident.ts';
import { namesBehaviour, readTally } from './behaviour-forms.ts';
import { sayDay } from './clock.ts';
import type { DutyCase, DutyContext, DutyFinding, PlanEntry, WholeCheck } from './duty-case.ts';
import type { PlanComparison, PlanTally } from './duty-row.ts';
import { findPupil } from './same-name.ts';

/** Serious aggression, which a plan's log holds on the day. */
const SERIOUS = ['staff.physical', 'child_on_child.physical', 'weapon', 'positive_handling'];
const WEEK_WORD = /week|w\/[ecb]|\bw[ecb]\b/i;
const LAST_WEEK = /(?:last|previous) week/i;
/** A review may be written up this many days before its day. */
const EARLY_REVIEW = 21;

/** One pupil's plan with the records about that pupil. */
interface PlanView {
  readonly plan: PlanEntry;
  readonly pupil: PupilKey | null;
  readonly records: readonly DutyCase[];
}

/** A record that is a plan's weekly log, with the week it is about. */
interface WeekLog {
  readonly week: IsoDate;
  readonly record: DutyCase;
  readonly done: IsoDate;
}

const textOf = ({ labelled: { incident } }: DutyCase): string => `${incident.narrative}\n${incident.action}`;

function viewPlans(cases: readonly DutyCase[], context: DutyContext): readonly PlanView[] {
  return (context.plans ?? []).map((plan) => {
    const pupil = findPupil(plan.name, context);
    return { plan, pupil, records: pupil === null ? [] : cases.filter(({ roles }) => roles.has(pupil)) };
  });
}

/** A record is a log when it says so or counts a behaviour of the plan. */
function isLog(record: DutyCase, plan: PlanEntry): boolean {
  if (
    record.signs.has('plan_log') ||
    /\bplan\b.*\blog\b|\btally\b/i.test(record.labelled.incident.categoryText)
  )
    return true;
  const text = textOf(record);
  return plan.targetBehaviours.some(
    (behaviour) => readTally(text, behaviour) !== null && WEEK_WORD.test(text),
  );
}

function weekOfLog(record: DutyCase): IsoDate {
  const { date } = record.labelled.incident;
  const text = textOf(record);
  const named = findWrittenDates(text, date).find(({ start }) =>
    WEEK_WORD.test(text.slice(Math.max(0, start - 24), start)),
  );
  if (named !== undefined) return mondayOf(named.date);
  return mondayOf(LAST_WEEK.test(text) ? addDays(date, -7) : date);
}

function listLogs({ plan, records }: PlanView): readonly WeekLog[] {
  return records
    .filter((record) => isLog(record, plan))
    .map((record) => {
      const { date, recordedDate } = record.labelled.incident;
      return { week: weekOfLog(record), record, done: recordedDate ?? date };
    });
}

/** Weeks in which a log is due: those with a school day since the plan began that are over by `asAt`. */
function listPlanWeeks(plan: PlanEntry, context: DutyContext): readonly { week: IsoDate; last: IsoDate }[] {
  return listSchoolWeeks(context.calendar, plan.start, addDays(context.asAt, -1)).flatMap(({ week }) => {
    const last = listSchoolDays(context.calendar, week, addDays(week, 6)).at(-1);
    return last === undefined || last >= context.asAt ? [] : [{ week, last }];
  });
}

function lateSerious(view: PlanView, week: IsoDate): readonly DutyCase[] {
  return view.records.filter(({ labelled: { incident, codes } }) => {
    if (mondayOf(incident.date) !== week || incident.recordedDate === null) return false;
    return SERIOUS.some((code) => codes.has(code)) && incident.recordedDate > incident.date;
  });
}

/** Whether the log of a behaviour plan was uploaded by each week's last school day, and serious aggression on its day. */
export const checkPlanLog: WholeCheck = (_rule, cases, context) =>
  viewPlans(cases, context).flatMap((view) => {
    const logs = listLogs(view);
    const pupils = [view.pupil ?? view.plan.name];
    return listPlanWeeks(view.plan, context).map(({ week, last }): DutyFinding => {
      const done =
        logs
          .filter((log) => log.week === week)
          .map((log) => log.done)
          .sort()[0] ?? null;
      const late = lateSerious(view, week);
      const serious =
        late.length === 0
          ? ''
          : ` Serious aggression entered after its day: ${late.map(({ labelled }) => labelled.incident.id).join(', ')}.`;
      const about = { incident: null, pupils, due: last, done };
      const named = `Week of ${sayDay(week)}`;
      if (done === null)
        return {
          ...about,
          status: 'not_met',
          message: `${named}: no log of the plan, due by ${sayDay(last)}.${serious}`,
        };
      if (done > last)
        return {
          ...about,
          status: 'not_met',
          message: `${named}: log due by ${sayDay(last)}, uploaded on ${sayDay(done)}.${serious}`,
        };
      return {
        ...about,
        status: late.length > 0 ? 'not_met' : 'met',
        message: `${named}: log uploaded.${serious}`,
      };
    });
  });

function reviewOf(view: PlanView, due: IsoDate): IsoDate | null {
  const days = view.records
    .filter((record) => record.acts.some(({ code, status }) => code === 'plan_reviewed' && status === 'done'))
    .map((record) => {
      const act = record.acts.find(({ code, status }) => code === 'plan_reviewed' && status === 'done');
      return act?.date ?? record.labelled.incident.date;
    });
  return days.filter((day) => day >= addDays(due, -EARLY_REVIEW)).sort()[0] ?? null;
}

/** Whether a plan was reviewed by the day set for it. */
export const checkPlanReview: WholeCheck = (_rule, cases, context) =>
  viewPlans(cases, context).map((view): DutyFinding => {
    const { nextReview: due, targetBehaviours } = view.plan;
    const pupils = [view.pupil ?? view.plan.name];
    const targets = targetBehaviours.length === 0 ? ' The register names no target behaviour.' : '';
    const about = { incident: null, pupils, due, done: null };
    if (due === null)
      return { ...about, status: 'not_evidenced', message: `The register gives no next review.${targets}` };
    const done = reviewOf(view, due);
    if (done !== null && done > due)
      return {
        ...about,
        done,
        status: 'not_met',
        message: `Review due by ${sayDay(due)}, held on ${sayDay(done)}.${targets}`,
      };
    if (done !== null)
      return { ...about, done, status: 'met', message: `Reviewed on ${sayDay(done)}.${targets}` };
    if (due >= context.asAt)
      return { ...about, status: 'met', message: `The next review is on ${sayDay(due)}.${targets}` };
    return { ...about, status: 'not_met', message: `Review overdue since ${sayDay(due)}.${targets}` };
  });

function countInWeek(view: PlanView, logs: readonly WeekLog[], week: IsoDate, behaviour: string): number {
  const own = logs.filter((log) => log.week === week);
  const logged = own.reduce((sum, { record }) => sum + (readTally(textOf(record), behaviour) ?? 0), 0);
  const isLogged = new Set(logs.map(({ record }) => record));
  const seen = view.records
    .filter((record) => !isLogged.has(record) && mondayOf(record.labelled.incident.date) === week)
    .filter((record) => isBehaviourIncident(record.labelled.incident))
    .reduce((sum, record) => {
      const text = textOf(record);
      return sum + (readTally(text, behaviour) ?? (namesBehaviour(text, behaviour) ? 1 : 0));
    }, 0);
  return Math.max(logged, seen);
}

/** How often each named behaviour was recorded each school week since the plan began: by the log, or record by record. */
export function tallyPlans(cases: readonly DutyCase[], context: DutyContext): readonly PlanTally[] {
  return viewPlans(cases, context).flatMap((view) => {
    const logs = listLogs(view);
    const label =
      view.pupil === null ? view.plan.name : (context.pupils.get(view.pupil)?.label ?? view.plan.name);
    return listSchoolWeeks(context.calendar, view.plan.start, addDays(context.asAt, -1)).flatMap(({ week }) =>
      view.plan.targetBehaviours.map((behaviour) => ({
        pupil: label,
        week,
        behaviour,
        count: countInWeek(view, logs, week, behaviour),
      })),
    );
  });
}

/** Each plan's pupil before and since its start: incidents, and the school weeks they fell in. */
export function comparePlans(cases: readonly DutyCase[], context: DutyContext): readonly PlanComparison[] {
  const first = cases[0]?.labelled.incident.date ?? context.asAt;
  return viewPlans(cases, context).map((view) => {
    const { start } = view.plan;
    const days = view.records
      .filter((record) => isBehaviourIncident(record.labelled.incident) && !isLog(record, view.plan))
      .map(({ labelled }) => labelled.incident.date);
    const weeks = (from: IsoDate, to: IsoDate) => listSchoolWeeks(context.calendar, from, to).length;
    return {
      pupil: view.pupil === null ? view.plan.name : (context.pupils.get(view.pupil)?.label ?? view.plan.name),
      start,
      before: {
        incidents: days.filter((day) => day < start).length,
        school_weeks: weeks(first, addDays(start, -1)),
      },
      since: {
        incidents: days.filter((day) => day >= start).length,
        school_weeks: weeks(start, addDays(context.asAt, -1)),
      },
    };
  });
}
