const NAMES: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' };

/**
 * Text as it may stand in HTML, between tags or in a double-quoted attribute. Control characters are left out: a page
 * that holds one is not well formed, and no reader could see it.
 */
export function escapeHtml(text: string): string {
  return text
    .replaceAll(/[\p{Cc}\p{Cs}\p{Noncharacter_Code_Point}]+/gu, ' ')
    .replaceAll(/[&<>"]/g, (character) => NAMES[character] ?? '');
}
