import type { IsoDate, PupilKey } from '../incident/incident.ts';
import type { DutyNeed } from '../policy/duty-rule.ts';
import { titleOfFact } from '../policy/facts.ts';
import { findDeadline, nameClock, sayDay } from './clock.ts';
import type { DutyCase, DutyContext } from './duty-case.ts';
import type { DutyStatus } from './duty-row.ts';
import { findMissed } from './find-missed.ts';
import { findReturnDay } from './find-return-day.ts';
import { isFor } from './is-for.ts';

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

/** A family that must be told, and what the record calls it. */
interface Family {
  readonly marks: readonly string[];
  readonly name: string;
}

/** What a follow-up is called in a message. */
export function sayNeed(need: DutyNeed): string {
  return need.say ?? need.any.map(titleOfFact).join(' or ');
}

/** Days on which something shown was done: a day that the words give, else the day the record was entered. */
interface Shown {
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

function listShown(need: DutyNeed, one: DutyCase): readonly Shown[] {
  const { date, recordedDate } = one.labelled.incident;
  const shown: Shown[] = [];
  for (const act of one.acts) {
    if (act.status !== 'done' || !need.any.includes(act.code)) continue;
    if (need.logged === true && act.field !== 'action') continue;
    if (act.date !== null && act.date < date) continue;
    if (!isFor(need.to, act, one)) continue;
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

function isDenied(need: DutyNeed, one: DutyCase): boolean {
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

/** The fact that says of a child who is not linked. */
export const OTHER_CHILD = 'other_child';

/** Where staff alone were the target there is no other child, and no second family. */
function isTowardsStaffOnly({ signs }: DutyCase): boolean {
  const isTowardsStaff = signs.has('staff.physical') || signs.has('staff.verbal');
  return isTowardsStaff && !signs.has('child_on_child') && !signs.has(OTHER_CHILD);
}

/** The pupils whose families a need is about; witnesses are not. */
function listFamilies(need: DutyNeed, one: DutyCase, context: DutyContext): readonly Family[] {
  const name = (key: PupilKey): string => context.pupils.get(key)?.label ?? key;
  const all = [...one.roles].filter(([, role]) => role !== 'witness');
  const wanted = need.of === 'both' ? all : all.filter(([, role]) => role === need.of || role === 'unknown');
  const isUnsaid = wanted.length === 2 && wanted.every(([, role]) => role === 'unknown');
  const families = wanted.map(
    ([key, role], index): Family => ({
      // Two pupils whose parts are not said: `victim's mum` and `perpetrator's mum` are still two families.
      marks: [key, 'both', isUnsaid ? (index === 0 ? 'harmed' : 'harming') : role],
      name: `the family of ${name(key)}`,
    }),
  );
  if (need.of !== 'both' || families.length !== 1 || isTowardsStaffOnly(one)) return families;
  return [...families, { marks: ['both', '?'], name: 'the family of the other child, who is not linked' }];
}

function isOf({ marks }: Family, mark: string): boolean {
  return marks.includes(mark) || (marks.includes('?') && mark.startsWith('?'));
}

/** The acts that reached a family. With one family only, an act that names none reached it. */
function shownTo(family: Family, shown: readonly Shown[], isOnly: boolean): readonly Shown[] {
  return shown.filter(
    ({ families, missed }) =>
      (isOnly && families.length === 0) ||
      families.some((mark) =>
        mark === 'both' && missed.some((name) => isOf(family, name)) ? false : isOf(family, mark),
      ),
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
