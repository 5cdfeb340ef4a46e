import { MARK, MAX_TOKENS_PER_FIELD, type TokenBuffer } from './token-buffer.ts';
import { addToHash, EMPTY_HASH, findPlainWord, findWord, type Vocabulary } from './vocabulary.ts';

const APOSTROPHE = 39;
const STAR = 42;
const SLASH = 47;
const SPACE = 32;
const AMPERSAND = 38;
const PLUS = 43;

function isLetter(code: number): boolean {
  return (
    (code >= 97 && code <= 122) ||
    (code >= 65 && code <= 90) ||
    (code >= 0xc0 && code <= 0x24f && code !== 0xd7 && code !== 0xf7)
  );
}

function isDigit(code: number): boolean {
  return code >= 48 && code <= 57;
}

function isUpper(code: number): boolean {
  return (code >= 65 && code <= 90) || (code >= 0xc0 && code <= 0xde && code !== 0xd7);
}

/** `tw@t`, `a$$hole`: signs that stand for a letter when letters are on both sides. */
function isMask(code: number): boolean {
  return code === 64 || code === 36;
}

function isLetterOrDigit(code: number): boolean {
  return isLetter(code) || isDigit(code);
}

function isApostrophe(code: number): boolean {
  return code === APOSTROPHE || code === 0x2019 || code === 0x2018 || code === 0x60;
}

function isQuote(code: number): boolean {
  return code === 34 || code === 0x201c || code === 0x201d || code === 0xab || code === 0xbb;
}

const ABBREVIATIONS: ReadonlySet<string> = new Set(
  'mr mrs ms dr st approx poss yr ch chn min mins sec secs incl inc int esp eg ie vs no nos prob def st rd ref tel ext bl rec temp perm p y redir prev'.split(
    ' ',
  ),
);

/** Where the word that starts at `from` ends; 's is left for a token of its own. */
function findWordEnd(text: string, from: number): number {
  let at = from;
  const length = text.length;
  while (at < length) {
    const code = text.charCodeAt(at);
    if (isLetter(code) || code === STAR) at++;
    else if (isDigit(code) && at > from) at++;
    else if (isMask(code) && at > from && isLetterOrDigit(text.charCodeAt(at + 1))) at++;
    else if (isApostrophe(code) && at > from && at + 1 < length && isLetter(text.charCodeAt(at + 1))) {
      const next = text.charCodeAt(at + 1) | 32;
      const after = at + 2 < length ? text.charCodeAt(at + 2) : 32;
      if (next === 115 && !isLetter(after)) break;
      at++;
    } else if (code === SLASH && at === from + 1) {
      const next = at + 1 < length ? text.charCodeAt(at + 1) : 32;
      if (isLetter(next)) at++;
      else if (next === 32) return at + 1;
      else break;
    } else break;
  }
  return at;
}

function findNumberEnd(text: string, from: number): number {
  let at = from;
  while (at < text.length) {
    const code = text.charCodeAt(at);
    if (isDigit(code)) at++;
    else if ((code === 46 || code === 58) && at + 1 < text.length && isDigit(text.charCodeAt(at + 1))) at++;
    else break;
  }
  return at;
}

/** Numbers become `#`, `Y9` becomes `y#`, runs of stars become one, curly apostrophes straight ones. */
export function normaliseWord(raw: string): string {
  let plain = true;
  for (let i = 0; i < raw.length; i++) {
    const code = raw.charCodeAt(i);
    if (!(code >= 97 && code <= 122)) {
      plain = false;
      break;
    }
  }
  if (plain) return raw;
  if (raw === '999' || raw === '101') return raw;
  const lower = raw.toLowerCase();
  let out = '';
  for (let i = 0; i < lower.length; i++) {
    const code = lower.charCodeAt(i);
    if (isDigit(code)) {
      if (!out.endsWith('#')) out += '#';
    } else if (code === STAR || isMask(code)) {
      if (!out.endsWith('*')) out += '*';
    } else if (isApostrophe(code)) out += "'";
    else if (code !== 46 && code !== 58) out += lower[i];
    else if (lower === '1:1' || lower === '2:1') return lower;
  }
  return out;
}

