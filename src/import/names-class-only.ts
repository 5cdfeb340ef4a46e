const BEHIND = /\b(?:class|form|year group)\W*$/i;
const JOINED = /[&+/]|\band\b/i;

/**
 * Whether a column name speaks of a pupil's class alone: `Student Form`, `Pupil 2 Class`, where `Student & Form` holds the
 * name too. Names of columns are compared without such signs, so that both look alike.
 */
export function namesClassOnly(header: string): boolean {
  return BEHIND.test(header) && !JOINED.test(header);
}
