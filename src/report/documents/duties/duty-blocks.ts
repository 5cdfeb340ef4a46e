import { type CountCell, isShown } from '../../../privacy/count-cell.ts';
import type { GovernorDuty } from '../../../privacy/hide-duties.ts';
import type { ReportBlock } from '../../report-document.ts';
import { countNoun, formatCount } from '../sentences/format-number.ts';
import { fillWords } from '../words/fill-words.ts';
import { readDutyWords } from '../words/read-duty-words.ts';

/**
 * How the policy's duties stand: a sentence, then a table of cases, met, not met and not evidenced, with a percentage
 * only from ten cases on. Takes what an edition may hold, of which plain counts are a case. Nothing where there is no
 * duty to tell.
 */
export function dutyBlocks(
  duties: readonly GovernorDuty[],
  name: string,
  symbol: string,
): readonly ReportBlock[] {
  const words = readDutyWords();
  const used = duties.filter(({ cases }) => cases !== 0);
  if (duties.length === 0) return [];
  if (used.length === 0)
    return [
      {
        type: 'paragraph',
        text: fillWords(words.no_case, {
          duties: duties.length === 1 ? 'one duty' : countNoun(duties.length, 'duty', 'duties'),
          name,
        }),
      },
    ];
  const print = (cell: CountCell): string => printCount(cell, symbol);
  const breaches = used.filter(({ not_met }) => isShown(not_met) && not_met > 0);
  const most = [...breaches].sort((a, b) => Number(b.not_met) - Number(a.not_met))[0];
  const hasHidden = used.some(({ cases, met, not_met, not_evidenced }) =>
    [cases, met, not_met, not_evidenced].some((cell) => !isShown(cell)),
  );
  return [
    {
      type: 'paragraph',
      text:
        most === undefined
          ? hasHidden
            ? words.none_shown
            : words.none_not_met
          : tellWorst(most, breaches, hasHidden, symbol),
    },
    {
      type: 'table',
      caption: fillWords(words.caption, { name }),
      columns: [
        { header: 'Duty', align: 'left', width: 0.44 },
        { header: 'Cases', align: 'right', width: 0.1 },
        { header: 'Met', align: 'right', width: 0.1 },
        { header: 'Not met', align: 'right', width: 0.12 },
        { header: 'Not evidenced', align: 'right', width: 0.13 },
        { header: 'Met, %', align: 'right', width: 0.11 },
      ],
      rows: used.map(({ duty, title, cases, met, not_met, not_evidenced, per_cent }) => ({
        cells: [
          `${title} (${duty})`,
          print(cases),
          print(met),
          print(not_met),
          print(not_evidenced),
          per_cent === null ? '–' : `${per_cent}%`,
        ],
      })),
      note: `${words.note}${hasHidden ? ` ${fillWords(words.hidden, { symbol })}` : ''}`,
    },
    ...(used.length < duties.length
      ? [
          {
            type: 'paragraph' as const,
            text: fillWords(words.others, {
              duties: countNoun(duties.length - used.length, 'other duty', 'other duties'),
            }),
            muted: true,
          },
        ]
      : []),
  ];
}

function printCount(cell: CountCell, symbol: string): string {
  return isShown(cell) ? formatCount(cell) : symbol;
}

/** The duty with most cases not met, or all that tie, as far as the numbers can be shown. */
function tellWorst(
  most: GovernorDuty,
  breaches: readonly GovernorDuty[],
  hasHidden: boolean,
  symbol: string,
): string {
  const words = readDutyWords();
  const tied = breaches.filter(({ not_met }) => not_met === most.not_met);
  const not_met = printCount(most.not_met, symbol);
  if (tied.length > 1)
    return fillWords(hasHidden ? words.tied_shown : words.tied, {
      not_met,
      titles: tied.map(({ title }) => title).join('; '),
    });
  const ofAll = hasHidden ? words.most_shown : words.most;
  return fillWords(isShown(most.cases) ? ofAll : words.most_alone, {
    title: most.title,
    not_met,
    cases: printCount(most.cases, symbol),
  });
}
