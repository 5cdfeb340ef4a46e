/**
 * Breaks a label into lines no wider than `width`, at spaces where it can and inside a word where one word alone
 * is wider. Keeps every character but the spaces it breaks at, so that no label is ever cut.
 */
export function wrapLabel(text: string, width: number, measure: (text: string) => number): string[] {
  const lines: string[] = [];
  let line = '';
  for (const word of text.split(/[ \t\n]+/).filter((part) => part !== '')) {
    const longer = line === '' ? word : `${line} ${word}`;
    if (measure(longer) <= width) {
      line = longer;
      continue;
    }
    if (line !== '') lines.push(line);
    const pieces = measure(word) <= width ? [word] : breakWord(word, width, measure);
    lines.push(...pieces.slice(0, -1));
    line = pieces.at(-1) ?? '';
  }
  if (line !== '' || lines.length === 0) lines.push(line);
  return lines;
}

/** Breaks after a hyphen or slash near the end of the line if there is one, otherwise between letters. */
function breakWord(word: string, width: number, measure: (text: string) => number): string[] {
  const pieces: string[] = [];
  let rest = [...word];
  while (rest.length > 1 && measure(rest.join('')) > width) {
    let fits = 1;
    while (fits < rest.length - 1 && measure(rest.slice(0, fits + 1).join('')) <= width) fits += 1;
    const soft =
      Math.max(...['-', '/', '_', '@', '.'].map((mark) => rest.slice(0, fits).lastIndexOf(mark))) + 1;
    const at = soft > 0 ? soft : fits;
    pieces.push(rest.slice(0, at).join(''));
    rest = rest.slice(at);
  }
  pieces.push(rest.join(''));
  return pieces;
}
