const TITLED = /\b(?:Mr|Mrs|Miss|Ms|Mx|Dr|Sir|Madam)\.?\s+\p{Lu}[\p{L}'’-]*/gu;
const MASK = '[name]';

/**
 * Takes staff titles with a surname, and any of the names given, out of a place or category as the school wrote it
 * (`Mr Hughes's room`, `Ava Holt's plan`): the only free words that an edition takes over.
 */
export function maskNames(text: string, names: readonly string[]): string {
  let masked = text.replaceAll(TITLED, MASK);
  for (const name of names) {
    if (name.length < 4 || !masked.toLowerCase().includes(name.toLowerCase())) continue;
    masked = masked.replaceAll(new RegExp(escapePattern(name), 'giu'), MASK);
  }
  return masked;
}

/** Masks the keys of a table; keys that become one have their counts added. */
export function maskKeys(
  table: Readonly<Record<string, number>>,
  names: readonly string[],
): Record<string, number> {
  const masked = new Map<string, number>();
  for (const [key, count] of Object.entries(table)) {
    const name = maskNames(key, names);
    masked.set(name, (masked.get(name) ?? 0) + count);
  }
  return Object.fromEntries(masked);
}

function escapePattern(text: string): string {
  return text.replaceAll(/[.*+?^${}()|[\]\\]/g, '\\$&');
}
