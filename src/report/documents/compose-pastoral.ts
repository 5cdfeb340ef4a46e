import type { Analysis } from '../../incident/analysis.ts';
import type { DutyStanding } from '../../incident/duty-standing.ts';
import type { ReportDocument } from '../report-document.ts';
import { dutyBlocks } from './duties/duty-blocks.ts';
import { fixesSection } from './pastoral/fixes-section.ts';
import { findingSection, pupilSection, seriousSection } from './pastoral/pupil-sections.ts';
import { changedSection, limitsSection, waitingSection } from './pastoral/record-sections.ts';
import { callPeriods, namePeriod, spellSpan } from './sentences/name-period.ts';
import { readDutyWords } from './words/read-duty-words.ts';
import { type PastoralWords, readPastoralWords } from './words/read-pastoral-words.ts';

/**
 * The pastoral team's pack: who to talk about and why, in their own words for each finding, then what waits for a
 * person and what could not be told. Restricted: it names pupils, and says so on every page.
 */
export function composePastoral(
  analysis: Analysis,
  words: PastoralWords = readPastoralWords(),
  duties: readonly DutyStanding[] = [],
): ReportDocument {
  const { school, period, as_at, fingerprint } = analysis.meta;
  const name = namePeriod(period);
  const stood = dutyBlocks(duties, callPeriods(period).now, '');
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
      findingSection(analysis, words.headings.pairs, ['pair'], words.none_pairs, words),
      findingSection(
        analysis,
        words.headings.places,
        ['school_trend', 'year_trend', 'class_trend', 'class_pattern', 'hotspot'],
        words.none_places,
        words,
      ),
      ...(stood.length === 0 ? [] : [{ heading: readDutyWords().heading, blocks: stood }]),
      waitingSection(analysis, words),
      limitsSection(analysis, words),
      fixesSection(analysis, words),
    ],
  };
}
