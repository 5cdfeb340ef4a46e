import type { RichText } from './report-document.ts';

/** Rich text without its bold. */
export function plainText(text: RichText): string {
  return typeof text === 'string' ? text : text.map((part) => part.text).join('');
}
