import { formatDayMonth } from '../../../calendar/iso-date.ts';
import type { ForceCase } from '../../../incident/force-case.ts';
import type { ReportTable } from '../../report-document.ts';
import { excerptText } from '../logs/excerpt-text.ts';
import { nameDays } from '../logs/name-days.ts';
import { uncapitalise } from '../sentences/format-number.ts';

/** Longest excerpts, in characters: the whole is in the school's system. */
const [NARRATIVE, PARENTS] = [180, 60];

/** One row a record of force, wide enough for a page turned sideways. */
export function forceTable(cases: readonly ForceCase[], caption: string, note: string): ReportTable {
  return {
    type: 'table',
    caption,
    columns: [
      { header: 'Incident', align: 'left', width: 0.08 },
      { header: 'Day', align: 'left', width: 0.07 },
      { header: 'When and where', align: 'left', width: 0.09 },
      { header: 'Pupils', align: 'left', width: 0.11 },
      { header: 'What the record says', align: 'left', width: 0.23 },
      { header: 'Length', align: 'right', width: 0.06 },
      { header: 'Shown', align: 'right', width: 0.06 },
      { header: 'Not evidenced', align: 'left', width: 0.18 },
      { header: 'Parents told', align: 'left', width: 0.12 },
    ],
    rows: cases.map((each) => ({
      cells: [
        nameIncident(each),
        nameDays(each),
        [each.slot, each.place ?? ''].filter((part) => part !== '').join(', '),
        each.pupils.length === 0 ? '–' : each.pupils.join(', '),
        excerptText(each.narrative, NARRATIVE),
        each.minutes === null ? '–' : String(each.minutes),
        `${each.items.filter(({ shown }) => shown).length} of ${each.items.length}`,
        listMissing(each),
        nameParents(each),
      ],
    })),
    note,
  };
}

function nameIncident({ incident_id, earlier }: ForceCase): string {
  return earlier.length === 0 ? incident_id : `${incident_id} (before: ${earlier.join(', ')})`;
}

function listMissing({ items }: ForceCase): string {
  const titles = items
    .filter(({ shown }) => !shown)
    .map(({ title }, at) => (at === 0 ? title : uncapitalise(title)));
  return titles.length === 0 ? 'none' : titles.join('; ');
}

function nameParents({ parents, parents_on, parents_words }: ForceCase): string {
  const when = {
    same_day: 'the same day',
    later: parents_on === null ? 'later' : formatDayMonth(parents_on),
    undated: 'no day given',
    not_shown: '–',
  }[parents];
  return parents_words === '' ? when : `${when}: ${excerptText(parents_words, PARENTS)}`;
}
