import { addDays } from '../calendar/iso-date.ts';
import type { SchoolCalendar } from '../calendar/school-calendar.ts';
import type { Incident, IsoDate, Pupil, PupilKey } from '../incident/incident.ts';
import type { LabelledIncident } from '../incident/labelled-incident.ts';
import { listActors } from '../incident/list-actors.ts';
import { readRoles } from '../incident/read-roles.ts';
import type { RollEntry } from '../incident/roll.ts';
import { readRecordedLength } from '../policy/read-exclusions.ts';
import type { Act } from './act.ts';
import type { DutyCase } from './duty-case.ts';
import type { RecordedCodes } from './recorded-codes.ts';
import type { RecordedFacts } from './recorded-facts.ts';

/** What the roll says of a pupil, and from which day to which where it does not always hold. */
interface RollSign {
  readonly sign: string;
  readonly from: IsoDate;
  readonly to: IsoDate;
}

/** The signs of each pupil on roll, by UPN and by name. */
type RollSigns = ReadonlyMap<string, readonly RollSign[]>;

const EHCP = /\behc|\bidp\b|^e$|statement/i;
const NO_NEED = /^(?:|n|no|none|no sen|no aln|not applicable|n\/a|0|-)$/i;
const YES = /^(?:y|yes|true|t|1|looked after|in care|cla|lac|eal)$/i;
/** The one group that is no minority, and what says nothing of a group. */
const MAJORITY =
  /^(?:$|wbri$|white[ -]+(?:british|english|welsh|scottish|northern irish)|refused|not |prefer not|unknown|info)/i;
/** Who starts later than this in a school year came in its course: month and day. */
const YEAR_BEGUN = '10-01';
/** Months and days before this one are the end of the year that began in autumn, whose starters join the next. */
const YEAR_ENDS = '07-15';
const A_YEAR = 365;

function isYes(cell: string | null): boolean {
  return YES.test((cell ?? '').trim());
}

function joinedInYear({ start }: RollEntry): readonly RollSign[] {
  const day = start?.slice(5) ?? '';
  if (start === null || (day >= YEAR_ENDS && day < YEAR_BEGUN)) return [];
  return [{ sign: 'roll.joined_in_year', from: start, to: addDays(start, A_YEAR) }];
}

function signsOfEntry(entry: RollEntry): readonly RollSign[] {
  const sen = (entry.sen ?? '').trim();
  const always = [
    ...(NO_NEED.test(sen) ? [] : ['roll.sen']),
    ...(EHCP.test(sen) ? ['roll.ehcp'] : []),
    ...(isYes(entry.lookedAfter) ? ['roll.looked_after'] : []),
    ...(isYes(entry.eal) ? ['roll.eal'] : []),
    ...(isYes(entry.pupilPremium) ? ['roll.pupil_premium'] : []),
    ...(MAJORITY.test((entry.ethnicity ?? '').trim()) ? [] : ['roll.minority_ethnic']),
  ];
  return [...always.map((sign) => ({ sign, from: '', to: '9999' })), ...joinedInYear(entry)];
}

/** The signs of each pupil on roll, by UPN and by name. */
export function readRollSigns(roll: readonly RollEntry[] | null): RollSigns {
  const signs = new Map<string, readonly RollSign[]>();
  for (const entry of roll ?? []) {
    const found = signsOfEntry(entry);
    for (const key of [entry.upn, entry.name.toLowerCase()]) {
      if (key !== null) signs.set(key, [...(signs.get(key) ?? []), ...found]);
    }
  }
  return signs;
}

function addSignsOfRecord(signs: Set<string>, incident: Incident): void {
  const pupils = incident.involvements.length;
  if (incident.location !== null) signs.add('has.location');
  if (incident.narrative !== '') signs.add('has.narrative');
  if (incident.action !== '') signs.add('has.action');
  if (incident.involvements.some(({ yearGroup }) => yearGroup !== null)) signs.add('has.year_group');
  if (pupils >= 2) signs.add('has.two_pupils');
  if (pupils >= 3) signs.add('has.several_pupils');
}

const NO_SIGNS: readonly string[] = [];

function signsOfRoll(rollSigns: RollSigns, known: Pupil | undefined, date: IsoDate): readonly string[] {
  if (known === undefined || rollSigns.size === 0) return NO_SIGNS;
  return [known.upn ?? '', known.name.toLowerCase()]
    .flatMap((key) => rollSigns.get(key) ?? [])
    .filter(({ from, to }) => from <= date && date <= to)
    .map(({ sign }) => sign);
}

/** The pupils of a record with their parts, read once for all duties. */
export function readPeople(
  labelled: LabelledIncident,
  known: ReadonlyMap<PupilKey, Pupil>,
): Pick<DutyCase, 'roles' | 'pupils' | 'labels' | 'actors'> {
  const roles = readRoles(labelled);
  const pupils = [...roles.keys()];
  return {
    roles,
    pupils,
    labels: pupils.map((key) => known.get(key)?.label ?? key),
    actors: listActors(labelled, roles),
  };
}

/** Who did it, as far as the record says; where it names nobody, all whose part it leaves open. */
function mayHaveDoneIt(pupil: PupilKey, { roles }: Pick<DutyCase, 'roles'>): boolean {
  const isNamed = [...roles.values()].includes('harming');
  return roles.get(pupil) === (isNamed ? 'harming' : 'unknown');
}

/** Puts together what the duties may ask of one record: its acts, and every sign that a rule may ask for. */
export function readCase(
  labelled: LabelledIncident,
  acts: readonly Act[],
  context: {
    readonly findCodes: RecordedCodes;
    readonly findFacts: RecordedFacts;
    readonly pupils: ReadonlyMap<PupilKey, Pupil>;
    readonly rollSigns: RollSigns;
    readonly calendar: SchoolCalendar;
  },
): DutyCase {
  const { incident, codes } = labelled;
  const signs = new Set<string>(codes);
  addSignsOfRecord(signs, incident);
  if (codes.has('exclusion.suspension') && readRecordedLength(labelled, context.calendar) !== null)
    signs.add('has.exclusion_days');
  let isAllDone = true;
  for (const act of acts) {
    if (act.status === 'done') signs.add(act.code);
    else isAllDone = false;
  }
  for (const code of context.findFacts(incident)) signs.add(code);
  const people = readPeople(labelled, context.pupils);
  for (const { pupil } of incident.involvements) {
    const own = signsOfRoll(context.rollSigns, context.pupils.get(pupil), incident.date);
    for (const sign of own) signs.add(sign);
    if (own.includes('roll.ehcp') && mayHaveDoneIt(pupil, people)) signs.add('roll.ehcp_harming');
  }
  return {
    labelled,
    acts,
    signs,
    touched: isAllDone ? signs : new Set([...signs, ...acts.map(({ code }) => code)]),
    recorded: context.findCodes(incident),
    ...people,
  };
}
