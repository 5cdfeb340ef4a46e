import type { Incident, Pupil, PupilKey } from '../incident/incident.ts';
import type { LabelledIncident } from '../incident/labelled-incident.ts';
import { listActors } from '../incident/list-actors.ts';
import { readRoles } from '../incident/read-roles.ts';
import type { RollEntry } from '../incident/roll.ts';
import type { Act } from './act.ts';
import type { DutyCase } from './duty-case.ts';
import type { RecordedCodes } from './recorded-codes.ts';

/** What the roll says of a pupil, as signs. */
type RollSigns = ReadonlyMap<string, readonly string[]>;

const EHCP = /\behc|\bidp\b|^e$|statement/i;
const NO_NEED = /^(?:|n|no|none|no sen|no aln|not applicable|n\/a|0|-)$/i;
const YES = /^(?:y|yes|true|1|looked after|in care|cla|lac)$/i;

function signsOfEntry(entry: RollEntry): readonly string[] {
  const sen = (entry.sen ?? '').trim();
  const isEhcp = EHCP.test(sen);
  return [
    ...(NO_NEED.test(sen) ? [] : ['roll.sen']),
    ...(isEhcp ? ['roll.ehcp'] : []),
    ...(YES.test((entry.lookedAfter ?? '').trim()) ? ['roll.looked_after'] : []),
  ];
}

/** The signs of each pupil on roll, by UPN and by name. */
export function readRollSigns(roll: readonly RollEntry[] | null): RollSigns {
  const signs = new Map<string, readonly string[]>();
  for (const entry of roll ?? []) {
    const found = signsOfEntry(entry);
    for (const key of [entry.upn, entry.name.toLowerCase()]) {
      if (key !== null) signs.set(key, [...new Set([...(signs.get(key) ?? []), ...found])]);
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

function addSignsOfRoll(signs: Set<string>, rollSigns: RollSigns, known: Pupil | undefined): void {
  if (known === undefined || rollSigns.size === 0) return;
  for (const key of [known.upn ?? '', known.name.toLowerCase()])
    for (const sign of rollSigns.get(key) ?? []) signs.add(sign);
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

/** Puts together what the duties may ask of one record: its acts, and every sign that a rule may ask for. */
export function readCase(
  labelled: LabelledIncident,
  acts: readonly Act[],
  context: {
    readonly findCodes: RecordedCodes;
    readonly pupils: ReadonlyMap<PupilKey, Pupil>;
    readonly rollSigns: RollSigns;
  },
): DutyCase {
  const { incident, codes } = labelled;
  const signs = new Set<string>(codes);
  addSignsOfRecord(signs, incident);
  for (const act of acts) if (act.status === 'done') signs.add(act.code);
  for (const { pupil } of incident.involvements)
    addSignsOfRoll(signs, context.rollSigns, context.pupils.get(pupil));
  return {
    labelled,
    acts,
    signs,
    recorded: context.findCodes(incident),
    ...readPeople(labelled, context.pupils),
  };
}
