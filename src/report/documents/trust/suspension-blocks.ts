import { readExclusionReasons } from '../../../policy/exclusion-reasons.ts';
import { isShown } from '../../../privacy/count-cell.ts';
import type { CellTable } from '../../../privacy/governor-edition.ts';
import { type EditionExclusions, EXCLUSION_PARTS } from '../../../privacy/trust-edition.ts';
import type { ReportBlock } from '../../report-document.ts';
import { uncapitalise } from '../sentences/format-number.ts';
import { tellsAny } from './tells-any.ts';
import { explainHidden, numberColumns, printCount, splitHead, type TrustContext } from './trust-context.ts';

/** What is told of a suspension beside its reason. */
export const SUSPENSION_PARTS = ['length', 'turn', 'purpose'] as const;

/** How suspensions were used over all schools: lengths, repeats and purposes in one table, as far as any can be told. */
export function partBlocks(
  exclusions: EditionExclusions,
  context: TrustContext,
  hiddenNote: string,
): readonly ReportBlock[] {
  const { words, terms } = context;
  const parts = SUSPENSION_PARTS.filter((part) => tellsAny(exclusions[part]));
  if (parts.length === 0 && !tellsAny(exclusions.reason))
    return exclusions.suspensions === 0 ? [] : [{ type: 'paragraph', text: words.say_('no_parts') }];
  if (parts.length === 0) return [];
  const all = parts.flatMap((part) =>
    EXCLUSION_PARTS[part].map((value) => ({
      part: words.name('parts', part),
      value: words.name('values', value).toLowerCase(),
      cell: exclusions[part][value],
    })),
  );
  // Rows of nothing are told in a line; but one row is no table.
  const some = all.filter(({ cell }) => cell !== 0);
  const listed = some.length < 2 ? all : some;
  const left = all.filter((row) => !listed.includes(row));
  const none = [...new Set(left.map(({ part }) => part))].map((part) => {
    const values = left.filter((row) => row.part === part).map(({ value }) => value);
    return `${values.join(', ')} (${uncapitalise(part)})`;
  });
  const table = explainHidden(
    {
      type: 'table',
      caption: `How suspensions were used, all schools, ${terms}`,
      columns: numberColumns(
        'Length, turn and purpose',
        [splitHead(words.measure({ code: 'exclusion.suspension', title: 'Suspensions' })).head],
        0.7,
      ),
      rows: listed.map(({ part, value, cell }) => ({
        cells: [`${part}: ${value}`, printCount(cell, context)],
      })),
    },
    context,
    hiddenNote,
  );
  const note = [
    ...(parts.includes('turn') ? [words.say_('turn_note')] : []),
    ...(none.length === 0 ? [] : [words.say_('parts_none', { values: none.join('; ') })]),
    ...(table.note === undefined ? [] : [table.note]),
  ].join(' ');
  return [note === '' ? table : { ...table, note }];
}

function nameReason(code: string, { words }: TrustContext): string {
  return readExclusionReasons().find((reason) => reason.code === code)?.name ?? words.name('values', code);
}

/** Reasons down and schools across would not fit: a row a school and reason that any school or the trust can show. */
export function reasonBlocks(
  rows: readonly { readonly name: string; readonly own: { readonly reason: CellTable } }[],
  noneAlike: boolean,
  context: TrustContext,
  hiddenNote: string,
): readonly ReportBlock[] {
  const whole = rows.at(-1);
  const codes = Object.keys(whole?.own.reason ?? {});
  if (whole === undefined || codes.length === 0 || !tellsAny(whole.own.reason)) return [];
  const bySchool = rows.length > 1;
  const table = explainHidden(
    {
      type: 'table',
      caption: `${context.words.name('parts', 'reason')} of suspensions, ${context.terms}`,
      columns: [
        { header: 'Reason', align: 'left', width: bySchool ? 0.46 : 0.75 },
        { header: 'All schools', align: 'right', width: bySchool ? 0.18 : 0.25 },
        ...(bySchool ? [{ header: 'Schools that show a number', align: 'left' as const, width: 0.36 }] : []),
      ],
      rows: codes.map((code) => ({
        cells: [
          nameReason(code, context),
          printCount(whole.own.reason[code], context),
          ...(bySchool ? [tellRows(code)] : []),
        ],
      })),
    },
    context,
    hiddenNote,
  );
  if (!noneAlike) return [table];
  return [
    {
      ...table,
      note: [...(table.note === undefined ? [] : [table.note]), context.words.say_('no_alike')].join(' '),
    },
  ];
  function tellRows(code: string): string {
    const told = rows.slice(0, -1).flatMap(({ name, own }) => {
      const cell = own.reason[code] ?? 0;
      return isShown(cell) && cell > 0 ? [`${name}: ${String(cell)}`] : [];
    });
    return told.join('; ') || '–';
  }
}

/** Suspensions for the same reason, of one length, turn and purpose, where enough are alike for a list of cases. */
export function alikeBlocks(exclusions: EditionExclusions, context: TrustContext): readonly ReportBlock[] {
  const { alike } = exclusions;
  const { words, rules } = context;
  if (alike.length === 0) return [];
  return [
    {
      type: 'table',
      caption: 'Suspensions alike in reason, length, turn and purpose, over all schools',
      columns: [
        { header: 'Reason', align: 'left', width: 0.34 },
        { header: 'Length', align: 'left', width: 0.18 },
        { header: words.name('parts', 'turn'), align: 'left', width: 0.16 },
        { header: 'Purpose', align: 'left', width: 0.22 },
        { header: 'Cases', align: 'right', width: 0.1 },
      ],
      rows: alike.map(({ reason, length, turn, purpose, count }) => ({
        cells: [
          nameReason(reason, context),
          ...[length, turn, purpose].map((value) => words.name('values', value)),
          String(count),
        ],
      })),
      note: `${words.say_('alike_note', { least: String(rules.threshold) })} ${words.say_('turn_note')}`,
    },
  ];
}
