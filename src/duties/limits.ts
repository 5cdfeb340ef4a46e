import { readRecordedLength } from '../policy/read-exclusions.ts';
import type { RecordCheck } from './duty-case.ts';
import { readMinutesOut, saysOut } from './read-minutes-out.ts';

const sayDays = (days: number) => `${days} ${days === 1 ? 'day' : 'days'}`;

/** Whether a suspension keeps to the policy's number of days: above `ask_above` a question, above `limit` a breach. */
export const checkDayLimit: RecordCheck = (rule, { labelled }, { calendar }) => {
  const days = readRecordedLength(labelled, calendar);
  if (days === null)
    return { status: 'not_evidenced', message: 'The record does not say how many days. Add them.' };
  const { exactly, limit, ask_above: ask } = rule;
  if (exactly !== undefined && days !== exactly)
    return { status: 'not_met', message: `${sayDays(days)}; the policy says ${sayDays(exactly)}.` };
  if (limit !== undefined && days > limit)
    return { status: 'not_met', message: `${sayDays(days)}; the policy allows no more than ${limit}.` };
  if (ask !== undefined && days > ask) {
    return {
      status: 'not_evidenced',
      message: `${sayDays(days)}: is this one of the very rare cases above ${ask}? Say why in the record.`,
    };
  }
  return { status: 'met', message: `${sayDays(days)}.` };
};

/** Whether a child put out of the room was soon back. */
export const checkMinuteLimit: RecordCheck = (rule, one, context) => {
  const { incident } = one.labelled;
  const limit = context.thresholds[rule.threshold ?? 'few_minutes']?.value ?? 10;
  const minutes = readMinutesOut(`${incident.narrative}\n${incident.action}`);
  if (minutes !== null) {
    const said = `${minutes} minutes out of the room; the policy says a few (${limit} is our number).`;
    return { status: minutes > limit ? 'not_met' : 'met', message: said };
  }
  // A time in words (`an hour`, `all morning`) is one out of the room only where the record says so.
  const isLong = (barred: string): boolean => {
    const acts = one.acts.filter(({ code }) => code === barred);
    if (acts.length === 0) return one.signs.has(barred);
    return acts.some(
      ({ status, field, start, end }) =>
        status === 'done' && saysOut(incident[field], incident[field].slice(start, end)),
    );
  };
  if (rule.barred?.some(isLong) === true)
    return { status: 'not_met', message: 'Out of the room for longer than a few minutes.' };
  return { status: 'not_evidenced', message: 'The record does not say for how long. Add it.' };
};
