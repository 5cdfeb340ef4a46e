import type { SchoolKnowledge } from './compile-rules.ts';
import misspellingsData from './data/misspellings.yaml';
import slursData from './data/slurs.yaml';
import { finishGrammar, type LexiconFile, startGrammar } from './grammar.ts';
import { loadLexicon } from './load-lexicon.ts';
import { createScan, findPhrases, spanOf } from './scan.ts';
import { createTokenBuffer, NARRATIVE_FIELD } from './token-buffer.ts';
import { resetTokens, tokeniseField } from './tokenise.ts';

/** Hides a word but for its first letter. */
export function maskWord(word: string): string {
  return word.length < 2 ? word : `${word[0]}${'*'.repeat(word.length - 1)}`;
}

/** Of a school's own words those that are slurs. */
function keepSlurs({ classes = {} }: LexiconFile): LexiconFile {
  const isSlur = (name: string): boolean => Object.hasOwn((slursData as LexiconFile).classes ?? {}, name);
  return { classes: Object.fromEntries(Object.entries(classes).filter(([name]) => isSlur(name))) };
}

/**
 * Makes the function that masks every slur of the lexicon, and of a school's own words, in a text, so that a list handed round school does not
 * spread the words. The text keeps its length; what stands beyond the tokens that are read is masked by nobody,
 * so give it excerpts.
 */
export function createSlurMask(own: SchoolKnowledge = {}): (text: string) => string {
  const draft = startGrammar({ ...(misspellingsData as Record<string, string>), ...own.aliases });
  loadLexicon(draft, [slursData as LexiconFile, ...(own.lexicon ?? []).map(keepSlurs)], {});
  const grammar = finishGrammar(draft);
  const slur = grammar.symbols.get('c:SLUR') ?? -1;
  const tokens = createTokenBuffer();
  const scan = createScan(tokens.start.length);
  return (text) => {
    resetTokens(tokens);
    tokeniseField(tokens, NARRATIVE_FIELD, text, grammar.vocabulary);
    tokens.sentence[tokens.count] = -1;
    findPhrases(scan, grammar, tokens);
    let out = text;
    for (let at = 0; at < tokens.count; at++) {
      const length = spanOf(scan, grammar, tokens, at, slur);
      for (let part = at; part < at + length; part++) {
        const start = tokens.start[part] ?? 0;
        const end = tokens.end[part] ?? start;
        // Letter by letter: no letter but the first is shown.
        const hidden = part > at && end - start === 1 ? '*' : maskWord(text.slice(start, end));
        out = out.slice(0, start) + hidden + out.slice(end);
      }
    }
    return out;
  };
}
