import type { IsoDate } from '../incident/incident.ts';
import { parsePupilName } from './pupil-name.ts';
import { readSideTable } from './read-side-table.ts';

/** One pupil's behaviour plan, from plans.csv. */
export interface BehaviourPlan {
  readonly name: string;
  readonly start: IsoDate;
  readonly nextReview: IsoDate | null;
  readonly targetBehaviours: readonly string[];
}

/** Reads plans.csv: whose behaviour plan began when, when it is next reviewed, and what it aims at. */
export async function readPlans(path: string): Promise<readonly BehaviourPlan[]> {
  const rows = await readSideTable(path, {
    required: ['Pupil Name', 'Start'],
    optional: ['Next Review', 'Target Behaviours'],
  });
  return rows.map((row) => ({
    name: parsePupilName(row.required('Pupil Name')).name,
    start: row.date('Start'),
    nextReview: row.optionalDate('Next Review'),
    targetBehaviours: row
      .text('Target Behaviours')
      .split(/[;\n]/)
      .map((behaviour) => behaviour.trim())
      .filter((behaviour) => behaviour !== ''),
  }));
}
