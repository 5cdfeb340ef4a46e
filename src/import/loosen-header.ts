/** Words that a school puts into a column name or leaves out at will. */
const SMALL_WORDS: ReadonlySet<string> = new Set(
  'a an the of to on in for did it was is were please enter select your their'.split(' '),
);

/** `Your name` asks for the person who writes, so that here `your` is no small word. */
const WRITER =
  /\byour (?=(?:full |first |last )?(?:name|forename|surname|initials|role|job|e-?mail|class|form|year)\b)/g;

/** `Pupil's`, `Pupils'` and `Pupil(s)` all become `pupil`, `Categories` and `Category(s)` both `category`. */
function singular(word: string): string {
  if (word === 'children') return 'child';
  if (word.length < 4 || word.endsWith('ss') || word.endsWith('us')) return word;
  if (word.endsWith('ies')) return `${word.slice(0, -3)}y`;
  return word.endsWith('s') ? word.slice(0, -1) : word;
}

/** Longer text is no column name, and slow to try. */
const LONGEST = 200;

/** The words of a column name in lower case, singular, without its number in a form, hints in brackets and small words. */
export function headerWords(header: string): readonly string[] {
  if (header.length > LONGEST) return [];
  const plain = header
    .normalize('NFKC')
    .toLowerCase()
    .replace(/^\s*(?:q(?:uestion)?\s*)?\d{1,2}[.):]\s+/, '')
    .replaceAll(/\((?:s|es|ies)\)/g, '')
    .replaceAll(/[([{<][^)\]}>]*[)\]}>]/g, ' ')
    .replaceAll(WRITER, 'yourself ')
    .replaceAll('#', ' no ')
    .replaceAll(/['’‘`´]s?(?![\p{L}\p{N}])|['’‘`´]/gu, '');
  const words = plain.match(/[\p{L}\p{N}]+/gu) ?? [];
  // `Date To` is the last day of several, and no `Date`.
  const isKept = (word: string, index: number): boolean =>
    !SMALL_WORDS.has(word) || (word === 'to' && index > 0 && index === words.length - 1);
  return words.filter(isKept).map(singular);
}

/**
 * A key that column names share when they differ only in what people add by hand: plurals, possessives, hints in
 * brackets (`Date (dd/mm/yyyy)`), stars, small words. '' when nothing is left.
 */
export function loosenHeader(header: string): string {
  return headerWords(header).join(' ');
}
