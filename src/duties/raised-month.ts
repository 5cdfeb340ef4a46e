import { listSchoolDays } from '../calendar/find-term.ts';
import type { SchoolCalendar } from '../calendar/school-calendar.ts';
import type { IsoDate } from '../incident/incident.ts';
import { appliesTo } from './applies-to.ts';
import type { DutyCase, DutyContext, DutyFinding, WholeCheck } from './duty-case.ts';

/** School days in a usual week: a rate per week is easier read than one per day. */
const WEEK = 5;

const inOneDecimal = (value: number): string => (Math.round(value * 10) / 10).toFixed(1);

/** The months of that number (`2025-11`) that the records reach into. */
function listMonths(cases: readonly DutyCase[], month: number): readonly string[] {
  const ending = `-${String(month).padStart(2, '0')}`;
  const months = cases.map(({ labelled }) => labelled.incident.date.slice(0, 7));
  return [...new Set(months)].filter((one) => one.endsWith(ending));
}

/** The school days of the month's term, as far as the records cover it: those of the month and the others. */
function listDays(
  month: string,
  calendar: SchoolCalendar,
  first: IsoDate,
  last: IsoDate,
): { readonly own: readonly IsoDate[]; readonly other: readonly IsoDate[] } {
  const term = calendar.terms.find(
    ({ start, end }) => start.slice(0, 7) <= month && month <= end.slice(0, 7),
  );
  if (term === undefined) return { own: [], other: [] };
  const from = term.start > first ? term.start : first;
  const to = term.end < last ? term.end : last;
  const days = listSchoolDays(calendar, from, to);
  return {
    own: days.filter((day) => day.startsWith(month)),
    other: days.filter((day) => !day.startsWith(month)),
  };
}

function judgeMonth(
  month: string,
  records: readonly DutyCase[],
  isNamed: boolean,
  question: string,
  context: DutyContext,
): DutyFinding | null {
  const [first, last] = [context.cases[0], context.cases.at(-1)];
  if (first === undefined || last === undefined) return null;
  const days = listDays(month, context.calendar, first.labelled.incident.date, last.labelled.incident.date);
  const count = (of: readonly IsoDate[]): number => {
    const wanted = new Set(of);
    return records.filter(({ labelled }) => wanted.has(labelled.incident.date)).length;
  };
  const [own, other] = [count(days.own), count(days.other)];
  const rate = (number: number, length: number): number => (length === 0 ? 0 : (WEEK * number) / length);
  const [now, usual] = [rate(own, days.own.length), rate(other, days.other.length)];
  const isRaised = own > 0 && now > usual;
  const said = `${month}: ${own} ${own === 1 ? 'record' : 'records'}, ${inOneDecimal(now)} a school week; ${inOneDecimal(usual)} in the rest of the term.`;
  const named = isNamed ? ' A record names what brought reports forward.' : '';
  return {
    status: isNamed ? 'met' : isRaised ? 'not_evidenced' : 'not_applicable',
    due: days.own.at(-1) ?? null,
    incident: null,
    pupils: [],
    message: `${said}${named || (isRaised ? ` ${question}` : '')}`,
  };
}

/**
 * Whether a month that may bring reports forward (an awareness week) had more of them a school week than the rest of
 * its term: then it is asked whether more was reported or more happened, unless a record says so. Never a breach.
 */
export const checkRaisedMonth: WholeCheck = (rule, cases, context) => {
  const about = cases.filter((one) => appliesTo(rule, one));
  const codes = (rule.needs ?? []).flatMap(({ any }) => any);
  return listMonths(about, rule.month ?? 0).flatMap((month) => {
    const isNamed = cases.some(
      ({ labelled, signs }) =>
        labelled.incident.date.startsWith(month) && codes.some((code) => signs.has(code)),
    );
    return judgeMonth(month, about, isNamed, rule.question ?? '', context) ?? [];
  });
};
