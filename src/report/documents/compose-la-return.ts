import { type CountCell, isShown } from '../../privacy/count-cell.ts';
import type { GovernorEdition } from '../../privacy/governor-edition.ts';
import type { GovernorExtras } from '../governor-extras.ts';
import type { ReportBlock, ReportDocument, RichText } from '../report-document.ts';
import { dutyBlocks } from './duties/duty-blocks.ts';
import { findSheet, sheetTable } from './duties/sheet-table.ts';
import { frameReport } from './frame-report.ts';
import { type GovernorContext, makeContext } from './governors/governor-context.ts';
import { methodAnnex } from './governors/method-annex.ts';
import { qualityAnnex } from './governors/quality-annex.ts';
import { meaningTable } from './governors/tables.ts';
import { listTypeRows } from './return/type-rows.ts';
import { formatCount, joinWords, uncapitalise } from './sentences/format-number.ts';
import { readDutyWords } from './words/read-duty-words.ts';
import { readGovernorWords } from './words/read-governor-words.ts';
import { headingOf, type KindWords, readKindWords, sayWords } from './words/read-kind-words.ts';

/**
 * The return of prejudice-related incidents in counts by protected characteristic, with a nil return where there are
 * none, as a whole and line by line. Made from the edition alone: no case and no name.
 */
export function composeLaReturn(
  edition: GovernorEdition,
  { sheets, duties }: GovernorExtras,
): ReportDocument {
  const words = readKindWords('la-return', edition.meta.nation);
  const context = makeContext(edition, readGovernorWords());
  const { now } = context.calls;
  const total = edition.counts.families.prejudice ?? 0;
  const stood = total === 0 ? [] : dutyBlocks(duties, now, edition.rules.symbol);
  return frameReport(
    'la-return',
    { title: words.governor_title, subject: words.governor_subject, handling: null },
    edition.meta,
    [
      { heading: headingOf(words, 'return'), blocks: tellReturn(words, context, total) },
      ...(total === 0
        ? []
        : [
            {
              heading: headingOf(words, 'done'),
              blocks: findSheet(sheets, 'done').map((sheet) =>
                sheetTable(sheet, context, {
                  caption: sayWords(words, 'done_caption', { name: now }),
                  header: 'Incidents',
                  counted: 'Number',
                  note: sayWords(words, 'done_note'),
                }),
              ),
            },
          ]),
      ...(stood.length === 0 ? [] : [{ heading: readDutyWords().heading, blocks: stood }]),
      { heading: headingOf(words, 'limits'), blocks: [{ type: 'bullets', items: words.limits }] },
      qualityAnnex(context),
      methodAnnex(context),
    ],
  );
}

/** The racist line, which never stands inside another. */
function tellRacist(words: KindWords, racist: CountCell): RichText {
  if (!isShown(racist)) return sayWords(words, 'racist_hidden');
  return racist === 0
    ? sayWords(words, 'racist_nil')
    : sayWords(words, 'racist', { count: formatCount(racist) });
}

function tellReturn(words: KindWords, context: GovernorContext, total: CountCell): ReportBlock[] {
  const { edition, calls } = context;
  const rows = listTypeRows(words);
  const nil = rows.filter(({ read }) => read(edition.counts) === 0);
  const first = isShown(total)
    ? sayWords(words, 'some', { name: calls.now, count: formatCount(total) })
    : sayWords(words, 'some_hidden', { name: calls.now });
  const { symbol, threshold } = edition.rules;
  const isHidden = rows.some(({ read }) => !isShown(read(edition.counts)));
  return [
    total === 0
      ? { type: 'paragraph', text: [{ text: words.none, bold: true }] }
      : {
          type: 'bullets',
          items: [
            [{ text: first, bold: true }],
            tellRacist(words, edition.counts.labels['prejudice.racist'] ?? 0),
            ...(nil.length === 0
              ? []
              : [
                  sayWords(words, 'nil_line', {
                    types: joinWords(nil.map(({ title }) => uncapitalise(title))),
                  }),
                ]),
          ],
        },
    meaningTable(
      context,
      sayWords(words, 'types_caption', { name: calls.now }),
      [
        ...rows.map(({ code, title, read }) => ({ title, read, headline: code })),
        {
          title: 'Any prejudice',
          read: ({ families }) => families.prejudice ?? 0,
          headline: 'prejudice',
          bold: true,
        },
      ],
      sayWords(words, 'types_note', {
        hidden:
          isHidden || !isShown(total)
            ? sayWords(words, 'hidden', { symbol, top: String(threshold - 1) })
            : '',
      }),
      'Characteristic',
    ),
  ];
}
