/**
 * Column widths in points that keep to the given shares but make every column as wide as its widest word, taking
 * the difference from columns with room to spare in proportion to what they can give. Where the words of all
 * columns together are wider than the table, every column gets its part of the shortage and words are broken.
 */
export function fitColumns(shares: readonly number[], least: readonly number[], width: number): number[] {
  const total = shares.reduce((sum, share) => sum + share, 0) || 1;
  const wanted = shares.map((share) => (share / total) * width);
  const needed = least.reduce((sum, value) => sum + value, 0);
  if (needed >= width) return least.map((value) => (value / needed) * width);
  const short = wanted.map((value, index) => Math.max(0, (least[index] ?? 0) - value));
  const spare = wanted.map((value, index) => Math.max(0, value - (least[index] ?? 0)));
  const missing = short.reduce((sum, value) => sum + value, 0);
  const available = spare.reduce((sum, value) => sum + value, 0);
  const part = available === 0 ? 0 : missing / available;
  return wanted.map((value, index) => value + (short[index] ?? 0) - (spare[index] ?? 0) * part);
}
