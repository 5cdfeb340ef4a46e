import type { Classification, Label } from '../incident/classification.ts';
import { keyOfSchool } from '../incident/key-of-school.ts';
import { type LabelledIncident, labelIncident } from '../incident/labelled-incident.ts';
import { readTaxonomy } from '../policy/taxonomy.ts';
import { markText } from './mark-text.ts';

/** What a person decided on one row of review.csv. */
export interface Decision {
  readonly incident_id: string;
  /** Empty or absent where the file names none; then the id alone decides. */
  readonly school?: string;
  /** Label that was in doubt, or empty. */
  readonly code: string;
  /** `keep`, `remove` or `add:CODE`; rows left blank are not decisions. */
  readonly decision: string;
  /** Mark of the words that the person read; empty when not known. */
  readonly text_mark?: string;
}

/** Labels after a person's decisions, and how many there were. */
export interface DecidedLabels {
  readonly labelled: readonly LabelledIncident[];
  /** Labels that a person kept. */
  readonly confirmed: number;
  /** Labels that a person removed or added. */
  readonly changed: number;
  /** Ids of incidents whose words have changed since the decision: applied all the same. */
  readonly outdated: readonly string[];
  /** Ids in the decisions that name no incident in the data, or more than one. */
  readonly unknown: readonly string[];
}

const BY_HAND = 'decision';

function confirm(label: Label): Label {
  return { ...label, status: 'observed', strength: 3 };
}

function byHand(code: string): Label {
  return {
    code,
    status: 'observed',
    strength: 3,
    evidence: [{ field: 'category', start: 0, end: 0, text: '', rule: BY_HAND }],
  };
}

function withAdded(
  labels: readonly Label[],
  code: string,
  implies: ReadonlyMap<string, readonly string[]>,
): Label[] {
  const known = labels.find((label) => label.code === code);
  let out = labels.map((label) => (label === known ? confirm(label) : label));
  if (known === undefined) out = [...out, byHand(code)];
  for (const next of implies.get(code) ?? []) {
    if (
      !out.some((label) => label.code === next && (label.status === 'observed' || label.status === 'alleged'))
    ) {
      out = withAdded(out, next, implies);
    }
  }
  return out;
}

/** Removing a label also removes what implies it: bullying cannot go while verbal bullying stays. */
function without(
  labels: readonly Label[],
  code: string,
  implies: ReadonlyMap<string, readonly string[]>,
): Label[] {
  const gone = new Set([code]);
  for (let size = 0; size !== gone.size; ) {
    size = gone.size;
    for (const [other, next] of implies) if (next.some((implied) => gone.has(implied))) gone.add(other);
  }
  return labels.filter((label) => !gone.has(label.code));
}

function applyOne(
  classification: Classification,
  { code, decision }: Decision,
  implies: ReadonlyMap<string, readonly string[]>,
): Classification | null {
  const said = decision.trim();
  const { labels } = classification;
  if (said === 'keep' && code !== '') return { ...classification, labels: withAdded(labels, code, implies) };
  if (said === 'remove' && code !== '') return { ...classification, labels: without(labels, code, implies) };
  if (said.startsWith('add:')) {
    const added = said.slice(4).trim();
    return implies.has(added) ? { ...classification, labels: withAdded(labels, added, implies) } : null;
  }
  return null;
}

/** An id as a spreadsheet may have left it: 00123 opened and saved there is 123. */
function shortId(id: string): string {
  return id.replace(/^0+(?=\d+$)/, '');
}

/**
 * The incident each decision is about: by id as written, else by the id without leading zeros if that names one
 * incident only. A school in the file must be the incident's; without one, an id that two schools share decides
 * nothing, since a label must never land on another child's record.
 */
function findIncidents(
  labelled: readonly LabelledIncident[],
  decisions: readonly Decision[],
): { byIncident: ReadonlyMap<LabelledIncident, readonly Decision[]>; unknown: readonly string[] } {
  const [exact, short] = [new Map<string, LabelledIncident[]>(), new Map<string, LabelledIncident[]>()];
  const given = decisions.filter(({ decision }) => decision.trim() !== '');
  if (given.length === 0) return { byIncident: new Map(), unknown: [] };
  for (const item of labelled) {
    const { id } = item.incident;
    exact.set(id, [...(exact.get(id) ?? []), item]);
    short.set(shortId(id), [...(short.get(shortId(id)) ?? []), item]);
  }
  const byIncident = new Map<LabelledIncident, Decision[]>();
  const unknown = new Set<string>();
  for (const decision of given) {
    const school = decision.school ?? '';
    const fits = ({ incident }: LabelledIncident): boolean =>
      school === '' || keyOfSchool(incident.school ?? '') === keyOfSchool(school);
    const asWritten = (exact.get(decision.incident_id) ?? []).filter(fits);
    const found =
      asWritten.length > 0 ? asWritten : (short.get(shortId(decision.incident_id)) ?? []).filter(fits);
    const [only] = found;
    if (only !== undefined && found.length === 1)
      byIncident.set(only, [...(byIncident.get(only) ?? []), decision]);
    else unknown.add(decision.incident_id);
  }
  return { byIncident, unknown: [...unknown] };
}

/**
 * Puts a person's decisions on the labels. A decision follows the incident by its id when the export is taken
 * again, and is reported when the words have changed since; a decided label has the rule `decision`.
 */
export function applyDecisions(
  labelled: readonly LabelledIncident[],
  decisions: readonly Decision[],
): DecidedLabels {
  const implies = new Map(readTaxonomy().labels.map((label) => [label.code, label.implies]));
  const { byIncident, unknown } = findIncidents(labelled, decisions);
  let confirmed = 0;
  let changed = 0;
  const outdated: string[] = [];
  const decided = labelled.map((item) => {
    const own = byIncident.get(item);
    if (own === undefined) return item;
    let { classification } = item;
    for (const decision of own) {
      const next = applyOne(classification, decision, implies);
      if (next === null) continue;
      classification = { ...next, review: next.review.filter((reason) => reason.code !== decision.code) };
      decision.decision.trim() === 'keep' ? confirmed++ : changed++;
      const mark = decision.text_mark ?? '';
      if (mark !== '' && mark !== markText(item.incident) && !outdated.includes(item.incident.id))
        outdated.push(item.incident.id);
    }
    return labelIncident(item.incident, classification);
  });
  return {
    labelled: decided,
    confirmed,
    changed,
    outdated,
    unknown,
  };
}
