import { formatDayMonthYear } from '../../../calendar/iso-date.ts';
import type { IsoDate } from '../../../incident/incident.ts';
import type { ReportBlock } from '../../report-document.ts';
import { formatCount, joinWords } from '../sentences/format-number.ts';
import { type KindWords, sayWords } from '../words/read-kind-words.ts';

/** Bars beyond this many are left to the table; fewer than two say nothing. */
const MAX_ROWS = 10;
const MIN_ROWS = 2;
const MAX_TIED = 3;

/** Positive records by year as bars, with the most named in the title; nothing where too few have a number. */
export function drawYears(
  words: KindWords,
  rows: readonly { readonly name: string; readonly count: number }[],
  total: number,
  name: string,
  to: IsoDate,
): readonly ReportBlock[] {
  const most = Math.max(0, ...rows.map(({ count }) => count));
  const first = rows.filter(({ count }) => count === most);
  if (rows.length < MIN_ROWS || rows.length > MAX_ROWS || most === 0 || first.length > MAX_TIED) return [];
  const values = { count: formatCount(most), total: formatCount(total) };
  return [
    {
      type: 'figure',
      title:
        first.length === 1
          ? sayWords(words, 'chart_title', { group: first[0]?.name ?? '', ...values })
          : sayWords(words, 'chart_tie', { groups: joinWords(first.map((row) => row.name)), ...values }),
      subtitle: sayWords(words, 'chart_sub', { name }),
      source: sayWords(words, 'chart_source', { date: formatDayMonthYear(to) }),
      alt: sayWords(words, 'chart_alt', {
        list: rows.map((row) => `${row.name} ${formatCount(row.count)}`).join(', '),
      }),
      chart: {
        kind: 'bars',
        xLabel: 'Positive records',
        rows: rows.map((row) => ({ label: row.name, value: row.count, text: formatCount(row.count) })),
      },
    },
  ];
}
