const APOSTROPHES = /['’‘ʼ´`′]/gu;
/** The dot between two initials, as in `C.E.`, which many write as `CE`. */
const INITIALS = /(?<!\p{L})(\p{L})\.(?=\p{L}(?!\p{L}))/gu;

/**
 * What is the same for all spellings of one school's name: `St Mary's`, `St. Mary’s` and `ST MARYS` are one school.
 * Empty for a name that is blank. Every comparison of schools goes by this key, so that no two of them disagree.
 */
export function keyOfSchool(name: string): string {
  return name
    .normalize('NFKC')
    .toLowerCase()
    .replaceAll(APOSTROPHES, '')
    .replaceAll(INITIALS, '$1')
    .replaceAll(/[\s.,]+/gu, ' ')
    .trim();
}
