import { isShown } from '../../privacy/count-cell.ts';
import type { GovernorEdition } from '../../privacy/governor-edition.ts';
import type { GovernorSheet } from '../../privacy/hide-sheet.ts';
import type { GovernorExtras } from '../governor-extras.ts';
import type { ReportDocument } from '../report-document.ts';
import { findSheet, sheetTable } from './duties/sheet-table.ts';
import { frameReport } from './frame-report.ts';
import { makeContext } from './governors/governor-context.ts';
import { methodAnnex } from './governors/method-annex.ts';
import { qualityAnnex } from './governors/quality-annex.ts';
import { countNoun } from './sentences/format-number.ts';
import { readGovernorWords } from './words/read-governor-words.ts';
import { headingOf, readKindWords, sayWords } from './words/read-kind-words.ts';
import { nationTerm } from './words/read-nation-terms.ts';

/** The draft register as governors may see it: how many pupils have each reason, no name and no case. */
export function composeAtRiskCounts(edition: GovernorEdition, { sheets }: GovernorExtras): ReportDocument {
  const words = readKindWords('at-risk', edition.meta.nation);
  const context = makeContext(edition, readGovernorWords());
  const { now } = context.calls;
  const total = findSheet(sheets, 'reasons')[0]?.total ?? 0;
  const first =
    total === 0
      ? sayWords(words, 'total_none', { name: now })
      : isShown(total)
        ? sayWords(words, 'total', {
            pupils: countNoun(total, 'pupil'),
            have: total === 1 ? 'has' : 'have',
            name: now,
          })
        : sayWords(words, 'total_hidden', { name: now });
  return frameReport(
    'at-risk',
    { title: words.governor_title, subject: words.governor_subject, handling: null },
    edition.meta,
    [
      {
        heading: headingOf(words, 'know'),
        blocks: [
          { type: 'bullets', items: [[{ text: first, bold: true }]] },
          { type: 'paragraph', text: sayWords(words, 'decide_governors') },
          ...(total === 0
            ? []
            : findSheet(sheets, 'reasons').map((sheet) =>
                sheetTable(nameReasons(sheet, edition.meta.nation), context, {
                  caption: sayWords(words, 'reasons_caption', { name: now }),
                  header: 'Reason',
                  counted: 'Pupils',
                  note: sayWords(words, 'reasons_note'),
                }),
              )),
        ],
      },
      { heading: headingOf(words, 'ask'), blocks: [{ type: 'bullets', items: words.questions }] },
      {
        heading: headingOf(words, 'governor_limits'),
        blocks: [{ type: 'bullets', items: words.governor_limits ?? words.limits }],
      },
      qualityAnnex(context),
      methodAnnex(context),
    ],
  );
}

/** The reasons as the school's nation names them. */
function nameReasons(sheet: GovernorSheet, nation: string): GovernorSheet {
  return {
    ...sheet,
    rows: sheet.rows.map((row) => ({ ...row, name: nationTerm(nation, 'reasons', row.name, row.name) })),
  };
}
