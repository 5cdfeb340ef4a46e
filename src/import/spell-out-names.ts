const STAND_INS =
  /(?<!\p{L})(pupil|student|child|learner|boy|girl|person)(?:s|ren)? ((?:[A-Z]|\d{1,2})(?:(?:, ?| ?& ?| and )(?:[A-Z]|\d{1,2}))+)(?![\p{L}\d]|\s(?!and\b|with\b|vs?\b)\p{L})/giu;
const LETTERS = /\(\s*([vpaw])\s*\)/gi;
const PARTS: Readonly<Record<string, string>> = {
  v: 'victim',
  p: 'perpetrator',
  a: 'aggressor',
  w: 'witness',
};

/**
 * Writes out what a cell of names shortens: `Pupils A and B` are Pupil A and Pupil B, and where the one harmed is marked
 * `(V)` and somebody else `(P)` or `(A)`, the letters say their parts. A letter alone may tell two pupils of one name apart.
 */
export function spellOutNames(cell: string): string {
  const text = /[&,]| and /.test(cell)
    ? cell.replaceAll(STAND_INS, (_, one: string, list: string) =>
        list
          .split(/, ?| ?& ?| and /)
          .map((mark) => `${one} ${mark}`)
          .join('; '),
      )
    : cell;
  const isMarked = text.includes('(') && /\(\s*v\s*\)/i.test(text) && /\(\s*[pa]\s*\)/i.test(text);
  return isMarked
    ? text.replaceAll(LETTERS, (_, letter: string) => `(${PARTS[letter.toLowerCase()]})`)
    : text;
}
