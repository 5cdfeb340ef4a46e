/**
 * Prints the false findings a school where nothing changed but the recording: a new system from one day on, a campaign
 * in one half-term, a class whose new teacher writes up more: `null-recording.ts [SCHOOLS] [FIRST SEED]`. In the third, a step
 * of that class is what the record holds; it is counted apart, with how many of them carry the caution about who
 * recorded.
 */
import { detectFindings } from '../../src/detect/detect-findings.ts';
import type { LabelledIncident } from '../../src/incident/labelled-incident.ts';
import { createRandom } from '../../src/statistics/seeded-random.ts';
import { judgeFinding } from '../detect/helpers/judge-finding.ts';
import { simulateSchool } from '../detect/helpers/simulate-school.ts';

const [schools = 50, firstSeed = 1000] = process.argv.slice(2).map(Number);

/** Share of an incident's chances of being recorded. */
type Kept = (one: LabelledIncident) => number;

const NEW_RECORDER = '3 A';
const CHANGES: Readonly<Record<string, Kept>> = {
  'nothing changed': () => 1,
  'new system in January': ({ incident }) => (incident.date < '2026-01-05' ? 0.6 : 1),
  'new system in November': ({ incident }) => (incident.date < '2025-11-10' ? 0.5 : 1),
  'fewer records after Easter': ({ incident }) => (incident.date >= '2026-04-13' ? 0.6 : 1),
  'campaign on swearing and defiance': ({ incident }) =>
    /Swearing|Defiance/.test(incident.categories[0] ?? '') &&
    (incident.date < '2026-02-23' || incident.date > '2026-03-27')
      ? 0.4
      : 1,
  'new recorder in one class': ({ incident }) =>
    incident.date < '2026-01-05' && incident.involvements[0]?.className === NEW_RECORDER ? 0.5 : 1,
};

for (const [name, keptOf] of Object.entries(CHANGES)) {
  const perKind = new Map<string, number>();
  let [steps, cautioned] = [0, 0];
  for (let at = 0; at < schools; at += 1) {
    const seed = firstSeed + at;
    const school = simulateSchool({ seed, yearGroups: 5, rate: 0.03, recordingStep: 1 });
    const random = createRandom(`recording ${name} ${seed}`);
    const labelled = school.input.labelled
      .filter((one) => random() < keptOf(one))
      .map((one) =>
        name === 'new recorder in one class' && one.incident.date >= '2026-01-05'
          ? { ...one, incident: { ...one.incident, reportedBy: `New ${one.incident.reportedBy}` } }
          : one,
      );
    for (const finding of detectFindings({ ...school.input, labelled }).findings) {
      const itsOwn = name === 'new recorder in one class' && finding.subject === NEW_RECORDER;
      if (itsOwn && finding.kind === 'class_trend') {
        steps += 1;
        if (finding.sentence.includes('check whether recording changed')) cautioned += 1;
      } else if (judgeFinding(finding, school).verdict === 'false')
        perKind.set(finding.kind, (perKind.get(finding.kind) ?? 0) + 1);
    }
  }
  const total = [...perKind.values()].reduce((sum, one) => sum + one, 0);
  const kinds = [...perKind].map(([kind, count]) => `${kind} ${(count / schools).toFixed(2)}`).join(', ');
  console.log(`${name.padEnd(34)} false a school ${(total / schools).toFixed(2)}  (${kinds})`);
  if (steps > 0)
    console.log(`${''.padEnd(34)} steps of the class itself ${steps}, with the caution ${cautioned}`);
}
