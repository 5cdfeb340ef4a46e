/**
 * How much of a group's record comes from few pupils: the sum of squared shares, less what chance adds; 0 when evenly
 * spread, near 1 when it is one pupil. One busy pupil's ordinary ups and downs move the whole group. `pupils` says
 * whose each record is.
 */
export function concentrationOf(pupils: readonly number[]): number {
  if (pupils.length === 0) return 0;
  const counts = new Map<number, number>();
  for (const pupil of pupils) counts.set(pupil, (counts.get(pupil) ?? 0) + 1);
  let squares = 0;
  for (const count of counts.values()) squares += count * count;
  return Math.max(0, squares - pupils.length) / (pupils.length * pupils.length);
}
