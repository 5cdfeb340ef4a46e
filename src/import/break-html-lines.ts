/** Tags at which rich text begins a new line. */
const LINE_TAGS = /<\/?(?:br|p|div|li|ul|ol|tr)(?:\s[^<>]*|\/)?>/gi;

/** Puts a line break where the rich text of a cell has one, so that what stands in lists stays apart. */
export function breakHtmlLines(cell: string): string {
  return cell.includes('<') ? cell.replace(LINE_TAGS, '\n') : cell;
}
