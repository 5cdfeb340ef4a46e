import { formatDayMonth, toDayNumber } from '../../../calendar/iso-date.ts';
import type { RecordedCase } from '../../../incident/recorded-case.ts';
import type { ReportTable } from '../../report-document.ts';
import { countNoun, uncapitalise } from '../sentences/format-number.ts';
import { fillWords } from '../words/fill-words.ts';
import { type LogWords, nameInLog, readLogWords } from '../words/read-log-words.ts';
import { excerptText } from './excerpt-text.ts';
import { nameDays } from './name-days.ts';
import { nameEarlier } from './name-earlier.ts';

/** Longest excerpts of a record's words, in characters: the whole is in the school's system. */
const [NARRATIVE, ACTION] = [180, 110];

/** One row a case, wide enough for a page turned sideways. */
export function caseTable(
  cases: readonly RecordedCase[],
  log: Pick<LogWords, 'rows' | 'codes' | 'names'>,
): ReportTable {
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
        excerptText(each.narrative, NARRATIVE),
        namePupils(each),
        [nameState(each), excerptText(each.action, ACTION)].join(' ').trim(),
        each.parents_told ? 'yes' : '–',
        nameEarlier(each.earlier),
      ],
    })),
    note: fillWords(readLogWords().case_note, { again: readLogWords().again }),
  };
}

/** Its state in the export and, where the action dates it, the day it was closed with the days it was open. */
function nameState({ status, closed_on, date }: RecordedCase): string {
  if (closed_on === null) return status === null ? '' : `${status}.`;
  const days = toDayNumber(closed_on) - toDayNumber(date);
  return `Closed ${formatDayMonth(closed_on)} (${countNoun(days, 'day')} open).`;
}

/** The kinds that the log is about, then what else the record was labelled. */
function nameKinds({ codes }: RecordedCase, log: Pick<LogWords, 'rows' | 'codes' | 'names'>): string {
  const name = (code: string): string => nameInLog(log, code);
  const own = codes.filter((code) => log.rows.includes(code));
  const others = codes.filter((code) => !own.includes(code)).map(name);
  const first = (own.length === 0 ? log.codes.slice(0, 1) : own).map(name).join('; ');
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
