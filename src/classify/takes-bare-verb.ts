import { readToken, type TokenBuffer } from './token-buffer.ts';

/** Words that deny a verb in its bare form: `would not share`, `didn't stop`. */
const ALONE: ReadonlySet<string> = new Set(
  "didn't doesn't don't wouldn't couldn't won't can't cannot shouldn't didnt doesnt dont wouldnt couldnt wont cant".split(
    ' ',
  ),
);
const BEFORE_NOT: ReadonlySet<string> = new Set('did does do would could will can should'.split(' '));

/** Whether the words that end before `to` deny a bare verb, so that a finite one behind it is not denied by them. */
export function takesBareVerb(tokens: TokenBuffer, to: number): boolean {
  const last = readToken(tokens, to - 1)
    .toLowerCase()
    .replace('’', "'");
  if (last !== 'not') return ALONE.has(last);
  return to > 1 && BEFORE_NOT.has(readToken(tokens, to - 2).toLowerCase());
}
