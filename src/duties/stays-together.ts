import { readToken, type TokenBuffer } from '../classify/token-buffer.ts';
import answerData from './answer-words.yaml';

const { labels, done, titles } = answerData as Readonly<
  Record<'labels' | 'done' | 'titles', readonly string[]>
>;
const LABELS: ReadonlySet<string> = new Set(labels);
const DONE: ReadonlySet<string> = new Set(done);
const TITLES: ReadonlySet<string> = new Set(titles);

/** Whether a word opens its field or its sentence, or stands behind a mark that ends one. */
function opens(tokens: TokenBuffer, at: number): boolean {
  if (at === 0 || tokens.field[at - 1] !== tokens.field[at]) return true;
  const text = tokens.texts[tokens.field[at] ?? 0] ?? '';
  return /[.;!?\n]/.test(text.slice(tokens.end[at - 1] ?? 0, tokens.start[at] ?? 0));
}

/**
 * Whether two words say one thing though a mark stands between them (`gap`): the label of a list of people and those
 * people (`Alerted: DSL, class teacher`), a person and what was done (`DSL: informed`), or the halves of a title
 * (`Assistant Head - Values`).
 */
export function staysTogether(tokens: TokenBuffer, at: number, gap: string): boolean {
  const before = readToken(tokens, at - 1).toLowerCase();
  const word = readToken(tokens, at).toLowerCase();
  if (/^\s*:\s*$/.test(gap)) return DONE.has(word) || (LABELS.has(before) && opens(tokens, at - 1));
  return /^\s*[-–—]\s*$/.test(gap) && TITLES.has(`${before} ${word}`);
}
