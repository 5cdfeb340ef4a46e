import type { GovernorEdition } from '../../privacy/governor-edition.ts';
import type { GovernorDuty } from '../../privacy/hide-duties.ts';
import type { ReportDocument } from '../report-document.ts';
import { dutyBlocks } from './duties/duty-blocks.ts';
import { askSection } from './governors/ask-section.ts';
import { changeSection } from './governors/change-section.ts';
import { definitionsAnnex } from './governors/definitions-annex.ts';
import { makeContext } from './governors/governor-context.ts';
import { knowSection } from './governors/know-section.ts';
import { methodAnnex } from './governors/method-annex.ts';
import { numbersAnnex } from './governors/numbers-annex.ts';
import { qualityAnnex } from './governors/quality-annex.ts';
import { seriousSection } from './governors/serious-section.ts';
import { whereSection } from './governors/where-section.ts';
import { whoSection } from './governors/who-section.ts';
import { namePeriod, spellSpan } from './sentences/name-period.ts';
import { readDutyWords } from './words/read-duty-words.ts';
import { type GovernorWords, readGovernorWords } from './words/read-governor-words.ts';

/**
 * The head's termly behaviour report to governors: findings first, then figures, then tables, then how the numbers
 * were made. Takes an edition, so there is nothing in it that a governor may not see.
 */
export function composeGovernors(
  edition: GovernorEdition,
  words: GovernorWords = readGovernorWords(),
  duties: readonly GovernorDuty[] = [],
): ReportDocument {
  const context = makeContext(edition, words);
  const { school, period, as_at, fingerprint } = edition.meta;
  const stood = dutyBlocks(duties, context.calls.now, edition.rules.symbol);
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
      seriousSection(context),
      whereSection(context),
      whoSection(context),
      askSection(context),
      numbersAnnex(context),
      definitionsAnnex(context),
      qualityAnnex(context),
      methodAnnex(context, { weeks: edition.chart !== null, groups: context.groups.length > 0 }),
      ...(stood.length === 0 ? [] : [{ heading: readDutyWords().heading, annex: true, blocks: stood }]),
    ],
  };
}
