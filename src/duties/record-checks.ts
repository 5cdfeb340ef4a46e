import type { IncidentKind } from '../incident/incident.ts';
import { isBehaviourIncident } from '../incident/labelled-incident.ts';
import type { DutyRule } from '../policy/duty-rule.ts';
import { titleOfFact } from '../policy/facts.ts';
import { namesCode } from './applies-to.ts';
import { findDeadline, findSchoolDayFrom, nameClock, sayDay } from './clock.ts';
import type { DutyVerdict, RecordCheck } from './duty-case.ts';

const listTitles = (codes: readonly string[]) => codes.map(titleOfFact).join(', ');

/**
 * Whether the record was entered on the day it happened (or within the days given); silent without a day of entry.
 * Where school days are allowed, even none, a Saturday's incident is due on the school day that follows.
 */
const checkRecordedSameDay: RecordCheck = (rule, { labelled }, context) => {
  const { date, recordedDate: done } = labelled.incident;
  const within = rule.limit ?? 0;
  const due =
    rule.limit === 0 ? findSchoolDayFrom(date, context) : findDeadline(date, within, 'school', context);
  if (done === null)
    return { status: 'not_evidenced', due, done, message: 'The export does not say when this was entered.' };
  if (due === null)
    return {
      status: done <= date ? 'met' : 'not_evidenced',
      due,
      done,
      message:
        done <= date
          ? 'Entered on the day it happened.'
          : 'Happened on a day without school, and the term dates do not reach the school day that follows.',
    };
  if (done <= due)
    return {
      status: 'met',
      due,
      done,
      message: done <= date ? 'Entered on the day it happened.' : 'Entered in time.',
    };
  const next = rule.limit === 0 ? 'the next school day' : nameClock('school', context);
  const clock = due === date ? '' : ` (${next})`;
  return {
    status: 'not_met',
    due,
    done,
    message: `Happened on ${sayDay(date)}, due by ${sayDay(due)}${clock}, entered on ${sayDay(done)}.`,
  };
};

/** Whether every tag that the policy wants together stands in the category cell; a missing tag is a breach of the record. */
const checkTaggedTogether: RecordCheck = (rule, { labelled, recorded }, { tagNames }) => {
  const only = tagNames.filter((tag) => tag.only === true).map(({ code }) => code);
  const missing = (rule.tags ?? []).filter((need) => !namesCode(recorded, need, only));
  if (missing.length === 0) return { status: 'met', message: 'All tags are there.' };
  const now = labelled.incident.categoryText || 'no category';
  return { status: 'not_met', message: `Add the tag for: ${listTitles(missing)}. Recorded now: ${now}.` };
};

/** Whether the recorded category says which kind it was; the narrative's kind is offered where it does not. */
const checkSubtypeNamed: RecordCheck = (rule, { labelled, recorded }) => {
  const tags = rule.tags ?? [];
  const named = tags.filter((tag) => recorded.has(tag));
  if (named.length > 0) return { status: 'met', message: `Kind named: ${listTitles(named)}.` };
  const read = tags.filter((tag) => labelled.codes.has(tag));
  const offer = read.length > 0 ? ` The words of the record suggest: ${listTitles(read)}.` : '';
  return { status: 'not_met', message: `Name the kind in the category.${offer}` };
};

/** Whether something that the policy bars was done; `except` names what makes it allowed. */
const checkBarred: RecordCheck = (rule, { signs, labelled }) => {
  if (labelled.incident.narrative === '' && labelled.incident.action === '')
    return { status: 'not_evidenced', message: 'The record has no words to read.' };
  const found = (rule.barred ?? []).filter((code) => signs.has(code));
  const excused = (rule.except ?? []).filter((code) => signs.has(code));
  if (found.length === 0) return { status: 'met', message: 'Nothing of what the policy bars is recorded.' };
  if (excused.length > 0)
    return {
      status: 'met',
      message: `${listTitles(found)}, with the reason recorded: ${listTitles(excused)}.`,
    };
  return { status: 'not_met', message: `Recorded, and not allowed by the policy: ${listTitles(found)}.` };
};

/** Whether a record holds each of the things that a good account says. */
const checkCompleteRecord: RecordCheck = (rule, one) => {
  const needs = rule.needs ?? [];
  const missing = needs.filter(({ any }) => !any.some((code) => one.signs.has(code)));
  const score = `${needs.length - missing.length} of ${needs.length}`;
  if (missing.length === 0) return { status: 'met', message: `The account holds ${score} things asked.` };
  const names = missing.map((need) => need.say ?? listTitles(need.any)).join(', ');
  return { status: 'not_met', message: `The account holds ${score} things asked. Add: ${names}.` };
};

/** Whether a behaviour record stands under one of the policy's heads; outside them it is a question, not a breach. */
const checkHeads: RecordCheck = (rule, { signs, recorded, labelled }) => {
  if (!isBehaviourIncident(labelled.incident)) return null;
  const heads = rule.tags ?? [];
  const found = heads.filter((head) => signs.has(head) || namesCode(recorded, head));
  if (found.length > 0) return { status: 'met', message: `Under: ${listTitles(found)}.` };
  const now = labelled.incident.categoryText || 'no category';
  return {
    status: 'not_evidenced',
    message: `Should this record (${now}) stand here? The policy names: ${listTitles(heads)}.`,
  };
};

const REPORTED: ReadonlySet<IncidentKind> = new Set(['behaviour', 'uncategorised']);

/** Whether each recorded category has a meaning in the shared taxonomy. */
const checkMappedCategory: RecordCheck = (_rule, { labelled: { incident } }, { categoryMap }) => {
  if (!REPORTED.has(incident.kind)) return null;
  if (incident.categories.length === 0)
    return { status: 'not_evidenced', message: 'The record has no category to compare.' };
  const unknown = incident.categories.filter((path) => categoryMap.find(path) === null);
  if (unknown.length === 0) return { status: 'met', message: 'Every category has a meaning in common.' };
  return { status: 'not_met', message: `Say in categories.csv what this means: ${unknown.join('; ')}.` };
};

/** Record checks by name, all but those that need a ladder, numbers or side files. */
export const PLAIN_CHECKS: Partial<Record<DutyRule['check'], RecordCheck>> = {
  recorded_same_day: checkRecordedSameDay,
  tagged_together: checkTaggedTogether,
  subtype_named: checkSubtypeNamed,
  barred: checkBarred,
  complete_record: checkCompleteRecord,
  heads: checkHeads,
  mapped_category: checkMappedCategory,
};

/** A verdict that nothing more needs to be said of. */
export function notApplicable(message: string): DutyVerdict {
  return { status: 'not_applicable', message };
}
