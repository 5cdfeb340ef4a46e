import type { Evidence, Label } from '../incident/classification.ts';
import type { Pupil, PupilKey } from '../incident/incident.ts';
import type { LabelledIncident } from '../incident/labelled-incident.ts';
import { readTaxonomy } from '../policy/taxonomy.ts';
import type { SchoolKnowledge } from './compile-rules.ts';
import { createSlurMask } from './create-slur-mask.ts';
import { sayReason } from './say-reason.ts';

const STATUS_WORDS: Readonly<Record<Label['status'], string>> = {
  alleged: 'said by somebody, counted',
  observed: 'stated in the record, counted',
  not_upheld: 'found untrue, not counted',
  historical: 'about an earlier time, not counted',
  other_setting: 'outside school, not counted',
};

const STRENGTH_WORDS = ['', 'weak', 'fair', 'strong'];

function showWords({ field, start, end, text, rule }: Evidence): string {
  const by = rule === 'second_reader' ? 'may mean it; the second reader agrees' : `rule ${rule}`;
  return `      "${text}" (${field}, characters ${start} to ${end}; ${by})`;
}

/** The text with a line of marks under the words that decided. Long texts are cut into lines of 90 characters. */
function underline(title: string, text: string, spans: readonly Evidence[]): string[] {
  if (text === '') return [`${title}: (empty)`];
  const shown = [...text.replaceAll('\n', ' ').replaceAll('\r', ' ').replaceAll('\t', ' ')];
  const flat = shown.join('');
  const lines = [`${title}:`];
  for (let from = 0; from < flat.length; from += 90) {
    const to = Math.min(flat.length, from + 90);
    lines.push(`  ${flat.slice(from, to)}`);
    let marks = '';
    for (let at = from; at < to; at++)
      marks += spans.some((span) => at >= span.start && at < span.end) ? '^' : ' ';
    if (marks.trim() !== '') lines.push(`  ${marks.trimEnd()}`);
  }
  return lines;
}

/**
 * One record in plain English: its words with those underlined that decided, each label with its reasons, what
 * was stopped and why, what a person should look at, and the parts of the pupils. Slurs are masked.
 */
export function explainClassification(
  { incident, classification }: LabelledIncident,
  pupils: ReadonlyMap<PupilKey, Pupil>,
  own: SchoolKnowledge = {},
): string {
  const maskSlurs = createSlurMask(own);
  const titles = new Map(readTaxonomy().labels.map((label) => [label.code, label.title]));
  const all = [...classification.labels, ...classification.suppressed].flatMap((label) => label.evidence);
  const lines = [`Incident ${incident.id}, ${incident.date}`, ''];
  const fields = [
    ['Category', 'category', incident.categoryText],
    ['Narrative', 'narrative', incident.narrative],
    ['Action', 'action', incident.action],
  ] as const;
  for (const [title, field, text] of fields) {
    const spans = all.filter((evidence) => evidence.field === field && evidence.rule !== 'category');
    lines.push(...underline(title, maskSlurs(text), field === 'category' ? [] : spans));
  }
  lines.push('', 'Labels:');
  if (classification.labels.length === 0) lines.push('  none');
  for (const { code, status, strength, evidence } of classification.labels) {
    lines.push(
      `  ${titles.get(code) ?? code} [${code}]: ${STATUS_WORDS[status]}; ${STRENGTH_WORDS[strength] ?? ''}`,
    );
    lines.push(...evidence.map(showWords));
  }
  if (classification.suppressed.length > 0) lines.push('', 'Not given:');
  for (const { code, reason, evidence } of classification.suppressed) {
    lines.push(
      `  ${titles.get(code) ?? code} [${code}]: ${sayReason('stopped', reason)}`,
      ...evidence.map(showWords),
    );
  }
  if (classification.review.length > 0) lines.push('', 'For a person to look at:');
  for (const { reason, code, priority, like } of classification.review) {
    const title = code === null ? '' : `${titles.get(code) ?? code}: `;
    lines.push(
      `  ${title}${sayReason('review', reason)} (priority ${priority} of 5)`,
      ...(like === undefined ? [] : [`      "${maskSlurs(like)}"`]),
    );
  }
  if (classification.roles.size > 0) lines.push('', 'Parts:');
  for (const [key, role] of classification.roles) lines.push(`  ${pupils.get(key)?.label ?? key}: ${role}`);
  return `${lines.join('\n')}\n`;
}
