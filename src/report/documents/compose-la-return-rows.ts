import type { ReportDocument } from '../report-document.ts';
import type { RestrictedInput } from '../restricted-input.ts';
import { dutyBlocks } from './duties/duty-blocks.ts';
import { frameReport } from './frame-report.ts';
import { caseTable } from './logs/case-table.ts';
import { listFaults } from './logs/tell-cases.ts';
import { listTypeRows } from './return/type-rows.ts';
import { formatCount } from './sentences/format-number.ts';
import { callPeriods } from './sentences/name-period.ts';
import { readDutyWords } from './words/read-duty-words.ts';
import { headingOf, readKindWords, sayWords } from './words/read-kind-words.ts';
import { readLogWords } from './words/read-log-words.ts';

/** The return with its exact numbers and its incidents, one row each, by name. Restricted, and says so on every page. */
export function composeLaReturnRows({
  analysis,
  listCases,
  duties,
}: Pick<RestrictedInput, 'analysis' | 'listCases' | 'duties'>): ReportDocument {
  const { meta, counts } = analysis;
  const words = readKindWords('la-return', meta.nation);
  const calls = callPeriods(meta.period);
  const rows = listTypeRows(words);
  const codes = rows.map(({ code }) => code);
  const cases = listCases(codes);
  const racist = counts.labels['prejudice.racist'] ?? 0;
  const faults = listFaults(cases);
  const stood = cases.length === 0 ? [] : dutyBlocks(duties, calls.now, '');
  return frameReport('la-return', words, meta, [
    {
      heading: headingOf(words, 'return'),
      blocks: [
        cases.length === 0
          ? { type: 'paragraph', text: [{ text: words.none, bold: true }] }
          : {
              type: 'bullets',
              items: [
                [
                  {
                    text: sayWords(words, 'some', { name: calls.now, count: formatCount(cases.length) }),
                    bold: true,
                  },
                ],
                racist === 0
                  ? sayWords(words, 'racist_nil')
                  : sayWords(words, 'racist', { count: formatCount(racist) }),
              ],
            },
        {
          type: 'table',
          caption: sayWords(words, 'types_caption', { name: calls.now }),
          columns: [
            { header: 'Protected characteristic', align: 'left', width: 0.7 },
            { header: 'Incidents', align: 'right', width: 0.3 },
          ],
          rows: [
            ...rows.map(({ title, code }) => ({ cells: [title, formatCount(counts.labels[code] ?? 0)] })),
            { cells: ['Any prejudice', formatCount(cases.length)], total: true },
          ],
          note: sayWords(words, 'types_note', { hidden: '' }),
        },
      ],
    },
    ...(faults.length === 0
      ? []
      : [{ heading: readLogWords().headings.fix, blocks: [{ type: 'bullets' as const, items: faults }] }]),
    ...(stood.length === 0 ? [] : [{ heading: readDutyWords().heading, blocks: stood }]),
    { heading: headingOf(words, 'limits'), blocks: [{ type: 'bullets', items: words.limits }] },
    ...(cases.length === 0
      ? []
      : [
          {
            heading: headingOf(words, 'cases'),
            landscape: true,
            newPage: true,
            blocks: [caseTable(cases, { rows: codes, codes })],
          },
        ]),
  ]);
}
