import { basename } from 'node:path';
import { TermwiseError } from '../errors.ts';
import type { IsoDate, Pupil } from '../incident/incident.ts';
import type { ImportOptions } from './import-exports.ts';
import { markFile } from './mark-file.ts';
import { parsePupilName } from './pupil-name.ts';
import { type Kept, putInPlace, readRegister } from './register-file.ts';

/** An incident named in what was removed: never its words. */
export interface RemovedRecord {
  readonly id: string;
  readonly date: IsoDate;
}

/** What was removed from the register. */
export interface RegisterRemoval {
  /** Incidents that are gone. */
  readonly removed: readonly RemovedRecord[];
  /** Incidents that stay, because others are in them, without the pupil. */
  readonly takenOutOf: readonly RemovedRecord[];
  /** Incidents that stay and whose words still name the pupil. */
  readonly stillNamed: readonly RemovedRecord[];
  /** Incidents in the register now. */
  readonly remaining: number;
}

const NOT_OURS = 'Give a register that `termwise import` made: nothing is removed from any other file.';

function name({ id, date }: Kept): RemovedRecord {
  return { id, date };
}

function withoutPupil(incident: Kept, key: string): Kept {
  const kept = incident.involvements.map((involvement) => involvement.pupil !== key);
  return {
    ...incident,
    involvements: incident.involvements.filter((_, index) => kept[index]),
    updates: incident.updates.filter((_, index) => kept[index]),
  };
}

/** Removes from the register what retention asks for: all incidents before a day. */
export async function forgetBefore(
  path: string,
  before: IsoDate,
  options: ImportOptions,
): Promise<RegisterRemoval> {
  const mark = await markFile(path);
  const read = await readRegister(path, options, NOT_OURS);
  const incidents = read.incidents.filter((incident) => incident.date >= before);
  await putInPlace(path, { ...read, incidents }, mark);
  return {
    removed: read.incidents.filter((incident) => incident.date < before).map(name),
    takenOutOf: [],
    stillNamed: [],
    remaining: incidents.length,
  };
}

/** Finds a name as whole words, whatever its case. */
function matcherOf(words: string): RegExp {
  const escaped = words.replaceAll(/[.*+?^${}()|[\]\\]/g, '\\$&').replaceAll(' ', '\\s+');
  return new RegExp(`(?<![\\p{L}\\p{N}])${escaped}(?![\\p{L}\\p{N}])`, 'iu');
}

/**
 * Removes one pupil, given by name or UPN, from the register. An incident that involves others stays without
 * them, and its words may still name the pupil, as may those of incidents the pupil had no part in: `stillNamed`
 * says which. Throws a TermwiseError when nobody or more than one pupil answers to the name.
 */
export async function forgetPupil(
  path: string,
  wanted: string,
  options: ImportOptions,
): Promise<RegisterRemoval> {
  const mark = await markFile(path);
  const read = await readRegister(path, options, NOT_OURS);
  const pupil = findPupil(basename(path), wanted, [...read.pupils.values()]);
  const whole = matcherOf(pupil.name);
  const forename = matcherOf(pupil.name.split(' ')[0] ?? pupil.name);
  const removed: RemovedRecord[] = [];
  const takenOutOf: RemovedRecord[] = [];
  const stillNamed: RemovedRecord[] = [];
  const incidents: Kept[] = [];
  for (const incident of read.incidents) {
    const without = withoutPupil(incident, pupil.key);
    const wasIn = without.involvements.length < incident.involvements.length;
    if (without.involvements.length === 0) {
      removed.push(name(incident));
      continue;
    }
    incidents.push(without);
    if (wasIn) takenOutOf.push(name(incident));
    const words = `${incident.text.narrative} ${incident.text.action}`;
    if ((wasIn ? forename : whole).test(words)) stillNamed.push(name(incident));
  }
  await putInPlace(path, { ...read, incidents }, mark);
  return { removed, takenOutOf, stillNamed, remaining: incidents.length };
}

function findPupil(file: string, wanted: string, pupils: readonly Pupil[]): Pupil {
  const { key } = parsePupilName(wanted);
  const upn = wanted.trim().toUpperCase();
  const found = pupils.filter(
    (pupil) => pupil.upn === upn || pupil.label === wanted || parsePupilName(pupil.name).key === key,
  );
  const [only] = found;
  if (only !== undefined && found.length === 1) return only;
  const all = found
    .map((pupil) => pupil.label)
    .sort()
    .join('; ');
  throw new TermwiseError(
    'usage',
    only === undefined
      ? `${file} holds no pupil named "${wanted}".`
      : `${file} holds ${found.length} pupils named "${wanted}": ${all}.`,
    'Give the name as the register has it, or the UPN.',
  );
}
