import { formatDayMonthYear } from '../../../calendar/iso-date.ts';
import type { ForceCase } from '../../../incident/force-case.ts';
import type { IsoDate } from '../../../incident/incident.ts';
import type { ReportBlock } from '../../report-document.ts';
import { cutAtTie } from '../sentences/cut-at-tie.ts';
import { capitalise, formatCount, joinWords, uncapitalise } from '../sentences/format-number.ts';
import { type KindWords, sayWords } from '../words/read-kind-words.ts';
import { countMissing } from './tell-force.ts';

/** Fewer records than this, or fewer things missing, are told by the table alone. */
const MIN_CASES = 5;
const MIN_ROWS = 2;
const MAX_ROWS = 8;
/** More things than this tie for the most without being named in the title. */
const MAX_TIED = 3;

/** Bars of the things most often missing, where there are records enough to see a pattern. */
export function drawMissing(
  words: KindWords,
  cases: readonly ForceCase[],
  name: string,
  to: IsoDate,
): readonly ReportBlock[] {
  const rows = cutAtTie(
    [...countMissing(cases)].sort((a, b) => b.missing - a.missing).filter(({ missing }) => missing > 0),
    MAX_ROWS,
    ({ missing }) => missing,
  );
  const [first] = rows;
  if (cases.length < MIN_CASES || rows.length < MIN_ROWS || first === undefined) return [];
  const tied = rows.filter(({ missing }) => missing === first.missing);
  if (tied.length > MAX_TIED) return [];
  const values = { count: formatCount(first.missing), all: formatCount(cases.length) };
  return [
    {
      type: 'figure',
      title:
        tied.length === 1
          ? sayWords(words, 'chart_one', { item: first.title, ...values })
          : sayWords(words, 'chart_tie', {
              items: capitalise(joinWords(tied.map(({ title }) => uncapitalise(title)))),
              ...values,
            }),
      subtitle: sayWords(words, 'chart_sub', { name, rows: formatCount(rows.length) }),
      source: sayWords(words, 'chart_source', { date: formatDayMonthYear(to) }),
      alt: sayWords(words, 'chart_alt', {
        all: values.all,
        list: rows.map(({ title, missing }) => `${uncapitalise(title)} ${missing}`).join(', '),
      }),
      chart: {
        kind: 'bars',
        xLabel: 'Records that do not show it',
        rows: rows.map(({ title, missing }) => ({
          label: title,
          value: missing,
          text: `${formatCount(missing)} of ${formatCount(cases.length)}`,
        })),
      },
    },
  ];
}
