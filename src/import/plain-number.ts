/** `1234.0` and `1,234`, as scripts and spreadsheets write the number 1234; all else stays. */
export function plainNumber(text: string): string {
  if (/^\d+\.0$/.test(text)) return text.slice(0, -2);
  return /^\d{1,3}(?:,\d{3})+$/.test(text) ? text.replaceAll(',', '') : text;
}
