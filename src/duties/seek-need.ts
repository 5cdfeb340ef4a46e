import type { IsoDate } from '../incident/incident.ts';
import type { DutyNeed } from '../policy/duty-rule.ts';
import { titleOfFact } from '../policy/facts.ts';
import { findDeadline, nameClock, sayDay } from './clock.ts';
import type { DutyCase, DutyContext } from './duty-case.ts';
import type { DutyStatus } from './duty-row.ts';
import { findLaterRecord } from './find-later-record.ts';
import { findReturnDay } from './find-return-day.ts';
import { isFor } from './is-for.ts';
import { isAnyAction } from './judge-acts.ts';
import { listFamilies, shownTo } from './list-families.ts';
import { listShown, type Shown } from './list-shown.ts';

/** What became of one follow-up. */
export interface SoughtNeed {
  readonly status: Exclude<DutyStatus, 'not_applicable'>;
  readonly due: IsoDate | null;
  readonly done: IsoDate | null;
  readonly say: string;
  /** Why, as the end of a sentence. */
  readonly why: string;
  /** Set where the record says nothing of it: the same for all such records of a day. */
  readonly isSilent: boolean;
}

/** What a follow-up is called in a message. */
export function sayNeed(need: DutyNeed): string {
  return need.say ?? need.any.map(titleOfFact).join(' or ');
}

/** Where any action will do, none is denied by one that was left out. */
function isDenied(need: DutyNeed, one: DutyCase): boolean {
  if (need.any.some(isAnyAction)) return false;
  const denials = [...need.any, ...(need.denied_by ?? [])];
  return one.acts.some(
    (act) => act.status === 'not_done' && denials.includes(act.code) && isFor(need.to, act, one),
  );
}

/** What was done for one of two (`DSL told of the first hold`) makes nothing good that was left out for the other. */
function isDeniedForSecond(need: DutyNeed, one: DutyCase): boolean {
  return one.acts.some(
    ({ status, code, isOfSecond }) => isOfSecond === true && status === 'not_done' && need.any.includes(code),
  );
}

function judge(
  shown: readonly Shown[],
  due: IsoDate | null,
  denied: boolean,
  deniedForSecond: boolean,
): Omit<SoughtNeed, 'say' | 'due' | 'isSilent'> {
  if (deniedForSecond)
    return { status: 'not_met', done: null, why: 'the record says that it was not done each time' };
  let best: Shown | undefined;
  let late: IsoDate | undefined;
  for (const one of shown) {
    const isInTime = due === null || (one.date !== null && one.date <= due);
    if (isInTime && (best === undefined || (one.date ?? '9') < (best.date ?? '9'))) best = one;
    if (one.isDated && one.date !== null && (late === undefined || one.date < late)) late = one.date;
  }
  if (best !== undefined) {
    return {
      status: 'met',
      done: best.isDated || due !== null ? best.date : null,
      why: best.isDated || due === null ? '' : 'undated, taken as done by the day of entry',
    };
  }
  if (late !== undefined) return { status: 'not_met', done: late, why: `done on ${sayDay(late)}, too late` };
  if (denied) return { status: 'not_met', done: null, why: 'the record says that it was not done' };
  if (shown.length > 0)
    return { status: 'not_evidenced', done: null, why: 'done, but the record does not say when' };
  return { status: 'not_evidenced', done: null, why: '' };
}

const RANK = { met: 0, not_evidenced: 1, not_met: 2 } as const;

function saySilence(need: DutyNeed, one: DutyCase): string {
  const acts = one.acts.filter((act) => need.any.includes(act.code));
  if (acts.some(({ status }) => status === 'attempted')) return 'tried without reaching anyone';
  if (acts.some(({ status }) => status === 'planned')) return 'planned, not shown as done';
  if (need.logged === true && acts.some(({ status }) => status === 'done'))
    return 'told in the details, not logged among the actions';
  return 'not shown';
}

/** What a follow-up is called with its deadline and the calendar that was used. */
function sayAsked(need: DutyNeed, due: IsoDate | null, context: DutyContext): string {
  if (due === null) return sayNeed(need);
  const clock =
    need.within === undefined || need.within === 0 ? '' : ` (${nameClock(need.days ?? 'working', context)})`;
  return `${sayNeed(need)} by ${sayDay(due)}${clock}`;
}

type Judged = ReturnType<typeof judge> & { readonly name: string };

/** Why a follow-up is not shown: for each family that lacks it, once each. */
function giveReasons(judged: readonly Judged[], worst: SoughtNeed['status'], silence: () => string): string {
  if (worst === 'met') return judged.find(({ why }) => why !== '')?.why ?? '';
  const reasons = judged
    .filter(({ status }) => status === worst)
    .map(({ name, why }) => [name, why || silence()].filter(Boolean).join(': '));
  return [...new Set(reasons)].join('; ');
}

/** Whether a record holds nothing at all of a follow-up: then all that counts is its day. */
function isSilent(need: DutyNeed, one: DutyCase): boolean {
  if (need.of !== undefined || need.to !== undefined || need.not_before !== undefined) return false;
  if (need.or_later === true) return false;
  for (const code of need.any) if (one.signs.has(code)) return false;
  for (const { code } of one.acts)
    if (need.any.includes(code) || need.denied_by?.includes(code) === true) return false;
  return true;
}

