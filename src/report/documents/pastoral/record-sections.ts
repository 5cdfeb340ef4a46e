import type { Analysis, Change, HeadlineRow } from '../../../incident/analysis.ts';
import type { DetectorRun, Finding } from '../../../incident/finding.ts';
import type { ReportSection, RichText } from '../../report-document.ts';
import { capitalise, countNoun, formatCount, joinWords, uncapitalise } from '../sentences/format-number.ts';
import { nameCategory } from '../sentences/name-category.ts';
import { callPeriods } from '../sentences/name-period.ts';
import { tellChanges } from '../sentences/tell-changes.ts';
import type { PastoralWords } from '../words/read-pastoral-words.ts';
import { listFalls, orderPupils, takeCurrent } from './order-findings.ts';

/** Changes told in full; more are named. */
const MAX_CHANGES = 5;

/** What changed since the comparisons, and how much of each finding there is. */
export function changedSection(analysis: Analysis, words: PastoralWords): ReportSection {
  const [all, ...rows] = analysis.headline;
  const categories = analysis.category_changes.map((row) => ({ ...row, title: nameCategory(row.title) }));
  const clear = [...rows, ...categories].filter(({ previous, last_year }) =>
    [previous, last_year].some(isClear),
  );
  const told = [...(all === undefined ? [] : [all]), ...clear.slice(0, MAX_CHANGES)].map((row) =>
    tellRow(row, analysis),
  );
  const more = clear.slice(MAX_CHANGES).map(({ title }) => title);
  // Possible ones too: they stand in the sections below, and whoever counts there must come to the same.
  const count = (kinds: readonly Finding['kind'][]): number =>
    takeCurrent(analysis).filter(({ kind }) => kinds.includes(kind)).length;
  const parts = [
    [orderPupils(analysis).length, 'pupil to talk about', 'pupils to talk about'],
    [listFalls(analysis).length, 'pupil with fewer incidents', 'pupils with fewer incidents'],
    [count(['pair']), 'pair', 'pairs'],
    [count(['school_trend']), 'finding on the whole school', 'findings on the whole school'],
    [count(['year_trend']), 'year group finding', 'year group findings'],
    [count(['class_trend', 'class_pattern']), 'class finding', 'class findings'],
    [count(['hotspot']), 'place or time', 'places or times'],
  ] as const;
  const summary =
    parts
      .filter(([number]) => number > 0)
      .map(([number, one, many]) => countNoun(number, one, many))
      .join(' · ') || 'no findings';
  return {
    heading: words.headings.changed,
    blocks: [
      { type: 'paragraph', text: [{ text: 'In this pack: ', bold: true }, { text: `${summary}.` }] },
      {
        type: 'bullets',
        items: [
          ...told,
          ...(more.length === 0 ? [] : [`Clearly changed too: ${joinWords(more.map(uncapitalise))}.`]),
        ],
      },
      { type: 'paragraph', text: words.reading, muted: true },
    ],
  };
}

function isClear(change: Change | null): boolean {
  return change?.verdict === 'up' || change?.verdict === 'down';
}

function tellRow(row: HeadlineRow, { meta }: Analysis): RichText {
  const calls = callPeriods(meta.period);
  const told = tellChanges(row.now, [
    ...(row.previous === null ? [] : [{ change: row.previous, other: calls.previous }]),
    ...(row.last_year === null ? [] : [{ change: row.last_year, other: calls.last_year }]),
  ]);
  return [
    { text: `${row.title}: ${formatCount(row.now)}.`, bold: true },
    { text: told === null ? '' : ` ${capitalise(told)}.` },
  ];
}

/** The review queue. */
export function waitingSection(analysis: Analysis, words: PastoralWords): ReportSection {
  const { to_review, incidents } = analysis.quality;
  const { confirmed, changed } = analysis.meta.decisions;
  const used =
    confirmed + changed === 0
      ? 'No decision of a person is used yet.'
      : `Decisions used so far: ${formatCount(confirmed)} kept as they were, ${formatCount(changed)} changed.`;
  const text =
    to_review === 0
      ? 'No label of this period waits for a decision.'
      : `${countNoun(to_review, 'incident')} of ${formatCount(incidents)} ${to_review === 1 ? 'has' : 'have'} a label that a person should check. The review file lists the most pressing of them, with the words in doubt.`;
  return {
    heading: words.headings.waiting,
    blocks: [{ type: 'paragraph', text: `${text} ${used}` }],
  };
}

/** The detector that only counts: how many pupils reached a number. It never finds anything. */
const COUNTED = 'policy_limit';

/** What each detector looked at, and where it had too little to say anything. */
export function limitsSection(analysis: Analysis, words: PastoralWords): ReportSection {
  const { detectors, groups } = analysis;
  const nameOf = ({ detector, question }: DetectorRun): string => words.looked_for[detector] ?? question;
  const found = ({ detector }: DetectorRun, number: number): string =>
    detector === COUNTED ? '–' : formatCount(number);
  const noted = detectors
    .map((run) => ({ run, note: tellNote(run, analysis, words) }))
    .filter(({ note }) => note !== '');
  return {
    heading: words.headings.limits,
    blocks: [
      {
        type: 'table',
        caption: 'What was looked for',
        columns: [
          { header: 'Looked for', align: 'left', width: 0.4 },
          { header: 'Looked at', align: 'right', width: 0.12 },
          { header: 'Too few', align: 'right', width: 0.12 },
          { header: 'Clear', align: 'right', width: 0.1 },
          { header: 'Possible', align: 'right', width: 0.12 },
          { header: 'By chance', align: 'right', width: 0.14 },
        ],
        rows: detectors.map((run) => ({
          cells: [
            nameOf(run),
            formatCount(run.lookedAt),
            formatCount(run.tooFew),
            found(run, run.clear),
            found(run, run.possible),
            run.expectedByChance === null ? '–' : run.expectedByChance.toFixed(1),
          ],
        })),
        note: 'Too few: not enough days or incidents to tell. By chance: how many to expect if nothing were going on. Patterns are looked for in the whole record, so these numbers can be larger than the lists above.',
      },
      ...(noted.length === 0
        ? []
        : [
            {
              type: 'paragraph' as const,
              text: noted.flatMap(({ run, note }, at) => [
                { text: `${at === 0 ? '' : ' '}${nameOf(run)}: `, bold: true },
                { text: note },
              ]),
              muted: true,
            },
          ]),
      ...(groups.length === 0
        ? [
            {
              type: 'paragraph' as const,
              text: 'No roll of this period was given, so pupils who are never in the record could not be counted.',
              muted: true,
            },
          ]
        : []),
    ],
  };
}

/**
 * What helps to read a line of the table; empty for nothing. A note helps to read what was found; where nothing was,
 * the table says how much was looked at. A count has its result in its note alone.
 */
function tellNote(run: DetectorRun, { headline }: Analysis, words: PastoralWords): string {
  const { detector, clear, possible } = run;
  const note = detector === COUNTED || clear + possible > 0 ? (run.note ?? '') : '';
  const [all] = headline;
  const called = [all?.previous ?? null, all?.last_year ?? null].filter(isClear).length;
  const differs = detector === 'school_trend' && called !== clear;
  return [...(note === '' ? [] : [note]), ...(differs ? [words.school_differs] : [])]
    .join(' ')
    .replaceAll('`', '');
}
