const TITLE = /(?:^|,\s*)(?:mr|mrs|ms|miss|mx|sir|dr)\b\.?\s*\p{L}/iu;
const WORDS =
  'staff|staff members?|members? of staff|(?:class |supply |cover )?teachers?|teaching assistants?|tas?|ltas?|hltas?|lsas?|head ?teacher|headteachers?|adults?|support staff|lunchtime (?:staff|supervisors?)|midday (?:staff|supervisors?)|msas?';
const STAFF = new RegExp(
  `^(?:(?:a|an|the|all|other|\\d+)\\s+)?(?:${WORDS})$|[([]\\s*(?:${WORDS})\\s*[)\\]]$`,
  'i',
);

/** Whether a part of an incident is told of somebody who works in the school: `Staff`, `Mrs Dunn`, `P Box (teacher)`. */
export function isStaffName(text: string): boolean {
  const name = text.trim().slice(0, 300);
  return STAFF.test(name) || TITLE.test(name);
}

/** Whether a name stands for staff without naming anybody: `Staff`, `A member of staff`, `P Box (teacher)`. No pupil is called so. */
export function isStaffWord(text: string): boolean {
  return STAFF.test(text.trim().slice(0, 300));
}