/** What silence says, by need and day: most records are silent of most duties, and it is said once for all of them. */
const silences = new WeakMap<DutyContext, Map<DutyNeed, Map<IsoDate, SoughtNeed>>>();

function openSilences(need: DutyNeed, context: DutyContext): Map<IsoDate, SoughtNeed> {
  let byNeed = silences.get(context);
  if (byNeed === undefined) {
    byNeed = new Map();
    silences.set(context, byNeed);
  }
  let byDay = byNeed.get(need);
  if (byDay === undefined) {
    byDay = new Map();
    byNeed.set(need, byDay);
  }
  return byDay;
}

/** Looks for one follow-up in the words of a record, with its deadline and whose family it must reach. */
export function seekNeed(need: DutyNeed, one: DutyCase, context: DutyContext): SoughtNeed {
  if (need.or_later === true) return seekHereOrLater(need, one, context);
  if (!isSilent(need, one)) return seekInWords(need, one, context);
  const byDay = openSilences(need, context);
  const { date } = one.labelled.incident;
  let sought = byDay.get(date);
  if (sought === undefined) {
    sought = { ...seekInWords(need, one, context), isSilent: true };
    byDay.set(date, sought);
  }
  return sought;
}

/** The day behind the incident on which what a deadline hangs on was done, by the words; null where they name none. */
function findDayOf(codes: readonly string[], { acts, labelled }: DutyCase): IsoDate | null {
  let day: IsoDate | null = null;
  for (const { code, status, date } of acts) {
    if (!codes.includes(code) || status === 'not_done' || date === null) continue;
    if (date > labelled.incident.date && (day === null || date < day)) day = date;
  }
  return day;
}

/** The last day of a follow-up. One that hangs on the day of something else is held against days that are named only. */
function findDue(
  need: DutyNeed,
  one: DutyCase,
  shown: readonly Shown[],
  context: DutyContext,
): IsoDate | null {
  if (need.by !== undefined) return shown.some(({ isDated }) => isDated) ? findDayOf(need.by, one) : null;
  if (need.within === undefined) return null;
  return findDeadline(one.labelled.incident.date, need.within, need.days ?? 'working', context);
}

/** The day before which a follow-up is not yet due, where that day has not come; null where it is due. */
function findOpening(need: DutyNeed, one: DutyCase, context: DutyContext): IsoDate | null {
  if (need.not_before === undefined) return null;
  const day = findDayOf(need.not_before, one) ?? findReturnDay(one, context);
  return day !== null && day >= context.asAt ? day : null;
}

/** What this record does not show may be a record of its own: a meeting on return is logged on the day it was held. */
function seekHereOrLater(need: DutyNeed, one: DutyCase, context: DutyContext): SoughtNeed {
  const here = seekInWords(need, one, context);
  if (here.status === 'met') return here;
  const later = here.status === 'not_evidenced' ? findLaterRecord(need, one, context) : null;
  if (later === null) return here;
  const done = later.labelled.incident.date;
  const due = need.by === undefined ? null : (findDayOf(need.by, one) ?? null);
  const why = `in the record of ${sayDay(done)}`;
  if (due !== null && done > due) return { ...here, status: 'not_met', due, done, why: `${why}, too late` };
  return { ...here, status: 'met', due: null, done, why };
}

function seekInWords(need: DutyNeed, one: DutyCase, context: DutyContext): SoughtNeed {
  const shown = listShown(need, one);
  const due = findDue(need, one, shown, context);
  const denials = [isDenied(need, one), isDeniedForSecond(need, one)] as const;
  const families = need.of === undefined ? [] : listFamilies(need, one, context);
  const isOnly = families.length === 1;
  const judged: readonly Judged[] =
    families.length === 0
      ? [{ name: '', ...judge(shown, due, ...denials) }]
      : families.map((family) => ({
          name: family.name,
          ...judge(shownTo(family, shown, isOnly), due, ...denials),
        }));
  let worst: SoughtNeed['status'] = 'met';
  let done: IsoDate | null = null;
  for (const each of judged) {
    if (RANK[each.status] > RANK[worst]) worst = each.status;
    if (each.done !== null && (done === null || each.done > done)) done = each.done;
  }
  const isUnderWay = (): boolean =>
    one.acts.some(({ code, status }) => status !== 'done' && need.any.includes(code));
  const silentFault =
    worst === 'not_evidenced' && shown.length === 0 && need.missing === 'not_met' && !isUnderWay();
  const status = silentFault ? 'not_met' : worst;
  const opening = worst === 'not_evidenced' && shown.length === 0 ? findOpening(need, one, context) : null;
  return {
    status,
    due: due ?? opening,
    done: worst === 'met' || status === 'not_met' ? done : null,
    say: sayAsked(need, due, context),
    why: giveReasons(judged, worst, () =>
      opening !== null
        ? `not due before ${sayDay(opening)}`
        : due !== null && due >= context.asAt
          ? 'not yet due'
          : saySilence(need, one),
    ),
    isSilent: false,
  };
}
