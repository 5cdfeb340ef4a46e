import { formatDayMonthYear } from '../calendar/iso-date.ts';
import type { DutyCheck } from './duty-check.ts';

/** Whether the record was entered on the day it happened; silent when the export holds no entry date. */
export const checkRecordedSameDay: DutyCheck = (_rule, { incident }) => {
  const due = incident.date;
  const done = incident.recordedDate;
  if (done === null) {
    return { status: 'not_evidenced', due, done, message: 'The export does not say when this was entered.' };
  }
  if (done <= due) return { status: 'met', due, done, message: 'Entered on the day it happened.' };
  return {
    status: 'not_met',
    due,
    done,
    message: `Happened on ${formatDayMonthYear(due)}, entered on ${formatDayMonthYear(done)}.`,
  };
};
