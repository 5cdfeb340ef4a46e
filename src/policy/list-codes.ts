import { readFacts } from './facts.ts';
import { RECORD_CODES, RECORD_TITLES } from './record-codes.ts';
import { readTaxonomy } from './taxonomy.ts';

/** A code that a duty may name, with what it stands for. */
interface ListedCode {
  readonly code: string;
  readonly title: string;
}

/** Every code that `when`, `needs` and the like may name: labels, facts read from the words, cells and the roll. */
export function listCodes(): readonly ListedCode[] {
  const labels = readTaxonomy().labels.map(({ code, title }) => ({ code, title }));
  const known = new Set(labels.map(({ code }) => code));
  const facts = readFacts()
    .facts.filter(({ code }) => !code.startsWith('~') && !known.has(code))
    .map(({ code, title }) => ({ code, title }));
  const cells = RECORD_CODES.map((code) => ({ code, title: RECORD_TITLES[code] }));
  return [...labels, ...facts, ...cells];
}
