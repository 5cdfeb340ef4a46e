import type { CellTable } from '../../../privacy/governor-edition.ts';
import {
  type EditionExclusions,
  EXCLUSION_PARTS,
  MOST_SCHOOLS,
  type TrustEdition,
} from '../../../privacy/trust-edition.ts';
import type { ReportSection, ReportTable } from '../../report-document.ts';
import { joinWords } from '../sentences/format-number.ts';
import { alikeBlocks, partBlocks, reasonBlocks, SUSPENSION_PARTS } from './suspension-blocks.ts';
import { tellTotal } from './tell-total.ts';
import { tellsAny } from './tells-any.ts';
import { explainHidden, numberColumns, printCount, splitHead, type TrustContext } from './trust-context.ts';

/** How schools use suspension: reasons, lengths, repeats and purposes, by school where any school can show them. */
export function moderationSection(
  exclusions: EditionExclusions,
  schools: TrustEdition['schools'],
  context: TrustContext,
  hiddenNote: string,
): ReportSection {
  const { words } = context;
  const print = (cell: CellTable[string] | null | undefined): string => printCount(cell, context);
  const bySchool = schools.length <= MOST_SCHOOLS ? schools : [];
  const rows = [
    ...bySchool.map(({ school, exclusions: own }) => ({ name: school, own })),
    { name: 'All schools', own: exclusions },
  ];
  const table = (
    caption: string,
    first: string,
    headers: readonly string[],
    cells: (own: (typeof rows)[number]['own']) => readonly (CellTable[string] | null | undefined)[],
  ) =>
    explainHidden(
      {
        type: 'table',
        caption,
        columns: numberColumns(first, headers, headers.length > 4 ? 0.36 : 0.4),
        rows: rows.map(({ name, own }, at) => ({
          cells: [name, ...cells(own).map(print)],
          ...(at === rows.length - 1 ? { total: true } : {}),
        })),
      },
      context,
      hiddenNote,
    );
  const { terms } = context;
  const suspensions = words.measure({ code: 'exclusion.suspension', title: 'Suspensions' });
  // One row is no table.
  const totals = [
    tellTotal(suspensions, exclusions.suspensions, context),
    tellTotal('Permanent exclusions', exclusions.permanent, context),
  ];
  return {
    heading: words.heading('moderation'),
    blocks: [
      { type: 'paragraph', text: tellTold(exclusions, bySchool, words) },
      {
        type: 'bullets',
        items: [...(bySchool.length === 0 ? totals : []), ...tellExclusions(exclusions, context)],
      },
      ...(bySchool.length === 0
        ? []
        : [
            explainHead(
              table(
                `Exclusions by school, ${terms}`,
                'School',
                [splitHead(suspensions).head, 'Permanent exclusions', 'Pupils suspended'],
                (own) => [own.suspensions, own.permanent, own.pupils],
              ),
              suspensions,
            ),
          ]),
      ...partBlocks(exclusions, context, hiddenNote),
      ...SUSPENSION_PARTS.filter((part) => bySchool.some(({ exclusions: own }) => tellsAny(own[part]))).map(
        (part) =>
          table(
            `${words.name('parts', part)} of suspensions by school, ${terms}`,
            'School',
            EXCLUSION_PARTS[part].map((value) => words.name('values', value)),
            (own) => EXCLUSION_PARTS[part].map((value) => own[part][value]),
          ),
      ),
      ...reasonBlocks(rows, exclusions.alike.length === 0, context, hiddenNote),
      ...alikeBlocks(exclusions, context),
    ],
  };
}

/** What the section's tables tell of suspensions: parts of which no number can be shown are not promised. */
function tellTold(
  { reason, ...whole }: EditionExclusions,
  schools: TrustEdition['schools'],
  words: TrustContext['words'],
): string {
  const told = [
    ...(tellsAny(reason) ? (['reason'] as const) : []),
    ...SUSPENSION_PARTS.filter(
      (part) => tellsAny(whole[part]) || schools.some(({ exclusions }) => tellsAny(exclusions[part])),
    ),
  ].map((part) => words.name('told', part));
  return told.length === 0 ? words.say_('moderate_none') : words.say_('moderate', { told: joinWords(told) });
}

/** A table whose head leaves out what a name says in brackets, with that in its note. */
function explainHead(table: ReportTable, name: string): ReportTable {
  const note = [...splitHead(name).explained, ...(table.note === undefined ? [] : [table.note])].join(' ');
  return note === '' ? table : { ...table, note };
}

function tellExclusions(
  { pupils, pupils_again, days, days_known, suspensions }: EditionExclusions,
  context: TrustContext,
): string[] {
  const { words } = context;
  return [
    pupils === null
      ? words.say_('pupils_not_known')
      : words.say_('pupils', {
          pupils: printCount(pupils, context),
          again: printCount(pupils_again, context),
        }),
    ...(days === null || days_known === null
      ? []
      : [
          words.say_('days', {
            known: String(days_known),
            all: printCount(suspensions, context),
            days: String(days),
          }),
        ]),
  ];
}
