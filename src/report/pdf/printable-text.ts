import { TermwiseError } from '../../errors.ts';
import { loadFont } from '../charts/font-files.ts';
import type { ReportDocument } from '../report-document.ts';

/**
 * The report with every text made printable in the bundled font: control and invisible characters removed, letters
 * the font lacks replaced by their base letter, pictures by `[symbol]`. Throws for a letter that has no base the
 * font can print, because a box in place of a name would be a wrong name.
 */
export function makePrintable(document: ReportDocument): ReportDocument {
  return mapText(document) as ReportDocument;
}

function mapText(value: unknown): unknown {
  if (typeof value === 'string') return printableText(value);
  if (Array.isArray(value)) return value.map(mapText);
  if (value === null || typeof value !== 'object') return value;
  return Object.fromEntries(Object.entries(value).map(([key, inner]) => [key, mapText(inner)]));
}

const PLAIN = /^[\x20-\x7e]*$/;
const PICTURE = /\p{Extended_Pictographic}|\p{Regional_Indicator}|\p{So}/u;

/** One text made printable; see makePrintable. */
export function printableText(text: string): string {
  if (PLAIN.test(text)) return text;
  let out = '';
  for (const character of clean(text)) {
    if (hasGlyph(character)) out += character;
    else out += replacement(character, text);
  }
  return out.replaceAll(/(\[symbol\])+/g, '[symbol]');
}

/** Composed, with every kind of space a space, and without control, direction and joining characters. */
function clean(text: string): string {
  return text
    .normalize('NFC')
    .replaceAll(/[\t\r\n\u2028\u2029\u3000]+/g, ' ')
    .replaceAll(/\p{Cc}|\p{Cf}|\p{Cs}|\p{Co}|[\ufe00-\ufe0f]|\u20e3/gu, '')
    .replaceAll(/[\u{1f3fb}-\u{1f3ff}]/gu, '');
}

function replacement(character: string, text: string): string {
  const base = [...character.normalize('NFKD')]
    .filter((part) => !/\p{M}/u.test(part) && hasGlyph(part))
    .join('');
  if (base !== '') return base;
  if (/\p{M}/u.test(character)) return '';
  if (PICTURE.test(character)) return '[symbol]';
  const shown = text.length > 60 ? `${text.slice(0, 60)}…` : text;
  const code = (character.codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, '0');
  throw new TermwiseError(
    'file/side_file',
    `The report cannot print "${character}" (U+${code}) in "${shown}".`,
    'Write this text in Latin, Greek or Cyrillic letters in the export and run again, or give --format html, which shows any letters. `inspect` says on which line the name of a pupil stands.',
  );
}

const known = new Map<string, boolean>();

function hasGlyph(character: string): boolean {
  let has = known.get(character);
  if (has === undefined) {
    const code = character.codePointAt(0) ?? 0;
    has = loadFont('regular').hasGlyphForCodePoint(code) && loadFont('semibold').hasGlyphForCodePoint(code);
    known.set(character, has);
  }
  return has;
}
