/** Stands before the names of a school's own rules, so that they are known in `explain` and clash with none of ours. */
export const OWN_RULE = 'school.';
