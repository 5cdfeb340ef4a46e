import { isShown } from '../../privacy/count-cell.ts';
import type { GovernorEdition } from '../../privacy/governor-edition.ts';
import type { GovernorExtras } from '../governor-extras.ts';
import type { ReportDocument } from '../report-document.ts';
import { findSheet, sheetTable } from './duties/sheet-table.ts';
import { frameReport } from './frame-report.ts';
import { makeContext } from './governors/governor-context.ts';
import { methodAnnex } from './governors/method-annex.ts';
import { qualityAnnex } from './governors/quality-annex.ts';
import { meaningTable } from './governors/tables.ts';
import { tellMeasure } from './governors/tell-measure.ts';
import { drawYears } from './positives/draw-years.ts';
import { formatAbout, formatCount } from './sentences/format-number.ts';
import { readGovernorWords } from './words/read-governor-words.ts';
import { headingOf, readKindWords, sayWords } from './words/read-kind-words.ts';

/** Positive records as governors may see them: how many, by year, and for how many pupils; no name. */
export function composePositivesCounts(edition: GovernorEdition, { sheets }: GovernorExtras): ReportDocument {
  const words = readKindWords('positives', edition.meta.nation);
  const context = makeContext(edition, readGovernorWords());
  const { now } = context.calls;
  const { incidents, records } = edition.counts;
  const none = records.positive === 0;
  const ratio =
    isShown(incidents) && isShown(records.positive) && incidents > 0 && records.positive > 0
      ? [
          sayWords(words, records.positive < incidents ? 'ratio_under' : 'ratio', {
            ratio: formatAbout(
              records.positive < incidents ? incidents / records.positive : records.positive / incidents,
            ),
            positive: formatCount(records.positive),
            incidents: formatCount(incidents),
          }),
        ]
      : [];
  const years = findSheet(sheets, 'years').map((sheet) => ({
    total: isShown(sheet.total) ? sheet.total : 0,
    rows: sheet.rows.flatMap(({ name, count }) => (isShown(count) ? [{ name, count }] : [])),
    whole: sheet.rows.every(({ count }) => isShown(count)),
  }));
  return frameReport(
    'positives',
    { title: words.governor_title, subject: words.governor_subject, handling: null },
    edition.meta,
    [
      {
        heading: headingOf(words, 'know'),
        blocks: [
          ...(none ? [{ type: 'paragraph' as const, text: words.none }] : []),
          { type: 'bullets', items: [tellMeasure('positive', context), ...ratio] },
          meaningTable(
            context,
            `Positive records, ${now}`,
            [{ title: 'Positive records', read: ({ records }) => records.positive, headline: 'positive' }],
            sayWords(words, 'ratio_caution'),
            'Measure',
          ),
        ],
      },
      ...(none
        ? []
        : [
            {
              heading: headingOf(words, 'who'),
              blocks: [
                // With a year hidden, 'the most' could be false.
                ...years.flatMap(({ rows, total, whole }) =>
                  whole ? drawYears(words, rows, total, now, edition.meta.data_range[1]) : [],
                ),
                ...findSheet(sheets, 'years').map((sheet) =>
                  sheetTable(sheet, context, {
                    caption: `Positive records by year, once for each pupil named, ${now}`,
                    header: 'Year',
                    counted: 'Records',
                    totalName: 'All years',
                  }),
                ),
                ...findSheet(sheets, 'pupils').map((sheet) =>
                  sheetTable(sheet, context, {
                    caption: `Pupils by how many positive records name them, ${now}`,
                    header: 'Pupils with',
                    counted: 'Pupils',
                    totalName: 'All pupils named',
                  }),
                ),
              ],
            },
          ]),
      { heading: headingOf(words, 'ask'), blocks: [{ type: 'bullets', items: words.questions }] },
      {
        heading: headingOf(words, 'limits'),
        blocks: [{ type: 'bullets', items: words.governor_limits ?? words.limits }],
      },
      qualityAnnex(context),
      methodAnnex(context),
    ],
  );
}
