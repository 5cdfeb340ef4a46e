/** Text decoded twice or with the wrong table shows as these pairs. */
const PAIRS = /Ã[\u0080-\u00bf©¨ªº¼½¾¡-¿]|â€[™œ“”˜¦]|Â[£©®°·]/;

/**
 * Whether words were spoiled before they were exported (`wasnâ€™t`, `ZoÃ«`): UTF-8 read as Windows-1252 by some
 * system on the way. Only told, never mended: the guess could be wrong.
 */
export function isSpoiled(words: string): boolean {
  return /[ÃâÂ]/.test(words) && PAIRS.test(words);
}
