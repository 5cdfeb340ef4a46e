import type { RowPupil } from './row-pupil.ts';

/** Rows of one pupil in one class share one list, since a pupil comes again and again. */
export function openSharedLists(): (pupil: RowPupil) => readonly RowPupil[] {
  const lists: (readonly RowPupil[])[][] = [];
  return (pupil) => {
    let known = lists[pupil.naming];
    if (known === undefined) {
      known = [];
      lists[pupil.naming] = known;
    }
    for (const list of known) {
      const [one] = list;
      const isSame =
        one?.yearGroup === pupil.yearGroup &&
        one.className === pupil.className &&
        one.role === pupil.role &&
        one.origin === pupil.origin &&
        one.points === pupil.points;
      if (isSame) return list;
    }
    const list = [pupil];
    known.push(list);
    return list;
  };
}
