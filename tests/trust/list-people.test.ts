import { describe, expect, it } from 'vitest';
import type { Pupil } from '../../src/incident/incident.ts';
import type { LabelledIncident } from '../../src/incident/labelled-incident.ts';
import type { RollEntry } from '../../src/incident/roll.ts';
import { listPeople } from '../../src/trust/list-people.ts';

describe('listPeople', () => {
  it('gives pupils of the export and of the roll and staff of the records, each once', () => {
    const names = listPeople({
      labelled: [
        { incident: { reportedBy: 'Mrs Hall', assignedTo: null } },
        { incident: { reportedBy: 'Mrs Hall', assignedTo: 'Mr Day' } },
      ] as unknown as LabelledIncident[],
      pupils: new Map([['p1', { name: 'June Hall' } as Pupil]]),
      roll: [{ name: 'June Hall' }, { name: 'Art Wood' }] as RollEntry[],
    });
    expect(names).toEqual(['June Hall', 'Art Wood', 'Mrs Hall', 'Mr Day']);
  });
});
