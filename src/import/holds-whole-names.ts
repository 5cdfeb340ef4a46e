/**
 * Whether a column of names beside one of surnames holds whole names, by the cells of more than one word: at least half of
 * them hold the surname beside them. Else the two columns are the parts of one name.
 */
export function holdsWholeNames(rows: readonly (readonly [name: string, surname: string])[]): boolean {
  const wordsOf = (text: string): string[] =>
    text
      .toLowerCase()
      .split(/[\s,-]+/)
      .filter((word) => word !== '');
  const longer = rows.filter(([name, surname]) => wordsOf(name).length > 1 && surname.trim() !== '');
  const whole = longer.filter(([name, surname]) => {
    const words = wordsOf(name);
    return wordsOf(surname).some((word) => words.includes(word));
  });
  return whole.length > 0 && whole.length >= longer.length / 2;
}
