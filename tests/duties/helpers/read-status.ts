import { assumeCalendar } from '../../../src/calendar/assume-calendar.ts';
import { buildActionReader } from '../../../src/duties/build-action-reader.ts';
import { makeIncident, makeInvolvement } from '../../helpers/make-labelled.ts';

const read = buildActionReader(assumeCalendar('england', '2025-09-01', '2026-07-01').calendar);
const pupils = new Map(
  ['Mia Clarke', 'Jake Osei'].map((name, at) => [
    `p${at}`,
    { key: `p${at}`, name, label: name, upn: null, dateOfBirth: null },
  ]),
);

/** What is said of one thing in an action: `done` if anywhere, else the first that is said, else nothing. */
export function readStatus(code: string, action: string): string {
  const involvements = [makeInvolvement('p0'), makeInvolvement('p1')];
  const all = read(makeIncident({ date: '2025-10-14', action, involvements }), pupils)
    .filter((act) => act.code === code)
    .map(({ status }) => status);
  return all.includes('done') ? 'done' : (all[0] ?? 'nothing');
}
