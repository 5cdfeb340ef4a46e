import type { Weight } from '../charts/font-weight.ts';
import { measureText } from '../charts/measure-text.ts';
import { wrapLabel } from '../charts/wrap-label.ts';
import type { RichText } from '../report-document.ts';
import type { TypeStyle } from './page-theme.ts';

/** A stretch of one line in one weight. */
export interface Run {
  readonly text: string;
  readonly weight: Weight;
  /** The next line goes on within the word: nothing is heard between the two. */
  readonly goesOn?: true;
}

export type Line = readonly Run[];

/** What cannot be parted at a space: a word, perhaps with some of it in bold. */
type Word = readonly Run[];

/**
 * Breaks text into lines no wider than `width` points, at spaces only; a word wider than a line (a long reference
 * or an address) is broken inside. Our own, so that heights are known before anything is drawn.
 */
export function breakLines(text: RichText, width: number, style: TypeStyle): Line[] {
  const lines: Line[] = [];
  let line: Run[] = [];
  let used = 0;
  const space = measureText(' ', style.size, style.weight);
  for (const word of splitWords(text, style).flatMap((part) => fitWord(part, width, style))) {
    const wide = widthOf(word, style.size);
    if (line.length > 0 && used + space + wide > width) {
      lines.push(joinRuns(line));
      line = [];
      used = 0;
    }
    if (line.length > 0) {
      line.push({ text: ' ', weight: line.at(-1)?.weight ?? style.weight });
      used += space;
    }
    line.push(...word);
    used += wide;
  }
  if (line.length > 0 || lines.length === 0) lines.push(joinRuns(line));
  return lines;
}

/** The width in points of the widest thing in a text that cannot be broken at a space. */
export function widestWord(text: RichText, style: TypeStyle): number {
  return Math.max(0, ...splitWords(text, style).map((word) => widthOf(word, style.size)));
}

/** The same where a word may also be parted after its hyphens, as in the head of a narrow column. */
export function widestPart(text: string, style: TypeStyle): number {
  return widestWord(text.replaceAll(/(?<=\p{L}-)(?=\p{L})/gu, ' '), style);
}

/** The plain characters of rich text. */
export function plainText(text: RichText): string {
  return typeof text === 'string' ? text : text.map((part) => part.text).join('');
}

function splitWords(text: RichText, style: TypeStyle): Word[] {
  const parts = typeof text === 'string' ? [{ text }] : text;
  const words: Run[][] = [];
  let open = false;
  for (const part of parts) {
    const weight: Weight = 'bold' in part && part.bold ? 'semibold' : style.weight;
    for (const piece of part.text.split(/([ \n]+)/)) {
      if (piece === '') continue;
      if (/^[ \n]+$/.test(piece)) {
        open = false;
        continue;
      }
      if (open) words.at(-1)?.push({ text: piece, weight });
      else words.push([{ text: piece, weight }]);
      open = true;
    }
  }
  return words;
}

function fitWord(word: Word, width: number, style: TypeStyle): Word[] {
  if (widthOf(word, style.size) <= width) return [word];
  const pieces = word.flatMap(({ text, weight }) =>
    wrapLabel(text, width, (part) => measureText(part, style.size, weight)).map(
      (part): Run => ({ text: part, weight }),
    ),
  );
  return pieces.map((piece, at): Word => [at < pieces.length - 1 ? { ...piece, goesOn: true } : piece]);
}

function widthOf(runs: readonly Run[], size: number): number {
  return runs.reduce((sum, run) => sum + measureText(run.text, size, run.weight), 0);
}

/** Neighbours of one weight become one run, so that they are one string in the file. */
function joinRuns(runs: readonly Run[]): Line {
  const joined: Run[] = [];
  for (const run of runs) {
    const last = joined.at(-1);
    if (last?.weight === run.weight) joined[joined.length - 1] = { ...run, text: last.text + run.text };
    else joined.push(run);
  }
  return joined;
}
