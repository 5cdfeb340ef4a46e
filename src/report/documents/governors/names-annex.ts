import { formatDayMonth } from '../../../calendar/iso-date.ts';
import type { Analysis } from '../../../incident/analysis.ts';
import type { RecordedCase } from '../../../incident/recorded-case.ts';
import { titleOfLabel } from '../../../policy/title-of-label.ts';
import type { ReportBlock, ReportSection } from '../../report-document.ts';
import { formatCount, uncapitalise } from '../sentences/format-number.ts';
import type { GovernorWords } from '../words/read-governor-words.ts';
import { nationTerm } from '../words/read-nation-terms.ts';

/** The band of pupils with many incidents begins here, as in the table of bands. */
const MANY = 6;

/** The head's own annex: who stands behind the numbers of the report. Restricted editions only. */
export function namesAnnex(
  { pupils }: Pick<Analysis, 'pupils'>,
  cases: readonly RecordedCase[],
  words: GovernorWords['names'],
  nation = 'england',
): ReportSection {
  const many = pupils.filter(({ incidents }) => incidents >= MANY);
  const count = (value: number | null): string => (value === null ? '–' : formatCount(value));
  const table: ReportBlock[] =
    many.length === 0
      ? [{ type: 'paragraph', text: words.none_many }]
      : [
          {
            type: 'table',
            caption: words.many,
            columns: [
              { header: 'Pupil', align: 'left', width: 0.32 },
              { header: 'Year and class', align: 'left', width: 0.24 },
              { header: 'Now', align: 'right', width: 0.11 },
              { header: 'Before', align: 'right', width: 0.13 },
              { header: 'Parents told', align: 'left', width: 0.2 },
            ],
            rows: many.map(({ pupil, year_group, class_name, incidents, previous, last_parent_contact }) => ({
              cells: [
                pupil,
                [year_group, class_name].filter((part) => part !== null).join(', ') || '–',
                formatCount(incidents),
                count(previous),
                last_parent_contact === null ? '–' : formatDayMonth(last_parent_contact),
              ],
            })),
            note: words.many_note,
          },
        ];
  return {
    heading: words.heading,
    annex: true,
    newPage: true,
    blocks: [...table, ...listOut(cases, words, nation)],
  };
}

function listOut(
  cases: readonly RecordedCase[],
  words: GovernorWords['names'],
  nation: string,
): ReportBlock[] {
  const titleOf = (code: string): string => nationTerm(nation, 'labels', code, titleOfLabel(code));
  if (cases.length === 0)
    return [{ type: 'paragraph', text: nationTerm(nation, 'names', 'none_out', words.none_out) }];
  return [
    {
      type: 'table',
      caption: nationTerm(nation, 'names', 'out', words.out),
      columns: [
        { header: 'Incident', align: 'left', width: 0.14 },
        { header: 'Day', align: 'left', width: 0.16 },
        { header: 'Pupils', align: 'left', width: 0.4 },
        { header: 'Recorded', align: 'left', width: 0.3 },
      ],
      rows: cases.map(({ incident_id, date, harming, named, codes }) => ({
        cells: [
          incident_id,
          formatDayMonth(date),
          (harming.length > 0 ? harming : named).join(', ') || '–',
          codes.map((code, at) => (at === 0 ? titleOf(code) : uncapitalise(titleOf(code)))).join('; '),
        ],
      })),
      note: words.out_note,
    },
  ];
}
