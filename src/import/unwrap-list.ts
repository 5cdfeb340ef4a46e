const ITEM = /\s*(?:"((?:[^"\\]|\\.)*)"|'((?:[^'\\]|\\.)*)')\s*(?:,|$)/gy;

/** The entries of `["Ann Lee","Bo Day"]` or `['Theft']`, as forms and scripts write a list; null for any other text. */
function readQuoted(text: string): string[] | null {
  const inner = text.slice(1, -1).trim();
  const items: string[] = [];
  ITEM.lastIndex = 0;
  let end = 0;
  for (let found = ITEM.exec(inner); found !== null && found[0] !== ''; found = ITEM.exec(inner)) {
    items.push((found[1] ?? found[2] ?? '').replaceAll(/\\(["'\\/])/g, '$1'));
    end = ITEM.lastIndex;
  }
  return end === inner.length ? items : null;
}

/**
 * The values of `12;#Ann Lee;#15;#Bo Day` or `;#Theft;#Bullying;#`, as lists of a shared site write them: marks at both ends,
 * or a number beside each value. Null for other text, which may hold such a mark by chance.
 */
function readLookups(text: string): string[] | null {
  const marked = text.split(';#');
  // `12;#Ann Lee;#` has a mark too many.
  const parts = marked.length % 2 === 1 && /^\d+;#.*;#$/s.test(text) ? marked.slice(0, -1) : marked;
  if (parts.length > 2 && parts[0] === '' && parts.at(-1) === '') return parts.slice(1, -1);
  const isNumber = (index: number): boolean => /^\d+$/.test(parts[index] ?? '');
  const values = parts.filter((_, index) => !isNumber(index));
  const isPaired = parts.every((_, index) => isNumber(index) !== isNumber(index ^ 1));
  return isPaired && parts.length % 2 === 0 ? values : null;
}

/** A cell that a form or a shared list wrote as a list of values becomes one value a line; other cells stay as they are. */
export function unwrapList(text: string): string {
  if (text.startsWith('[') && text.endsWith(']')) return readQuoted(text)?.join('\n') ?? text;
  return text.includes(';#') ? (readLookups(text)?.join('\n') ?? text) : text;
}
