import type { Analysis } from '../../incident/analysis.ts';
import type { ReportDocument } from '../report-document.ts';
import { findingSection, pupilSection, seriousSection } from './pastoral/pupil-sections.ts';
import { changedSection, fixesSection, limitsSection, waitingSection } from './pastoral/record-sections.ts';
import { namePeriod, spellSpan } from './sentences/name-period.ts';
import { type PastoralWords, readPastoralWords } from './words/read-pastoral-words.ts';

/**
 * The pastoral team's pack: who to talk about and why, in their own words for each finding, then what waits for a
 * person and what could not be told. Restricted: it names pupils, and says so on every page.
 */
export function composePastoral(
  analysis: Analysis,
  words: PastoralWords = readPastoralWords(),
): ReportDocument {
  const { school, period, as_at, fingerprint } = analysis.meta;
  const name = namePeriod(period);
  return {
    kind: 'pastoral',
    title: words.title,
    subtitle: `${school} · ${name}${name === period.name ? '' : ` · ${spellSpan(period)}`}`,
    author: school,
    subject: words.subject,
    edition: 'restricted',
    handling: words.handling,
    date: as_at,
    fingerprint,
    sections: [
      changedSection(analysis, words),
      seriousSection(analysis, words),
      pupilSection(analysis, words),
      findingSection(analysis, words.headings.pairs, ['pair'], words.none_pairs),
      findingSection(
        analysis,
        words.headings.places,
        ['school_trend', 'year_trend', 'class_trend', 'class_pattern', 'hotspot'],
        words.none_places,
      ),
      waitingSection(analysis, words),
      limitsSection(analysis, words),
      fixesSection(analysis, words),
    ],
  };
}
