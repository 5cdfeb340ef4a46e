import type { PairRecord } from './pair-record.ts';
import type { SchoolRecord } from './school-record.ts';

/** Chances of being the other child in a pupil's incident. */
export interface YearMates {
  /** Children of the pupil's year group other than the pupil: how many pairs could have been found. */
  readonly countFor: (actor: number) => number;
  /** Probability that the other child of one of the actor's incidents is this one; 0 outside the year group. */
  readonly shareOf: (actor: number, other: number) => number;
  /** How much a pair counts in the family of tests, by class alone; mean 1 over an actor's year-mates. */
  readonly weightOf: (actor: number, other: number) => number;
}

/** What every child has beside what others' records say, so that a child never named before is not impossible. */
const BASE = 0.5;

interface Group {
  members: number;
  weight: number;
}

/**
 * Works out, for one academic year, how likely each year-mate is to be the other child of a pupil's incident.
 *
 * A child's weight is how often others named them, plus the class mean, plus a half. The school's own share of
 * same-class pairs divides the chance between the pupil's class and the rest of the year group.
 */
export function yearMatesOf(record: SchoolRecord, gathered: PairRecord): YearMates {
  const at = record.years.indexOf(gathered.year);
  const placeOf = (pupil: number) => record.pupils[pupil]?.years[at] ?? null;
  const named = new Map<number, number>();
  const namedBy = new Map<number, number>();
  const pairKey = (actor: number, other: number) => actor * record.pupils.length + other;
  let [sameClass, sameYear] = [0, 0];
  for (const { actor, other, days } of gathered.pairs) {
    named.set(other, (named.get(other) ?? 0) + days.length);
    namedBy.set(pairKey(actor, other), days.length);
    const [one, two] = [placeOf(actor), placeOf(other)];
    if (one === null || two === null || one.yearGroupId !== two.yearGroupId) continue;
    sameYear += days.length;
    if (one.classId === two.classId) sameClass += days.length;
  }
  const shareOfClass = sameYear > 0 ? Math.min(0.95, Math.max(0.05, sameClass / sameYear)) : 0.5;
  const classes = new Map<number, Group>();
  const years = new Map<number, Group>();
  const classKey = (place: { readonly yearGroupId: number; readonly classId: number }) =>
    (place.yearGroupId + 1) * (record.classes.length + 1) + place.classId + 1;
  record.pupils.forEach((_, pupil) => {
    const place = placeOf(pupil);
    if (place === null) return;
    const group = classes.get(classKey(place)) ?? { members: 0, weight: 0 };
    group.members += 1;
    group.weight += named.get(pupil) ?? 0;
    classes.set(classKey(place), group);
  });
  const base = (place: { readonly yearGroupId: number; readonly classId: number }): number => {
    const group = classes.get(classKey(place));
    return BASE + (group === undefined ? 0 : group.weight / group.members);
  };
  record.pupils.forEach((_, pupil) => {
    const place = placeOf(pupil);
    if (place === null) return;
    const group = years.get(place.yearGroupId) ?? { members: 0, weight: 0 };
    group.members += 1;
    group.weight += (named.get(pupil) ?? 0) + base(place);
    years.set(place.yearGroupId, group);
  });
  const classWeight = (place: { readonly yearGroupId: number; readonly classId: number }): number => {
    const group = classes.get(classKey(place));
    return group === undefined ? 0 : group.weight + group.members * base(place);
  };
  const byActor = namesOfActors(gathered);
  const weightOf = (actor: number, other: number): number => {
    const [mine, theirs] = [placeOf(actor), placeOf(other)];
    if (mine === null || theirs === null || mine.yearGroupId !== theirs.yearGroupId) return 0;
    const inClass = (classes.get(classKey(mine))?.members ?? 1) - 1;
    const mates = (years.get(mine.yearGroupId)?.members ?? 1) - 1;
    if (inClass === 0 || inClass === mates) return 1;
    return classKey(mine) === classKey(theirs)
      ? (shareOfClass * mates) / inClass
      : ((1 - shareOfClass) * mates) / (mates - inClass);
  };
  return {
    weightOf,
    countFor: (actor) => Math.max(0, (years.get(placeOf(actor)?.yearGroupId ?? -2)?.members ?? 0) - 1),
    shareOf: (actor, other) => {
      const [mine, theirs] = [placeOf(actor), placeOf(other)];
      if (mine === null || theirs === null || mine.yearGroupId !== theirs.yearGroupId) return 0;
      const weight = (pupil: number, place: NonNullable<typeof mine>): number =>
        (named.get(pupil) ?? 0) - (namedBy.get(pairKey(actor, pupil)) ?? 0) + base(place);
      // The actor's own naming is taken out of every weight, and the actor out of the sums.
      let [ownInClass, ownElsewhere] = [0, 0];
      for (const [named, days] of byActor.get(actor) ?? []) {
        const place = placeOf(named);
        if (place === null || place.yearGroupId !== mine.yearGroupId) continue;
        if (place.classId === mine.classId) ownInClass += days;
        else ownElsewhere += days;
      }
      const inClass = classWeight(mine) - ownInClass - weight(actor, mine);
      const inYear = years.get(mine.yearGroupId)?.weight ?? 0;
      const elsewhere = inYear - classWeight(mine) - ownElsewhere;
      const same = mine.classId === theirs.classId;
      const part = elsewhere <= 0 ? 1 : inClass <= 0 ? 0 : shareOfClass;
      const total = same ? inClass : elsewhere;
      return total > 0 ? Math.min(1, ((same ? part : 1 - part) * weight(other, theirs)) / total) : 0;
    },
  };
}

function namesOfActors(gathered: PairRecord): ReadonlyMap<number, readonly (readonly [number, number])[]> {
  const found = new Map<number, [number, number][]>();
  for (const { actor, other, days } of gathered.pairs) {
    const list = found.get(actor);
    if (list === undefined) found.set(actor, [[other, days.length]]);
    else list.push([other, days.length]);
  }
  return found;
}
