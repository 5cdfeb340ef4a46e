import type { CountSheet } from '../incident/count-sheet.ts';
import { isBehaviourIncident, type LabelledIncident } from '../incident/labelled-incident.ts';
import type { ReportPeriod } from '../incident/period.ts';
import { eachInvolvement, takePeriod } from './count-period.ts';
import { tallyRow } from './tally-row.ts';

/** Lines of the sheet: what a record carries beside its prejudice. */
const MARKS = [
  ['Towards another pupil', ['child_on_child']],
  ['Towards staff', ['staff.verbal', 'staff.physical']],
  ['Also recorded as bullying', ['bullying']],
  ['Parents or carers told', ['response.parent_contact']],
  ['Restorative work', ['response.restorative']],
  ['A consequence', ['response.sanction']],
  ['Another agency told', ['response.referral']],
] as const;

/** Towards whom prejudice-related incidents were, and what was done, in counts for a return. */
export function countPrejudice(
  labelled: readonly LabelledIncident[],
  period: Pick<ReportPeriod, 'from' | 'to'>,
): readonly CountSheet[] {
  const incidents = takePeriod(labelled, period).filter(
    ({ incident, codes }) =>
      isBehaviourIncident(incident) && [...codes].some((code) => code.startsWith('prejudice.')),
  );
  const named = (each: LabelledIncident): readonly string[] =>
    eachInvolvement(each)
      .filter(({ role }) => role !== 'harmed' && role !== 'witness')
      .map(({ pupil }) => pupil);
  return [
    {
      id: 'done',
      total: incidents.length,
      base: ['families.prejudice'],
      pupils: new Set(incidents.flatMap(named)).size,
      holds: 'marks',
      named_by: 'termwise',
      rows: MARKS.map(([name, own]) =>
        tallyRow(name, incidents, ({ codes }) => own.some((code) => codes.has(code)), named),
      ),
    },
  ];
}
