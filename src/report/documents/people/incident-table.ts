import { formatDayMonth } from '../../../calendar/iso-date.ts';
import type { RecordedCase } from '../../../incident/recorded-case.ts';
import type { ReportTable } from '../../report-document.ts';
import { countNoun, formatCount } from '../sentences/format-number.ts';
import { fillWords } from '../words/fill-words.ts';
import { readPeopleWords } from '../words/read-people-words.ts';
import { nameCategories, sayNotListed } from './tally-cases.ts';

/** The latest cases of a list, newest first, with the part of one pupil or the pupils of a class. */
export function incidentTable(
  cases: readonly RecordedCase[],
  most: number,
  who: { readonly header: string; readonly read: (each: RecordedCase) => string },
): ReportTable {
  const shown = cases.slice(-most).reverse();
  const note = sayNotListed(shown);
  return {
    type: 'table',
    caption:
      shown.length < cases.length
        ? fillWords(readPeopleWords().latest, {
            shown: formatCount(shown.length),
            all: countNoun(cases.length, 'incident'),
          })
        : 'Incidents, the latest first',
    columns: [
      { header: 'Incident', align: 'left', width: 0.12 },
      { header: 'Day', align: 'left', width: 0.13 },
      { header: 'When and where', align: 'left', width: 0.22 },
      { header: 'Recorded as', align: 'left', width: 0.31 },
      { header: who.header, align: 'left', width: 0.22 },
    ],
    rows: shown.map((each) => ({
      cells: [
        each.incident_id,
        formatDayMonth(each.date),
        [each.slot, each.place ?? ''].filter((part) => part !== '').join(', '),
        nameCategories(each),
        who.read(each),
      ],
    })),
    ...(note === '' ? {} : { note }),
  };
}
