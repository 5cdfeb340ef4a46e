import type { Finding } from '../../../incident/finding.ts';
import { readPastoralWords } from '../words/read-pastoral-words.ts';

/** The sentences of findings, possible ones marked; what every pattern's sentence ends with is left out. */
export function sayFindings(findings: readonly Finding[]): string[] {
  const { said_once } = readPastoralWords();
  return findings.map(({ sentence, tier }) => {
    const told = sentence.replace(` ${said_once}`, '').replaceAll(' -> ', ' → ');
    return tier === 'possible' ? `${told} Possible, not certain.` : told;
  });
}
