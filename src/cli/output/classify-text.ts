import type { LabelledIncident } from '../../incident/labelled-incident.ts';

/** One line an incident: id, date and labels; those that do not count as given have their status beside them. */
export function* classifyText(labelled: readonly LabelledIncident[]): Iterable<string> {
  if (labelled.length === 0) yield 'No record could be used; `termwise inspect` says why.\n';
  for (const { incident, classification, codes } of labelled) {
    const labels = classification.labels.map(({ code, status }) =>
      codes.has(code) ? code : `${code} (${status})`,
    );
    const review = classification.review.length > 0 ? '  [to review]' : '';
    yield `${incident.id}  ${incident.date}  ${labels.join(', ') || 'no label'}${review}\n`;
  }
}
