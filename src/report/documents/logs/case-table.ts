import { formatDayMonth } from '../../../calendar/iso-date.ts';
import type { RecordedCase } from '../../../incident/recorded-case.ts';
import { titleOfLabel } from '../../../policy/title-of-label.ts';
import type { ReportTable } from '../../report-document.ts';
import { uncapitalise } from '../sentences/format-number.ts';
import { type LogWords, readLogWords } from '../words/read-log-words.ts';
import { nameEarlier } from './name-earlier.ts';

/** Longest excerpts of a record's words, in characters: the whole is in the school's system. */
const [NARRATIVE, ACTION] = [180, 110];

/** One row a case, wide enough for a page turned sideways. */
export function caseTable(cases: readonly RecordedCase[], log: LogWords): ReportTable {
  return {
    type: 'table',
    caption: 'One row for each case, oldest first',
    columns: [
      { header: 'Incident', align: 'left', width: 0.08 },
      { header: 'Day', align: 'left', width: 0.07 },
      { header: 'Kind', align: 'left', width: 0.13 },
      { header: 'Place', align: 'left', width: 0.08 },
      { header: 'What the record says', align: 'left', width: 0.24 },
      { header: 'Pupils', align: 'left', width: 0.16 },
      { header: 'Action recorded', align: 'left', width: 0.13 },
      { header: 'Parents told', align: 'left', width: 0.05 },
      { header: 'Before', align: 'left', width: 0.06 },
    ],
    rows: cases.map((each) => ({
      cells: [
        each.incident_id,
        nameDays(each),
        nameKinds(each, log),
        each.place ?? '–',
        excerpt(each.narrative, NARRATIVE),
        namePupils(each),
        [each.status === null ? '' : `${each.status}.`, excerpt(each.action, ACTION)].join(' ').trim(),
        each.parents_told ? 'yes' : '–',
        nameEarlier(each.earlier),
      ],
    })),
    note: readLogWords().case_note,
  };
}

/** The day it happened and, where that is another, the day it was entered. */
function nameDays({ date, recorded_date }: RecordedCase): string {
  const entered =
    recorded_date === null || recorded_date === date ? '' : ` (entered ${formatDayMonth(recorded_date)})`;
  return `${formatDayMonth(date)}${entered}`;
}

/** The kinds that the log is about, then what else the record was labelled. */
function nameKinds({ codes }: RecordedCase, log: LogWords): string {
  const own = codes.filter((code) => log.rows.includes(code));
  const others = codes.filter((code) => !own.includes(code)).map(titleOfLabel);
  const first = (own.length === 0 ? log.codes.slice(0, 1) : own).map(titleOfLabel).join('; ');
  return others.length === 0 ? first : `${first} (also: ${others.map(uncapitalise).join('; ')})`;
}

function namePupils({ harmed, harming, witnesses, named }: RecordedCase): string {
  const parts = [
    ['Harmed', harmed],
    ['Harming', harming],
    ['Witness', witnesses],
    ['Named', named],
  ] as const;
  return parts
    .flatMap(([part, pupils]) => (pupils.length === 0 ? [] : [`${part}: ${pupils.join(', ')}.`]))
    .join(' ');
}

/** The start of a text, cut between words. */
function excerpt(text: string, length: number): string {
  const plain = text.replaceAll(/\s+/g, ' ').trim();
  if (plain === '') return '–';
  if (plain.length <= length) return plain;
  const cut = plain.slice(0, length);
  return `${cut.slice(0, Math.max(cut.lastIndexOf(' '), length / 2)).replace(/[\s,;:.]+$/, '')} …`;
}
