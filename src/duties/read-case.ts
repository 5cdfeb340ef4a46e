import type { Incident, Pupil, PupilKey } from '../incident/incident.ts';
import type { LabelledIncident } from '../incident/labelled-incident.ts';
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

function signsOfRecord(incident: Incident): readonly string[] {
  const pupils = incident.involvements.length;
  return [
    ...(incident.location === null ? [] : ['has.location']),
    ...(incident.narrative === '' ? [] : ['has.narrative']),
    ...(incident.action === '' ? [] : ['has.action']),
    ...(incident.involvements.some(({ yearGroup }) => yearGroup !== null) ? ['has.year_group'] : []),
    ...(pupils >= 2 ? ['has.two_pupils'] : []),
    ...(pupils >= 3 ? ['has.several_pupils'] : []),
  ];
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
  const signs = new Set<string>([...codes, ...signsOfRecord(incident)]);
  for (const act of acts) if (act.status === 'done') signs.add(act.code);
  for (const { pupil } of incident.involvements) {
    const known = context.pupils.get(pupil);
    const keys = [known?.upn ?? '', (known?.name ?? '').toLowerCase()];
    for (const key of keys) for (const sign of context.rollSigns.get(key) ?? []) signs.add(sign);
  }
  return {
    labelled,
    acts,
    signs,
    recorded: context.findCodes(incident),
    roles: readRoles(labelled),
  };
}
