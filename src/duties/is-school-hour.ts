/** Minutes of the day between which a child who is collected goes home early: nine, and a quarter to three. */
const [OPENS, ENDS] = [9 * 60, 14 * 60 + 45] as const;

/** Hours before this one are of the afternoon: `collected at 1.30`. */
const FIRST_OF_MORNING = 8;

/** Behind a number that is no hour: `ten past`, `at 10 to 3`. */
const MINUTES = /^(?:past|to|min|mins|minutes?)$/i;

/** Whether a time of the clock, as staff write it (`12`, `12.30`, `1:15`), is one at which lessons still go on. */
export function isSchoolHour(written: string, behind = ''): boolean {
  if (MINUTES.test(behind)) return false;
  const [, hours, minutes] = /^(\d{1,2})(?:[.:](\d{2}))?$/.exec(written) ?? [];
  if (hours === undefined) return false;
  const hour = Number(hours) < FIRST_OF_MORNING ? Number(hours) + 12 : Number(hours);
  const time = hour * 60 + Number(minutes ?? 0);
  return Number(minutes ?? 0) < 60 && time >= OPENS && time < ENDS;
}
