import { findSeen, type Matching } from './find-seen.ts';
import { type HeldIncident, rowsOf } from './held-incident.ts';

/** An id that was made of a record's own words, here or in a register. */
const MADE = /^~[0-9a-f]{12}$/;

/**
 * Puts incidents without a number of their own into those of another file that have one and the same words: the same
 * records, exported once with and once without the column of their numbers, would else count twice. A made id of a
 * register goes on where a later version makes another of the same words. Never within one file, whose rows without a
 * number are records of their own.
 */
export function foldUnnumbered<T>(incidents: Map<string, HeldIncident<T>>, by: Matching): void {
  const made = [...incidents.values()].filter(({ id }) => MADE.test(id));
  if (!by.several || made.length === 0) return;
  const targets = indexTargets(incidents, by);
  // By the rows they had of their own: each pupil's row of one incident may join it.
  const files = new Map([...targets.values()].map((each) => [each, listFiles(each)]));
  for (const one of made) {
    const target = targets.get(one.first.words);
    if (
      target === undefined ||
      target === one ||
      target.date !== one.date ||
      rowsOf(one).some(({ file }) => files.get(target)?.has(file)) ||
      !isBetter(target, one, by)
    )
      continue;
    join(target, one, by);
    incidents.delete(one.id);
  }
}

/** Of the incidents with the same words the one that others join: one with a number, else the register's. */
function indexTargets<T>(
  incidents: ReadonlyMap<string, HeldIncident<T>>,
  by: Matching,
): ReadonlyMap<number, HeldIncident<T>> {
  const targets = new Map<number, HeldIncident<T>>();
  for (const incident of incidents.values()) {
    for (const { words } of rowsOf(incident)) {
      const known = targets.get(words);
      if (words !== 0 && (known === undefined || isBetter(incident, known, by))) targets.set(words, incident);
    }
  }
  return targets;
}

function isBetter<T>(one: HeldIncident<T>, other: HeldIncident<T>, by: Matching): boolean {
  const rank = ({ id, first }: HeldIncident<T>): number =>
    MADE.test(id) ? (first.file === by.register ? 1 : 2) : 0;
  return rank(one) < rank(other) || (rank(one) === 0 && rank(other) === 0 && one.id < other.id);
}

function listFiles<T>(incident: HeldIncident<T>): ReadonlySet<number> {
  return new Set(rowsOf(incident).map(({ file }) => file));
}

/** The rows of one become rows of the other, by the rules for rows that share an id. */
function join<T>(target: HeldIncident<T>, one: HeldIncident<T>, by: Matching): void {
  for (const row of rowsOf(one)) {
    const seen = findSeen(target, row, by);
    row.isCopy ||= seen === 'export';
    row.isHeld ||= seen === 'register';
    target.later ??= [];
    target.later.push(row);
  }
  const isLater = one.updated > target.updated || (one.updated === target.updated && one.file > target.file);
  if (!isLater) return;
  const {
    id: _id,
    school: _school,
    schoolKey: _key,
    first: _first,
    later: _later,
    seen: _seen,
    ...told
  } = one;
  Object.assign(target, told);
}
