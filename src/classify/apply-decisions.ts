import type { Classification, Label } from '../incident/classification.ts';
import { type LabelledIncident, labelIncident } from '../incident/labelled-incident.ts';
import { readTaxonomy } from '../policy/taxonomy.ts';
import { markText } from './mark-text.ts';

/** What a person decided on one row of review.csv. */
export interface Decision {
  readonly incident_id: string;
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
  /** Ids in the decisions that are not in the data. */
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

/**
 * Puts a person's decisions on the labels. A decision follows the incident by its id when the export is taken
 * again, and is reported when the words have changed since; a decided label has the rule `decision`.
 */
export function applyDecisions(
  labelled: readonly LabelledIncident[],
  decisions: readonly Decision[],
): DecidedLabels {
  const implies = new Map(readTaxonomy().labels.map((label) => [label.code, label.implies]));
  const byId = new Map<string, Decision[]>();
  for (const decision of decisions) {
    if (decision.decision.trim() === '') continue;
    byId.set(decision.incident_id, [...(byId.get(decision.incident_id) ?? []), decision]);
  }
  let confirmed = 0;
  let changed = 0;
  const outdated: string[] = [];
  const met = new Set<string>();
  const decided = labelled.map((item) => {
    const own = byId.get(item.incident.id);
    if (own === undefined) return item;
    met.add(item.incident.id);
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
    unknown: [...byId.keys()].filter((id) => !met.has(id)),
  };
}
