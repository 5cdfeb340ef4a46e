import { describe, expect, it } from 'vitest';
import { buildEngine } from '../../src/classify/build-classifier.ts';
import { readKnowledge } from '../../src/classify/knowledge.ts';
import { buildCategoryMap } from '../../src/policy/category-map.ts';
import { makeIncident } from './read-labelled.ts';

const engine = buildEngine({ categoryMap: buildCategoryMap(), secondReader: null });
const knowledge = readKnowledge();

interface Exampled {
  readonly id: string;
  readonly label: string;
  readonly in?: string;
  readonly yes: readonly string[];
  readonly no: readonly string[];
}

/** Labels and signals that stand for a sentence, read in the field in which the rule looks. */
function findLabels(rule: Exampled, text: string): Set<string> {
  const inAction = rule.in === 'action';
  // `words [category]` for rules that look at the category.
  const [words = '', category = ''] = rule.in === 'category' ? text.split(' [') : [text];
  const incident = makeIncident('E', category.replace(']', ''), inAction ? '' : words, inAction ? words : '');
  const given = engine
    .classify(incident, new Map())
    .labels.filter((label) => label.status === 'alleged' || label.status === 'observed')
    .map((label) => label.code);
  const signals = engine
    .read(incident, new Map())
    .candidates.filter((candidate) => candidate.stop === null && candidate.kind.name.startsWith('~'))
    .map((candidate) => candidate.kind.name);
  return new Set([...given, ...signals]);
}

const all: Exampled[] = [...knowledge.book.rules, ...knowledge.book.events];

describe.each(all.map((rule) => [rule.id, rule] as const))('%s', (_, rule) => {
  it('has two examples for and two against', () => {
    expect(rule.yes.length).toBeGreaterThanOrEqual(2);
    expect(rule.no.length).toBeGreaterThanOrEqual(2);
  });
  it.each(rule.yes)('says so: %s', (text) => {
    expect(findLabels(rule, text)).toContain(rule.label);
  });
  it.each(rule.no)('does not: %s', (text) => {
    expect(findLabels(rule, text)).not.toContain(rule.label);
  });
});
