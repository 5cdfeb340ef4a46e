import type { GovernorEdition } from '../../privacy/governor-edition.ts';
import type { ReportDocument } from '../report-document.ts';
import { definitionsAnnex, methodAnnex, numbersAnnex, qualityAnnex } from './governors/annexes.ts';
import { makeContext } from './governors/governor-context.ts';
import {
  askSection,
  changeSection,
  kindsSection,
  knowSection,
  seriousSection,
  whereSection,
  whoSection,
} from './governors/sections.ts';
import { namePeriod, spellSpan } from './sentences/name-period.ts';
import { type GovernorWords, readGovernorWords } from './words/read-governor-words.ts';

/**
 * The head's termly behaviour report to governors: findings first, then figures, then tables, then how the numbers
 * were made. Takes an edition, so there is nothing in it that a governor may not see.
 */
export function composeGovernors(
  edition: GovernorEdition,
  words: GovernorWords = readGovernorWords(),
): ReportDocument {
  const context = makeContext(edition, words);
  const { school, period, as_at, fingerprint } = edition.meta;
  const name = namePeriod(period);
  return {
    kind: 'governors',
    title: words.title,
    subtitle: `${school} · ${name}${name === period.name ? '' : ` · ${spellSpan(period)}`}`,
    author: school,
    subject: words.subject,
    edition: 'governor',
    handling: null,
    date: as_at,
    fingerprint,
    sections: [
      knowSection(context),
      changeSection(context),
      kindsSection(context),
      seriousSection(context),
      whereSection(context),
      whoSection(context),
      askSection(context),
      numbersAnnex(context),
      definitionsAnnex(context),
      qualityAnnex(context),
      methodAnnex(context),
    ],
  };
}
