/** Marks of writing direction, joiners without width and stray byte order marks: none of them is part of a value. */
const ANYWHERE = /[\u061c\u200e\u200f\u202a-\u202e\u2060-\u2064\u2066-\u206f\ufeff]+/g;
const ANY = new RegExp(ANYWHERE.source);

/**
 * Takes out what browsers and web pages put between characters to say which way text runs, as in a date copied from a
 * web page: it is not seen, and with it no date is a date and no number equals itself. Letters joined on purpose
 * (U+200C, U+200D) stay.
 */
export function stripInvisible(text: string): string {
  // Nearly no cell holds one, and to look is faster than to replace.
  return ANY.test(text) ? text.replaceAll(ANYWHERE, '') : text;
}
