import type { Label } from '../../src/incident/classification.ts';
import type { Incident, Involvement } from '../../src/incident/incident.ts';
import { type LabelledIncident, labelIncident } from '../../src/incident/labelled-incident.ts';

/** An involvement with nothing said but who. */
export function makeInvolvement(pupil: string, rest: Partial<Involvement> = {}): Involvement {
  return { pupil, role: 'unknown', origin: 'row', yearGroup: null, className: null, ...rest };
}

/** A plain behaviour incident; give only what the test is about. */
export function makeIncident(rest: Partial<Incident> = {}): Incident {
  const id = rest.id ?? '1';
  return {
    id,
    key: `|${id}`,
    school: null,
    kind: 'behaviour',
    date: '2026-05-05',
    time: null,
    recordedDate: null,
    recordedTime: null,
    categories: ['Behaviour'],
    categoryText: 'Behaviour',
    narrative: '',
    action: '',
    location: null,
    period: null,
    reportedBy: null,
    assignedTo: null,
    status: null,
    involvements: [makeInvolvement('p1')],
    sources: [{ file: 'x.csv', line: 2 }],
    ...rest,
  };
}

/** An incident with labels given outright, as if the record showed them. */
export function makeLabelled(codes: readonly string[], rest: Partial<Incident> = {}): LabelledIncident {
  const labels: Label[] = codes.map((code) => ({ code, status: 'alleged', strength: 2, evidence: [] }));
  return labelIncident(makeIncident(rest), { labels, suppressed: [], review: [], roles: new Map() });
}
