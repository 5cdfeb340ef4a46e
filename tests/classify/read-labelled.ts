import { readFileSync } from 'node:fs';
import type { Incident } from '../../src/incident/incident.ts';
import { readTaxonomy } from '../../src/policy/taxonomy.ts';

/** One record with the labels that people gave it. */
export interface LabelledRecord {
  readonly id: string;
  readonly incident: Incident;
  readonly gold: ReadonlySet<string>;
}

/** An incident of nothing but category, narrative and action. */
export function makeIncident(id: string, category: string, narrative: string, action: string): Incident {
  return {
    id,
    key: id,
    school: null,
    kind: 'behaviour',
    date: '2025-11-03',
    time: null,
    recordedDate: null,
    recordedTime: null,
    categories: category === '' ? [] : [category],
    categoryText: category,
    narrative,
    action,
    location: null,
    period: null,
    reportedBy: null,
    assignedTo: null,
    status: null,
    involvements: [],
    sources: [],
  };
}

/** Adds what follows from each label, with the rulings on homophobic bullying and on prejudice left to people. */
export function closeLabels(labels: readonly string[]): Set<string> {
  const taxonomy = new Map(readTaxonomy().labels.map((label) => [label.code, label.implies]));
  const closed = new Set(labels);
  const queue = [...labels];
  while (queue.length > 0) {
    const code = queue.pop() ?? '';
    const next = [...(taxonomy.get(code) ?? [])];
    if (code === 'bullying.homophobic' && !closed.has('prejudice.transphobic'))
      next.push('prejudice.homophobic');
    for (const implied of next) {
      if (closed.has(implied)) continue;
      closed.add(implied);
      queue.push(implied);
    }
  }
  return closed;
}

function readText(path: string): LabelledRecord[] {
  return readFileSync(path, 'utf8')
    .split('\n')
    .filter((line) => line !== '' && !line.startsWith('#'))
    .map((line) => {
      const [id = '', category = '', narrative = '', action = '', labels = ''] = line.split('|');
      const gold = closeLabels(
        labels
          .split(',')
          .map((label) => label.trim())
          .filter((label) => label !== ''),
      );
      return { id, incident: makeIncident(id, category, narrative, action), gold };
    });
}

interface JsonRecord {
  readonly id: string;
  readonly recorded_category: string;
  readonly recorded_subcategory: string;
  readonly narrative: string;
  readonly action: string;
  readonly labels: readonly string[];
}

function readJsonLines(path: string): LabelledRecord[] {
  return readFileSync(path, 'utf8')
    .split('\n')
    .filter((line) => line !== '')
    .map((line) => {
      const record = JSON.parse(line) as JsonRecord;
      const category = [record.recorded_category, record.recorded_subcategory]
        .filter((part) => part !== '')
        .join(' > ');
      return {
        id: record.id,
        incident: makeIncident(record.id, category, record.narrative, record.action),
        gold: closeLabels(record.labels),
      };
    });
}

/** Reads a labelled file: JSON lines, or text with `id|category|narrative|action|labels`. */
export function readLabelled(path: string): LabelledRecord[] {
  return path.endsWith('.jsonl') ? readJsonLines(path) : readText(path);
}
