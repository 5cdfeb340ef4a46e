import type { IsoDate } from '../incident/incident.ts';
import type { DutyNeed } from '../policy/duty-rule.ts';
import type { Act } from './act.ts';
import type { DutyCase } from './duty-case.ts';
import { findMissed } from './find-missed.ts';
import { isFor } from './is-for.ts';

/** Days on which something shown was done: a day that the words give, else the day the record was entered. */
export interface Shown {
  readonly date: IsoDate | null;
  readonly families: readonly string[];
  /** Families that it did not reach, though it speaks of both. */
  readonly missed: readonly string[];
  readonly isDated: boolean;
}

/** A label says nothing where the record's words take back what it names: `a suspension, overturned by the head`. */
function isTakenBack({ denied_by: denials = [] }: DutyNeed, { acts }: DutyCase): boolean {
  const said = acts.filter(({ code }) => denials.includes(code));
  return said.some(({ status }) => status === 'not_done') && !said.some(({ status }) => status === 'done');
}

/** Whom a parent tells of is told the school, and no feedback: `Nan says that Mia is bullied by Tom` names no family. */
function isOnlyTold({ of: whose }: DutyNeed, act: Act, { roles }: DutyCase): boolean {
  const isOneSide = whose === 'harmed' || whose === 'harming';
  return isOneSide && roles.size > 1 && act.field === 'narrative' && act.families.length === 0;
}

/** Everything in the words and labels of a record that shows a follow-up as done, from the day of the incident on. */
export function listShown(need: DutyNeed, one: DutyCase): readonly Shown[] {
  const { date, recordedDate } = one.labelled.incident;
  const shown: Shown[] = [];
  for (const act of one.acts) {
    if (act.status !== 'done' || !need.any.includes(act.code)) continue;
    if (need.logged === true && act.field !== 'action') continue;
    if (act.date !== null && act.date < date) continue;
    if (!isFor(need.to, act, one) || isOnlyTold(need, act, one)) continue;
    shown.push({
      date: act.date ?? recordedDate ?? (act.field === 'narrative' ? date : null),
      families: act.families,
      missed: findMissed(act, one.acts),
      isDated: act.date !== null,
    });
  }
  const known =
    need.logged !== true &&
    !isTakenBack(need, one) &&
    need.any.some((code) => one.signs.has(code) && !one.acts.some((act) => act.code === code));
  if (known) shown.push({ date: recordedDate, families: [], missed: [], isDated: false });
  return shown;
}