interface Cursor {
  sentenceOpen: boolean;
  comma: boolean;
  broken: boolean;
  quote: number;
  /** Where the last word stands, and the word itself where it had to be cut out and normalised. */
  from: number;
  to: number;
  word: string | null;
  /** Hash of the last plain word. */
  hash: number;
}

/** No abbreviation is longer. */
const LONGEST_ABBREVIATION = 6;

function closesSentence(text: string, at: number, cursor: Cursor): boolean {
  const next = at + 1 < text.length ? text.charCodeAt(at + 1) : 32;
  if (text.charCodeAt(at) !== 46) return !isLetter(next);
  if (isDigit(next)) return false;
  if (cursor.word === null && cursor.to - cursor.from > LONGEST_ABBREVIATION) return true;
  const lastWord = cursor.word ?? text.slice(cursor.from, cursor.to).toLowerCase();
  if (isLetter(next) && lastWord.length < 2) return false;
  if (!ABBREVIATIONS.has(lastWord) && lastWord.length !== 1) return true;
  let ahead = at + 1;
  while (ahead < text.length && text.charCodeAt(ahead) === 32) ahead++;
  const first = ahead < text.length ? text.charCodeAt(ahead) : 65;
  if (lastWord.length === 1 || lastWord === 'no') return isUpper(first);
  return false;
}

function readMark(text: string, at: number, code: number, cursor: Cursor): void {
  if (code === 46 || code === 33 || code === 63) {
    if (closesSentence(text, at, cursor)) cursor.sentenceOpen = false;
  } else if (code === 10 || code === 13) cursor.sentenceOpen = false;
  else if (code === 44) cursor.comma = true;
  else if (code === 59 || code === 58 || code === 40 || code === 41 || code === 0x2013 || code === 0x2014) {
    cursor.broken = true;
  } else if (code === 45) {
    const before = at > 0 ? text.charCodeAt(at - 1) : 32;
    const next = at + 1 < text.length ? text.charCodeAt(at + 1) : 32;
    if (before === 32 || next === 32) cursor.broken = true;
  } else if (isQuote(code)) cursor.quote = cursor.quote === 1 ? 0 : 1;
  else if (isApostrophe(code)) {
    const before = at > 0 ? text.charCodeAt(at - 1) : 32;
    const next = at + 1 < text.length ? text.charCodeAt(at + 1) : 32;
    if (cursor.quote === 0 && !isLetter(before) && isLetter(next)) cursor.quote = 2;
    else if (cursor.quote === 2 && !isLetter(next)) cursor.quote = 0;
  }
}

/** Where a word of nothing but the letters a to z ends; -1 when something else stands in it. */
function findPlainEnd(text: string, from: number, cursor: Cursor): number {
  const { length } = text;
  let at = from;
  let code = text.charCodeAt(at) | 32;
  let hash = EMPTY_HASH;
  while (code >= 97 && code <= 122) {
    hash = addToHash(hash, code);
    at++;
    code = at === length ? SPACE : text.charCodeAt(at) | 32;
  }
  cursor.hash = hash;
  if (at === length) return at;
  code = text.charCodeAt(at);
  if (at === from || code === STAR || isDigit(code) || (code >= 0xc0 && isLetter(code))) return -1;
  if (isMask(code)) return isLetterOrDigit(text.charCodeAt(at + 1)) ? -1 : at;
  if (code === SLASH) return at === from + 1 ? -1 : at;
  return isApostrophe(code) && !isPossessive(text, at) && at + 1 < length && isLetter(text.charCodeAt(at + 1))
    ? -1
    : at;
}

/** Whether the apostrophe at `at` begins an 's that ends its word. */
function isPossessive(text: string, at: number): boolean {
  return (text.charCodeAt(at + 1) | 32) === 115 && !isLetter(text.charCodeAt(at + 2) || 32);
}

/** Where the token at `at` ends; `at` itself when no token starts there. */
function findTokenEnd(text: string, at: number, code: number): number {
  if (isLetter(code) || code === STAR) return findWordEnd(text, at);
  if (isDigit(code)) return findNumberEnd(text, at);
  if (isApostrophe(code)) {
    return at > 0 && isLetter(text.charCodeAt(at - 1)) && isPossessive(text, at) ? at + 2 : at;
  }
  return code === AMPERSAND || code === PLUS ? at + 1 : at;
}

