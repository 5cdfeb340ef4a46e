import { listDutyTitles } from '../../../policy/built-in-profiles.ts';
import { readExclusionReasons } from '../../../policy/exclusion-reasons.ts';
import { isShown } from '../../../privacy/count-cell.ts';
import type { CellTable } from '../../../privacy/governor-edition.ts';
import {
  type EditionDuty,
  type EditionExclusions,
  type EditionForce,
  EXCLUSION_PARTS,
  MOST_SCHOOLS,
  type TrustEdition,
} from '../../../privacy/trust-edition.ts';
import type { ReportBlock, ReportSection, ReportTable } from '../../report-document.ts';
import { formatShare, joinWords, uncapitalise } from '../sentences/format-number.ts';
import { explainHidden, numberColumns, printCount, splitHead, type TrustContext } from './trust-context.ts';

const PARTS = ['length', 'turn', 'purpose'] as const;

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
      ...PARTS.filter((part) => bySchool.some(({ exclusions: own }) => tellsAny(own[part]))).map((part) =>
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
    ...PARTS.filter(
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

/** A sum over all schools in words: `Suspensions: 17.`, or that it is hidden or not known. */
function tellTotal(measure: string, cell: CellTable[string] | null, context: TrustContext): string {
  const { words } = context;
  if (cell === null) return words.say_('total_not_known', { measure });
  return isShown(cell)
    ? words.say_('total', { measure, count: printCount(cell, context) })
    : words.say_('total_hidden', { measure });
}

function tellsAny(table: CellTable): boolean {
  return Object.values(table).some((cell) => isShown(cell) && cell > 0);
}

/** How suspensions were used over all schools: lengths, repeats and purposes in one table, as far as any can be told. */
function partBlocks(
  exclusions: EditionExclusions,
  context: TrustContext,
  hiddenNote: string,
): readonly ReportBlock[] {
  const { words, terms } = context;
  const parts = PARTS.filter((part) => tellsAny(exclusions[part]));
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

function nameReason(code: string, { words }: TrustContext): string {
  return readExclusionReasons().find((reason) => reason.code === code)?.name ?? words.name('values', code);
}

/** Reasons down and schools across would not fit: a row a school and reason that any school or the trust can show. */
function reasonBlocks(
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

function alikeBlocks(exclusions: EditionExclusions, context: TrustContext): readonly ReportBlock[] {
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

/** Uses of force by school, and what the records hold of them. */
export function forceSection(
  whole: EditionForce,
  schools: TrustEdition['schools'],
  context: TrustContext,
  hiddenNote: string,
): ReportSection {
  const bySchool = schools.length <= MOST_SCHOOLS ? schools : [];
  const rows = [
    ...bySchool.map(({ school, force }) => ({ name: school, force })),
    { name: 'All schools', force: whole },
  ];
  const parts = [
    ['Records', ({ incidents }) => incidents],
    ['Pupils', ({ pupils }) => pupils],
    ['Entered on the day', ({ same_day }) => same_day],
    ['Parents told', ({ parents_told }) => parents_told],
  ] as const satisfies readonly (readonly [string, (force: EditionForce) => CellTable[string] | null])[];
  const silent = 'Parents told: a silent record does not mean that they were not.';
  if (bySchool.length === 0)
    return {
      heading: context.words.heading('force'),
      blocks: [
        { type: 'bullets', items: parts.map(([name, read]) => tellTotal(name, read(whole), context)) },
        { type: 'paragraph', text: silent, muted: true },
      ],
    };
  return {
    heading: context.words.heading('force'),
    blocks: [
      {
        type: 'table',
        caption: `Records of force, ${context.terms}`,
        columns: numberColumns(
          'School',
          parts.map(([name]) => name),
          0.4,
        ),
        rows: rows.map(({ name, force }, at) => ({
          cells: [name, ...parts.map(([, read]) => printCount(read(force), context))],
          ...(at === rows.length - 1 ? { total: true } : {}),
        })),
        note: `${silent} ${hiddenNote}${rows.some(({ force }) => force.pupils === null) ? context.words.say_('not_known') : ''}`,
      },
    ],
  };
}

/** Duties of the schools' policies over the trust. */
export function dutySection(
  duties: readonly EditionDuty[],
  context: TrustContext,
  hiddenNote: string,
): ReportSection {
  const titles = listDutyTitles();
  const nameOf = (duty: string): string => (titles.has(duty) ? `${titles.get(duty)} (${duty})` : duty);
  // A row of symbols tells nobody anything.
  const isTold = (row: EditionDuty): boolean =>
    row.per_cent !== null ||
    [row.cases, row.met, row.not_met, row.not_evidenced].some((cell) => isShown(cell) && cell > 0);
  const [told, hidden] = [duties.filter(isTold), duties.filter((row) => !isTold(row))];
  const untold =
    hidden.length === 0
      ? []
      : [context.words.say_('duties_hidden', { duties: hidden.map(({ duty }) => nameOf(duty)).join('; ') })];
  const table: ReportBlock = {
    type: 'table',
    caption: `Duties over all schools that have them, ${context.terms}`,
    columns: numberColumns('Duty', ['Schools', 'Cases', 'Met', 'Not met', 'Not evidenced', 'Met, %'], 0.4),
    rows: told.map(({ duty, schools, cases, met, not_met, not_evidenced, per_cent }) => ({
      cells: [
        nameOf(duty),
        String(schools),
        ...[cases, met, not_met, not_evidenced].map((cell) => printCount(cell, context)),
        per_cent === null ? '–' : formatShare(per_cent),
      ],
    })),
    note: [`${context.words.say_('duties_note')} ${hiddenNote}`, ...untold].join(' '),
  };
  return {
    heading: context.words.heading('duties'),
    blocks: [
      ...(duties.length === 0 ? [{ type: 'paragraph' as const, text: context.words.say_('no_duties') }] : []),
      ...(told.length === 0
        ? untold.map((text) => ({ type: 'paragraph' as const, text, muted: true }))
        : [table]),
    ],
  };
}
