import { readTaxonomy } from '../../../policy/taxonomy.ts';
import { type CountCell, isShown } from '../../../privacy/count-cell.ts';
import type { GovernorCounts } from '../../../privacy/governor-edition.ts';
import type { ReportBlock, ReportSection } from '../../report-document.ts';
import { joinWords, uncapitalise } from '../sentences/format-number.ts';
import { nationTerm } from '../words/read-nation-terms.ts';
import type { GovernorContext } from './governor-context.ts';
import { meaningTable } from './tables.ts';

interface Row {
  readonly title: string;
  readonly code: string;
  readonly from: 'labels' | 'families';
  /** Row of the headline that holds its test. */
  readonly headline?: string;
  readonly bold?: boolean;
}

/** 3: bullying, prejudice, child-on-child abuse, staff, force and exclusions, each with its kinds. */
export function seriousSection(context: GovernorContext): ReportSection {
  const { words } = context;
  const { nation } = context.edition.meta;
  const rows = listRows().map((row) => ({
    ...row,
    title: nationTerm(nation, 'labels', row.code, row.title),
  }));
  const told = rows.filter((row) => isPrinted(row, context));
  const left = rows.filter((row) => !told.includes(row));
  const never = left.filter((row) => periodsOf(context).every((each) => readRow(each, row) === 0));
  const hidden = left.filter((row) => !never.includes(row));
  return {
    heading: words.headings.serious,
    blocks: [
      meaningTable(
        context,
        words.captions.serious,
        told.map((row) => ({
          title: row.title,
          read: (each) => readRow(each, row),
          ...(row.headline === undefined ? {} : { headline: row.headline }),
          ...(row.bold === true ? { bold: true } : {}),
        })),
        words.serious_note,
      ),
      ...sayRows(words.only_hidden, hidden, ''),
      ...sayRows(
        periodsOf(context).length === 1 ? words.never_recorded_one : words.never_recorded,
        never,
        words.none_recorded,
      ),
      { type: 'paragraph', text: words.low_counts },
    ],
  };
}

/** Codes of the labels that have a line in the table of this section. */
export function listPrintedCodes(context: GovernorContext): string[] {
  return listRows()
    .filter((row) => row.from === 'labels' && isPrinted(row, context))
    .map(({ code }) => code);
}

function isPrinted(row: Row, context: GovernorContext): boolean {
  return alwaysNamed(row) || periodsOf(context).some((each) => isTold(row, each));
}

/** Families in report order; a bold row is the whole of the rows below it. */
function listRows(): Row[] {
  const kinds = (name: string): Row[] =>
    readTaxonomy()
      .labels.filter(({ family }) => family === name)
      .map(({ code, title }) => ({ title, code, from: 'labels' }));
  const whole = (code: string, rows: readonly Row[]): Row[] =>
    rows.map((row) => (row.code === code ? { ...row, headline: code, bold: true } : row));
  const single = (rows: readonly Row[]): Row[] => rows.map((row) => ({ ...row, headline: row.code }));
  const racist = (row: Row): Row => (row.code === 'prejudice.racist' ? { ...row, headline: row.code } : row);
  const family = (code: string, title: string): Row => ({
    title,
    code,
    from: 'families',
    headline: code,
    bold: true,
  });
  return [
    ...whole('bullying', kinds('bullying')),
    family('prejudice', 'Any prejudice'),
    ...kinds('prejudice').map(racist),
    ...whole('child_on_child', kinds('child_on_child')),
    family('staff', 'Aggression or abuse towards staff'),
    ...kinds('staff'),
    ...[...single(kinds('handling')), ...single(kinds('exclusion'))].map((row) => ({ ...row, bold: true })),
  ];
}

function periodsOf({ edition }: GovernorContext): GovernorCounts[] {
  const { counts, comparisons } = edition;
  return [counts, comparisons.last_year, comparisons.previous].filter((each) => each !== null);
}

function isTold(row: Row, counts: GovernorCounts): boolean {
  const cell = readRow(counts, row);
  return isShown(cell) && cell > 0;
}

/** A list of titles after its words; nothing when the list is empty. */
function sayRows(words: string, rows: readonly Row[], after: string): ReportBlock[] {
  const titles = joinWords(rows.map(({ title }) => uncapitalise(title)));
  return rows.length === 0
    ? []
    : [{ type: 'paragraph', text: `${words} ${titles}. ${after}`.trim(), muted: true }];
}

/** Racist incidents, all bullying, suspensions and permanent exclusions have their line even at nought. */
function alwaysNamed({ code }: Row): boolean {
  return ['prejudice.racist', 'bullying', 'exclusion.suspension', 'exclusion.permanent'].includes(code);
}

function readRow(counts: GovernorCounts, { code, from }: Row): CountCell {
  return counts[from][code] ?? 0;
}