function readMarks(text: string, at: number, end: number, code: number, cursor: Cursor): number {
  let marks = 0;
  if (isUpper(code)) {
    marks = MARK.capital;
    if (end - at === 1 || isUpper(text.charCodeAt(at + 1))) marks |= MARK.allCapitals;
  } else if (isDigit(code)) marks = MARK.number;
  if (cursor.comma) marks |= MARK.commaBefore;
  if (cursor.broken) marks |= MARK.breakBefore;
  if (cursor.quote !== 0) marks |= MARK.quoted;
  if (!cursor.sentenceOpen) marks |= MARK.sentenceStart;
  cursor.sentenceOpen = true;
  cursor.comma = false;
  cursor.broken = false;
  return marks;
}

/** Id of the word from `at` to `end`; the cursor keeps the word for the full stop that may follow. */
function readWord(
  text: string,
  at: number,
  end: number,
  plain: boolean,
  code: number,
  cursor: Cursor,
  vocabulary: Vocabulary,
): number {
  if (plain) {
    cursor.from = at;
    cursor.to = end;
    cursor.word = null;
    return findPlainWord(vocabulary, text, at, end, cursor.hash);
  }
  cursor.word = code === AMPERSAND || code === PLUS ? 'and' : normaliseWord(text.slice(at, end));
  return findWord(vocabulary, cursor.word);
}

/**
 * Cuts one field into tokens and adds them to the buffer: a single pass over UTF-16 units, no regular
 * expression, so that no text can make it slow. A word that the vocabulary does not know has the id 0.
 */
export function tokeniseField(
  buffer: TokenBuffer,
  field: 0 | 1 | 2,
  text: string,
  vocabulary: Vocabulary,
): void {
  buffer.texts[field] = text;
  const cursor: Cursor = {
    sentenceOpen: false,
    comma: false,
    broken: false,
    quote: 0,
    from: 0,
    to: 0,
    word: '',
    hash: 0,
  };
  const limit = buffer.count + MAX_TOKENS_PER_FIELD;
  let at = 0;
  while (at < text.length) {
    const code = text.charCodeAt(at);
    if (code === SPACE) {
      at++;
      continue;
    }
    const plainEnd = findPlainEnd(text, at, cursor);
    const end = plainEnd > 0 ? plainEnd : findTokenEnd(text, at, code);
    if (end === at) {
      readMark(text, at, code, cursor);
      at++;
      continue;
    }
    if (buffer.count >= limit) {
      buffer.truncated = true;
      break;
    }
    if (!cursor.sentenceOpen) buffer.sentences++;
    const index = buffer.count++;
    buffer.start[index] = at;
    buffer.end[index] = end;
    buffer.word[index] = readWord(text, at, end, plainEnd > 0, code, cursor, vocabulary);
    buffer.marks[index] = readMarks(text, at, end, code, cursor);
    buffer.sentence[index] = buffer.sentences;
    buffer.field[index] = field;
    at = end;
  }
}

/** Empties the buffer for the next record. */
export function resetTokens(buffer: TokenBuffer): void {
  buffer.count = 0;
  buffer.sentences = 0;
  buffer.truncated = false;
}

/** The normalised words of a phrase of the lexicon, cut exactly as record text is. */
export function cutPhrase(phrase: string): string[] {
  const words: string[] = [];
  let at = 0;
  while (at < phrase.length) {
    const code = phrase.charCodeAt(at);
    let end = at;
    if (isLetter(code) || code === STAR) end = findWordEnd(phrase, at);
    else if (code === 35) end = at + 1;
    else if (isDigit(code)) end = findNumberEnd(phrase, at);
    else if (isApostrophe(code) && phrase.charCodeAt(at + 1) === 115) end = at + 2;
    if (end > at) {
      let raw = phrase.slice(at, end);
      while (phrase[end] === '#' && isLetter(code)) {
        const next = findWordEnd(phrase, end + 1);
        raw += phrase.slice(end, next);
        end = next;
      }
      words.push(raw === '#' ? '#' : normaliseWord(raw));
      at = end;
    } else {
      if (code === 38) words.push('and');
      at++;
    }
  }
  return words;
}
