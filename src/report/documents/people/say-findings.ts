import type { Finding } from '../../../incident/finding.ts';
import { capitalise } from '../sentences/format-number.ts';
import { readPastoralWords } from '../words/read-pastoral-words.ts';

/**
 * The findings on a page that has its subject for a heading, in their fewest words: without the subject, and without
 * what every pattern's sentence ends with; possible ones marked. The low end of a wide interval claims more than is known.
 */
export function sayFindings(findings: readonly Finding[]): string[] {
  const { said_once } = readPastoralWords();
  return findings.map(({ subject, sentence, tier, brief }) => {
    const rest = sentence.startsWith(subject)
      ? sentence.slice(subject.length).replace(/^(?: \([^)]*\))?: /, '')
      : sentence;
    const told = (brief ?? (rest.startsWith(' ') ? sentence : rest))
      .replace(` ${said_once}`, '')
      .replaceAll(' -> ', ' → ')
      .replaceAll(/between 0(?:\.0\d*)? and ([\d.]+) times/g, 'at most $1 times');
    return `${capitalise(told)}${tier === 'possible' ? ' Possible, not certain.' : ''}`;
  });
}
