import { formatDayMonthYear } from '../../calendar/iso-date.ts';
import type { Evidence } from '../../incident/classification.ts';
import type { Incident, Pupil, PupilKey, PupilRole } from '../../incident/incident.ts';
import type { LabelledIncident } from '../../incident/labelled-incident.ts';
import { readTaxonomy } from '../../policy/taxonomy.ts';
import { STATUS_WORDS, sayReason } from './status-words.ts';

const ROLES: Readonly<Record<PupilRole, string>> = {
  harming: 'described as doing it',
  harmed: 'described as harmed',
  witness: 'described as having seen it',
  unknown: 'involved; the record does not say how',
};
const STRENGTHS = { 1: 'weak', 2: 'fair', 3: 'strong' } as const;

/** One record in plain English: what it says, which labels it was given, the words and rules behind each. */
export function explainText(labelled: LabelledIncident, pupils: ReadonlyMap<PupilKey, Pupil>): string {
  const { incident, classification } = labelled;
  const titles = new Map(readTaxonomy().labels.map(({ code, title }) => [code, title]));
  const nameLabel = (code: string) => `${titles.get(code) ?? code} [${code}]`;
  return `${[
    ...describeRecord(incident),
    '',
    'Who',
    ...listRoles(labelled, pupils),
    '',
    classification.labels.length === 0 ? 'No label was given.' : 'Labels',
    ...classification.labels.flatMap(({ code, status, strength, evidence }) => [
      `  ${nameLabel(code)}: ${STATUS_WORDS[status]}; ${STRENGTHS[strength]} evidence`,
      ...evidence.map(quote),
    ]),
    ...(classification.suppressed.length > 0 ? ['', 'Considered and left out'] : []),
    ...classification.suppressed.flatMap(({ code, reason, evidence }) => [
      `  ${nameLabel(code)}: ${sayReason(reason)}`,
      ...evidence.map(quote),
    ]),
    ...(classification.review.length > 0 ? ['', 'For a person to look at'] : []),
    ...classification.review.map(
      ({ reason, code, field, start, end }) =>
        `  ${sayReason(reason)}${code === null ? '' : `: ${nameLabel(code)}`}${cite(incident, field, start, end)}`,
    ),
  ].join('\n')}\n`;
}

function describeRecord(incident: Incident): readonly string[] {
  const time = incident.time === null ? '' : ` at ${incident.time}`;
  const lines = incident.sources.map(({ file, line }) => `${file} line ${line}`);
  return [
    `Record ${incident.id}, ${formatDayMonthYear(incident.date)}${time}, ${incident.location ?? 'place not recorded'}`,
    `  Kind: ${incident.kind}. From ${lines.join(', ')}.`,
    `  Category: ${incident.categoryText || 'none'}`,
    `  Narrative: ${incident.narrative || 'none'}`,
    `  Action: ${incident.action || 'none'}`,
  ];
}

function listRoles(
  { incident, classification }: LabelledIncident,
  pupils: ReadonlyMap<PupilKey, Pupil>,
): readonly string[] {
  return incident.involvements.map(({ pupil, role }) => {
    const part = role === 'unknown' ? (classification.roles.get(pupil) ?? role) : role;
    return `  ${pupils.get(pupil)?.label ?? pupil}: ${ROLES[part]}`;
  });
}

function quote({ field, text, rule }: Evidence): string {
  return `    "${text}" in the ${field} (rule ${rule})`;
}

function cite(incident: Incident, field: Evidence['field'], start: number, end: number): string {
  const text = { category: incident.categoryText, narrative: incident.narrative, action: incident.action }[
    field
  ];
  const words = text.slice(start, end).trim();
  return words === '' ? '' : `: "${words}" in the ${field}`;
}
