const APOSTROPHES = /['’‘ʼ´`′]/gu;
/** The dot between two initials, as in `C.E.`, which many write as `CE`. */
const INITIALS = /(?<!\p{L})(\p{L})\.(?=\p{L}(?!\p{L}))/gu;

/** `C of E`, `CofE` and `CE`, once their dots are gone. */
const CHURCH = /\b(?:c of e|cofe|coe|church of england)\b/gu;

/**
 * What is the same for all spellings of one school's name: `St Mary's`, `St. Mary’s` and `ST MARYS` are one school,
 * and so are `Saint Mary's` and `C of E` written out.
 * Empty for a name that is blank. Every comparison of schools goes by this key, so that no two of them disagree.
 */
export function keyOfSchool(name: string): string {
  return name
    .normalize('NFKC')
    .toLowerCase()
    .replaceAll(APOSTROPHES, '')
    .replaceAll(INITIALS, '$1')
    .replaceAll('&', ' and ')
    .replaceAll(/[\s.,]+/gu, ' ')
    .replaceAll(/\bsaint\b/gu, 'st')
    .replaceAll(CHURCH, 'ce')
    .trim();
}
