/**
 * Whether a column of names beside one of surnames holds whole names, by its cells: at least half of them are of more
 * than one word and hold the surname beside them. Else the two columns are the parts of one name.
 */
export function holdsWholeNames(rows: readonly (readonly [name: string, surname: string])[]): boolean {
  const wordsOf = (text: string): string[] =>
    text
      .toLowerCase()
      .split(/[\s,-]+/)
      .filter((word) => word !== '');
  const filled = rows.filter(([name, surname]) => name.trim() !== '' && surname.trim() !== '');
  const whole = filled.filter(([name, surname]) => {
    const words = wordsOf(name);
    return words.length > 1 && wordsOf(surname).some((word) => words.includes(word));
  });
  return whole.length > 0 && whole.length >= filled.length / 2;
}
