import { MARK, MAX_TOKENS_PER_FIELD, type TokenBuffer } from './token-buffer.ts';

const APOSTROPHE = 39;
const STAR = 42;
const SLASH = 47;

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

function isApostrophe(code: number): boolean {
  return code === APOSTROPHE || code === 0x2019 || code === 0x2018 || code === 0x60;
}

function isQuote(code: number): boolean {
  return code === 34 || code === 0x201c || code === 0x201d || code === 0xab || code === 0xbb;
}

const ABBREVIATIONS: ReadonlySet<string> = new Set(
  'mr mrs ms dr st approx poss yr ch chn min mins sec secs incl inc esp eg ie vs no nos prob def st rd ref tel ext bl rec temp perm p y redir prev'.split(
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
    else if (isMask(code) && at > from && at + 1 < length && isLetter(text.charCodeAt(at + 1))) at++;
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
}

function closesSentence(text: string, at: number, lastWord: string): boolean {
  const next = at + 1 < text.length ? text.charCodeAt(at + 1) : 32;
  if (text.charCodeAt(at) !== 46) return !isLetter(next);
  if (isDigit(next)) return false;
  if (isLetter(next) && lastWord.length < 2) return false;
  if (!ABBREVIATIONS.has(lastWord) && lastWord.length !== 1) return true;
  let ahead = at + 1;
  while (ahead < text.length && text.charCodeAt(ahead) === 32) ahead++;
  const first = ahead < text.length ? text.charCodeAt(ahead) : 65;
  if (lastWord.length === 1 || lastWord === 'no') return isUpper(first);
  return false;
}

function readMark(text: string, at: number, code: number, cursor: Cursor, lastWord: string): void {
  if (code === 46 || code === 33 || code === 63) {
    if (closesSentence(text, at, lastWord)) cursor.sentenceOpen = false;
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

/**
 * Cuts one field into tokens and adds them to the buffer: a single pass over UTF-16 units, no regular
 * expression, so that no text can make it slow. `findWord` gives the id of a normalised word, 0 if unknown.
 */
export function tokeniseField(
  buffer: TokenBuffer,
  field: 0 | 1 | 2,
  text: string,
  findWord: (word: string) => number,
): void {
  buffer.texts[field] = text;
  const cursor: Cursor = { sentenceOpen: false, comma: false, broken: false, quote: 0 };
  const limit = buffer.count + MAX_TOKENS_PER_FIELD;
  let lastWord = '';
  let at = 0;
  while (at < text.length) {
    const code = text.charCodeAt(at);
    let end = at;
    let number = false;
    if (isLetter(code) || code === STAR) end = findWordEnd(text, at);
    else if (isDigit(code)) {
      end = findNumberEnd(text, at);
      number = true;
    } else if (
      isApostrophe(code) &&
      at > 0 &&
      isLetter(text.charCodeAt(at - 1)) &&
      (text.charCodeAt(at + 1) | 32) === 115 &&
      !isLetter(text.charCodeAt(at + 2) || 32)
    ) {
      end = at + 2;
    } else if (code === 38 || code === 43) end = at + 1;
    if (end === at) {
      readMark(text, at, code, cursor, lastWord);
      at++;
      continue;
    }
    if (buffer.count >= limit) {
      buffer.truncated = true;
      break;
    }
    const raw = text.slice(at, end);
    const word = code === 38 || code === 43 ? 'and' : normaliseWord(raw);
    lastWord = word;
    let marks = 0;
    if (isUpper(code)) {
      marks |= MARK.capital;
      if (end - at === 1 || isUpper(text.charCodeAt(at + 1))) marks |= MARK.allCapitals;
    }
    if (number) marks |= MARK.number;
    if (cursor.comma) marks |= MARK.commaBefore;
    if (cursor.broken) marks |= MARK.breakBefore;
    if (cursor.quote !== 0) marks |= MARK.quoted;
    if (!cursor.sentenceOpen) {
      marks |= MARK.sentenceStart;
      buffer.sentences++;
    }
    cursor.sentenceOpen = true;
    cursor.comma = false;
    cursor.broken = false;
    const index = buffer.count++;
    buffer.start[index] = at;
    buffer.end[index] = end;
    buffer.word[index] = findWord(word);
    buffer.marks[index] = marks;
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
