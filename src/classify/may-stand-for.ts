import wordData from './data/gendered-words.yaml';
import { readToken, type TokenBuffer } from './token-buffer.ts';

const words = wordData as Readonly<Record<'she' | 'he' | 'female' | 'male', readonly string[]>>;
const SHE: ReadonlySet<string> = new Set(words.she);
const HE: ReadonlySet<string> = new Set(words.he);
const FEMALE: ReadonlySet<string> = new Set(words.female);
const MALE: ReadonlySet<string> = new Set(words.male);

/** Whether the pronoun at `at` may stand for the adult at `other`: `Mum told us that | he kicked Ali` is not about Mum. */
export function mayStandFor(tokens: TokenBuffer, at: number, other: number): boolean {
  const pronoun = readToken(tokens, at).toLowerCase();
  const adult = readToken(tokens, other).toLowerCase();
  return !((SHE.has(adult) && MALE.has(pronoun)) || (HE.has(adult) && FEMALE.has(pronoun)));
}
