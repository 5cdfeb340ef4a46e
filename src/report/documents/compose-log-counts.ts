import { readTaxonomy } from '../../policy/taxonomy.ts';
import { isShown } from '../../privacy/count-cell.ts';
import type { GovernorCounts, GovernorEdition } from '../../privacy/governor-edition.ts';
import { type GovernorExtras, NO_EXTRAS } from '../governor-extras.ts';
import type { ReportBlock, ReportDocument } from '../report-document.ts';
import { dutyBlocks } from './duties/duty-blocks.ts';
import { exclusionSections } from './exclusions/exclusion-sections.ts';
import { type GovernorContext, makeContext } from './governors/governor-context.ts';
import { methodAnnex } from './governors/method-annex.ts';
import { meaningTable } from './governors/tables.ts';
import { tellMeasure } from './governors/tell-measure.ts';
import { termTable } from './governors/term-table.ts';
import { joinWords, uncapitalise } from './sentences/format-number.ts';
import { namePeriod, spellSpan } from './sentences/name-period.ts';
import { fillWords } from './words/fill-words.ts';
import { readDutyWords } from './words/read-duty-words.ts';
import { readExclusionWords } from './words/read-exclusion-words.ts';
import { readGovernorWords } from './words/read-governor-words.ts';
import { type LogWords, nameInLog, readLog, readLogWords } from './words/read-log-words.ts';
import { nationTerm } from './words/read-nation-terms.ts';

/**
 * A log as governors may see it: counts by kind and term with their tests, no case and no name. Made from the
 * edition alone.
 */
export function composeLogCounts(
  kind: string,
  edition: GovernorEdition,
  { duties, sheets, hasSecondList }: GovernorExtras = NO_EXTRAS,
): ReportDocument {
  const [words, log] = [readLogWords(), readLog(kind, edition.meta.nation)];
  const context = makeContext(edition, readGovernorWords());
  const { school, period, as_at, fingerprint } = edition.meta;
  const name = namePeriod(period);
  const stood = dutyBlocks(duties, context.calls.now, edition.rules.symbol);
  const isOut = log.codes.includes('exclusion.suspension');
  return {
    kind,
    title: log.governor_title,
    subtitle: `${school} · ${name}${name === period.name ? '' : ` · ${spellSpan(period)}`}`,
    author: school,
    subject: `${log.subject} Counts for governors: no pupil is named and small numbers are hidden.`,
    edition: 'governor',
    handling: null,
    date: as_at,
    fingerprint,
    sections: [
      {
        heading: words.headings.know,
        blocks: [
          ...tellMeasures(log, context),
          ...(isOut && hasSecondList?.() === true ? [tellSecondList(edition)] : []),
        ],
      },
      { heading: words.headings.kinds, blocks: tellKinds(log, context) },
      ...(isOut
        ? [
            { heading: words.headings.terms, blocks: [termTable(context)] },
            ...exclusionSections(context, sheets),
          ]
        : []),
      ...(stood.length === 0 ? [] : [{ heading: readDutyWords().heading, blocks: stood }]),
      { heading: words.headings.ask, blocks: [{ type: 'bullets', items: log.questions }] },
      {
        heading: words.headings.governor_limits,
        blocks: [{ type: 'bullets', items: log.governor_limits ?? log.limits }],
      },
      defineKinds(log, context),
      methodAnnex(context),
    ],
  };
}

/** That exclusions of a second system are not in these numbers, so that a nought is not taken for all of them. */
function tellSecondList({ meta }: GovernorEdition): ReportBlock {
  return { type: 'paragraph', text: readExclusionWords(meta.nation).second_governors };
}

function tellMeasures(log: LogWords, context: GovernorContext): ReportBlock[] {
  const { headline } = context.edition;
  const rows = log.measures.flatMap((code) => headline.filter((row) => row.code === code));
  const isNone = rows.every(({ now }) => now === 0);
  const items = rows.map(({ code }) => tellMeasure(code, context));
  return [
    ...(isNone ? [{ type: 'paragraph' as const, text: log.none }] : []),
    { type: 'bullets', items },
    { type: 'paragraph', text: context.words.low_counts, muted: true },
  ];
}

function tellKinds(log: LogWords, context: GovernorContext): ReportBlock[] {
  const { edition } = context;
  const { comparisons, counts, rules } = edition;
  const periods = [counts, comparisons.last_year, comparisons.previous].filter((each) => each !== null);
  const read = (each: GovernorCounts, code: string) => each.labels[code] ?? 0;
  const isTold = (code: string): boolean =>
    log.heads.includes(code) ||
    periods.some((each) => {
      const cell = read(each, code);
      return isShown(cell) && cell > 0;
    });
  const left = log.rows.filter((code) => !isTold(code));
  const never = left.filter((code) => periods.every((each) => read(each, code) === 0));
  const list = (words: string, codes: readonly string[], after: string): ReportBlock[] =>
    codes.length === 0
      ? []
      : [
          {
            type: 'paragraph',
            text: `${words} ${joinWords(codes.map((code) => uncapitalise(nameInLog(log, code))))}. ${after}`.trim(),
            muted: true,
          },
        ];
  const words = readLogWords();
  const table = meaningTable(
    context,
    `Incidents by kind, ${context.calls.now}`,
    log.rows
      .filter(isTold)
      .map((code) => ({ title: nameInLog(log, code), read: (each) => read(each, code), headline: code })),
    '',
  );
  // Only what the table has is explained: a reader looks in vain for a symbol or for other lines.
  const note = [
    ...(table.rows.some(({ cells }) => cells.includes(rules.symbol))
      ? [fillWords(words.kinds_hidden, { top: String(rules.threshold - 1), symbol: rules.symbol })]
      : []),
    ...(table.rows.length > 1 ? [words.kinds_note] : []),
    ...(periods.length > 1 ? [words.kinds_compared] : []),
  ].join(' ');
  return [
    note === '' ? table : { ...table, note },
    ...list(
      context.words.only_hidden,
      left.filter((code) => !never.includes(code)),
      '',
    ),
    ...list(
      periods.length === 1 ? context.words.never_recorded_one : context.words.never_recorded,
      never,
      context.words.none_recorded,
    ),
  ];
}

function defineKinds(log: LogWords, context: GovernorContext): ReportDocument['sections'][number] {
  return {
    heading: context.words.headings.annex_definitions,
    annex: true,
    blocks: [
      {
        type: 'table',
        caption: 'What is counted under each name',
        columns: [
          { header: 'Name', align: 'left', width: 0.27 },
          { header: 'What counts', align: 'left', width: 0.73 },
        ],
        rows: readTaxonomy()
          .labels.filter(({ code }) => log.rows.includes(code))
          .map(({ code, definition }) => ({
            cells: [
              nameInLog(log, code),
              nationTerm(context.edition.meta.nation, 'definitions', code, definition),
            ],
          })),
      },
    ],
  };
}
