import entityData from './entities.yaml';

const ENTITIES = new Map(Object.entries(entityData as Record<string, string>));
const SCRIPTS = /<(script|style|head|title)\b[^<>]*>[\s\S]*?(?:<\/\1\s*>|$)/gi;
const COMMENTS = /<!--[\s\S]*?(?:-->|$)|<!doctype[^<>]*>|<\?xml[^<>]*>/gi;
const TAG_NAMES =
  'a|abbr|address|article|aside|b|big|blockquote|body|br|button|caption|center|cite|code|col|colgroup|dd|del|div|dl|dt|em|embed|fieldset|figcaption|figure|font|footer|form|h[1-6]|header|hr|html|i|iframe|img|input|ins|label|legend|li|link|main|meta|nav|noscript|o:p|object|ol|option|p|pre|q|s|script|section|select|small|span|strike|strong|style|sub|sup|svg|table|tbody|td|textarea|tfoot|th|thead|title|tr|tt|u|ul|video|audio|source|xml|w:[a-z]+|v:[a-z]+|st1:[a-z]+';
/** A tag starts with a known name, so that `<5`, `<3` and `<name>` of a form survive. */
const TAGS = new RegExp(`</?(?:${TAG_NAMES})(?:\\s(?:[^<>"']|"[^"]*"|'[^']*')*|/)?>`, 'gi');
/** A tag that the export cut short. */
const BROKEN_TAG = new RegExp(`</?(?:${TAG_NAMES})\\s[^<>]*$`, 'i');
const ENTITY = /&(?:#(\d{1,7})|#[xX]([0-9a-fA-F]{1,6})|([a-zA-Z][a-zA-Z0-9]{1,31}));/g;
const CONTROL =
  // biome-ignore lint/suspicious/noControlCharactersInRegex: control characters are what is removed
  /[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f-\u009f\ufeff\u200b\u2060\u00ad\u200e\u200f\u2028-\u202e\u2066-\u2069]/g;
/** Line ends that no other program shows as such: what Word and Excel write for a soft break, and Unicode's own. */
const ODD_LINE_ENDS = '\u000b\u000c\u2028\u2029';
/** Windows-1252 read as Latin-1 leaves its quotes and dashes as these control characters, from U+0080 on. */
const WINDOWS_1252 = '€\u0081‚ƒ„…†‡ˆ‰Š‹Œ\u008dŽ\u008f\u0090‘’“”•–—˜™š›œ\u009džŸ';

function mendControl(found: string): string {
  if (ODD_LINE_ENDS.includes(found)) return '\n';
  const code = found.charCodeAt(0) - 128;
  const meant = code >= 0 && code < 32 ? (WINDOWS_1252[code] ?? '') : '';
  return /[\u0080-\u009f]/.test(meant) ? '' : meant;
}

function decodeEntity(whole: string, decimal?: string, hex?: string, name?: string): string {
  if (name !== undefined) return ENTITIES.get(name) ?? ENTITIES.get(name.toLowerCase()) ?? whole;
  const code = decimal !== undefined ? Number(decimal) : Number.parseInt(hex ?? '', 16);
  if (!(code > 0 && code <= 0x10ffff) || (code >= 0xd800 && code <= 0xdfff)) return whole;
  return String.fromCodePoint(code);
}

/** Decodes HTML entities once, so that `&amp;lt;` becomes `&lt;` and no further. Unknown ones stay. */
export function decodeEntities(text: string): string {
  return text.includes('&') ? text.replace(ENTITY, decodeEntity) : text;
}

/**
 * Turns a cell of a rich-text export into plain text: scripts vanish, known tags become spaces, entities are
 * decoded once, control characters go or become what they stood for (none may reach a PDF), ends are trimmed. Text that only looks like
 * a tag stays. Plain text comes back as it was.
 */
export function cleanText(cell: string): string {
  let text = cell;
  if (text.includes('<')) {
    text = text.replace(SCRIPTS, ' ').replace(COMMENTS, ' ').replace(TAGS, ' ').replace(BROKEN_TAG, ' ');
  }
  if (text.includes('&')) text = text.replace(ENTITY, decodeEntity);
  return text.replace(CONTROL, mendControl).trim();
}
