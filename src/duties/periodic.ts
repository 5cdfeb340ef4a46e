import { addDays, formatDayMonthYear } from '../calendar/iso-date.ts';
import type { SchoolCalendar } from '../calendar/school-calendar.ts';
import type { IsoDate } from '../incident/incident.ts';
import type { DutyRule } from '../policy/duty-rule.ts';
import { titleOfFact } from '../policy/facts.ts';
import { appliesTo } from './applies-to.ts';
import type { DutyCase, DutyContext, DutyFinding, WholeCheck } from './duty-case.ts';
import { joinNeeds } from './follow-ups.ts';
import { seekInAny } from './persistent.ts';

/** Days after the last part of the calendar that still belong to it. */
const HOLIDAY = 60;

/** A term or half-term with the holiday behind it, so that every day lies in one. */
interface YearPart {
  readonly name: string;
  readonly start: IsoDate;
  readonly end: IsoDate;
  /** First day that no longer belongs to it. */
  readonly next: IsoDate;
  /** Its number in the school year, from 1. */
  readonly number: number;
}

function listParts({ terms }: SchoolCalendar, every: DutyRule['every']): readonly YearPart[] {
  const parts =
    every === 'half_term'
      ? terms.flatMap(({ halfTerms }) =>
          halfTerms.map((half) => ({ ...half, name: `${half.academicYear} ${half.name}` })),
        )
      : terms;
  return parts.map(({ name, start, end, academicYear }, at) => ({
    name,
    start,
    end,
    next: parts[at + 1]?.start ?? addDays(end, HOLIDAY),
    number: parts.slice(0, at + 1).filter((part) => part.academicYear === academicYear).length,
  }));
}

/** What the part of the year holds of it: how many records it is about. */
function sayAbout(rule: DutyRule, count: number): string {
  const what = rule.when.length === 0 ? '' : ` of ${rule.when.map(titleOfFact).join(' or ')}`;
  return `${count} ${count === 1 ? 'record' : 'records'}${what}`;
}

function checkPart(
  rule: DutyRule,
  part: YearPart,
  records: readonly DutyCase[],
  context: DutyContext,
): DutyFinding | null {
  const about = rule.when.length === 0 ? records : records.filter((one) => appliesTo(rule, one));
  const needs = (rule.needs ?? []).filter(({ in_part }) => in_part === undefined || in_part === part.number);
  if (about.length === 0 || needs.length === 0) return null;
  const verdict = joinNeeds(
    needs.map((need) => seekInAny(need, records, context)),
    rule.question,
  );
  const isOpen = verdict.status !== 'met' && part.end >= context.asAt;
  const open = isOpen ? ` It ends on ${formatDayMonthYear(part.end)}.` : '';
  return {
    ...verdict,
    due: part.end,
    message: `${part.name}: ${sayAbout(rule, about.length)}. ${verdict.message}${open}`,
    incident: null,
    pupils: [],
  };
}

/**
 * Whether what a policy wants once a term or half-term is shown by one of the records of that part of the year, for
 * every part with a record that the duty is about (any record at all where it names none).
 */
export const checkPeriodic: WholeCheck = (rule, cases, context) =>
  listParts(context.calendar, rule.every).flatMap((part) => {
    const records = cases.filter(
      ({ labelled: { incident } }) => incident.date >= part.start && incident.date < part.next,
    );
    return checkPart(rule, part, records, context) ?? [];
  });
