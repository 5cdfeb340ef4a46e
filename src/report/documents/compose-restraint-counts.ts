import type { GovernorEdition } from '../../privacy/governor-edition.ts';
import type { GovernorExtras } from '../governor-extras.ts';
import type { ReportDocument } from '../report-document.ts';
import { dutyBlocks } from './duties/duty-blocks.ts';
import { findSheet, sheetTable } from './duties/sheet-table.ts';
import { frameReport } from './frame-report.ts';
import { makeContext } from './governors/governor-context.ts';
import { methodAnnex } from './governors/method-annex.ts';
import { qualityAnnex } from './governors/quality-annex.ts';
import { meaningTable } from './governors/tables.ts';
import { tellMeasure } from './governors/tell-measure.ts';
import { readForceWords } from './restraint/read-force-words.ts';
import { readDutyWords } from './words/read-duty-words.ts';
import { readGovernorWords } from './words/read-governor-words.ts';
import { headingOf, sayWords } from './words/read-kind-words.ts';

const FORCE = 'positive_handling';

/** Use of force as governors may see it: how many, how long, who was told, and what the records hold; no case, no name. */
export function composeRestraintCounts(
  edition: GovernorEdition,
  { sheets, duties }: GovernorExtras,
): ReportDocument {
  const words = readForceWords(edition.meta);
  const context = makeContext(edition, readGovernorWords());
  const { now } = context.calls;
  const none = edition.counts.labels[FORCE] === 0;
  const table = (id: string, caption: string, header: string, totalName?: string, note?: string) =>
    findSheet(sheets, id).map((sheet) =>
      sheetTable(rename(sheet), context, {
        caption: `${caption}, ${now}`,
        header,
        counted: id === 'pupils' ? 'Pupils' : 'Records',
        ...(totalName === undefined ? {} : { totalName }),
        ...(note === undefined ? {} : { note }),
      }),
    );
  const rename = (sheet: (typeof sheets)[number]): (typeof sheets)[number] => ({
    ...sheet,
    rows: sheet.rows.map(({ name, count }) => ({ name: words.say[`${name}_row`] ?? name, count })),
  });
  const stood = none ? [] : dutyBlocks(duties, now, edition.rules.symbol);
  // Duties tell the same day in parts of their own: two tables of one thing could be subtracted.
  const toldSection = {
    heading: headingOf(words, 'told'),
    blocks: table(
      'parents',
      'When parents or carers were told',
      'Parents told',
      'All records',
      sayWords(words, 'silence'),
    ),
  };
  return frameReport(
    'restraint',
    { title: words.governor_title, subject: words.governor_subject, handling: null },
    edition.meta,
    [
      {
        heading: headingOf(words, 'know'),
        blocks: [
          ...(none ? [{ type: 'paragraph' as const, text: words.none }] : []),
          { type: 'bullets', items: [tellMeasure(FORCE, context)] },
          meaningTable(
            context,
            `Records of force, ${now}`,
            [{ title: 'Use of force', read: ({ labels }) => labels[FORCE] ?? 0, headline: FORCE }],
            context.words.low_counts,
            'Measure',
          ),
        ],
      },
      ...(none || stood.length > 0 ? [] : [toldSection]),
      ...(none
        ? []
        : [
            {
              heading: headingOf(words, 'who'),
              blocks: [
                ...table('length', 'How long force lasted', 'Length', 'All records'),
                ...table(
                  'pupils',
                  'How many records each pupil is named in',
                  'Pupils with',
                  'All pupils named',
                ),
                ...table('needs', 'Needs of the pupils', sayWords(words, 'needs_header'), 'All records'),
              ],
            },
            {
              heading: headingOf(words, 'holds'),
              blocks: [
                { type: 'paragraph' as const, text: sayWords(words, 'rule') },
                ...table('items', 'What the records of force show of each thing asked', 'Thing asked'),
              ],
            },
          ]),
      ...(stood.length === 0 ? [] : [{ heading: readDutyWords().heading, blocks: stood }]),
      { heading: headingOf(words, 'ask'), blocks: [{ type: 'bullets', items: words.questions }] },
      { heading: headingOf(words, 'limits'), blocks: [{ type: 'bullets', items: words.limits }] },
      qualityAnnex(context),
      methodAnnex(context),
    ],
  );
}
