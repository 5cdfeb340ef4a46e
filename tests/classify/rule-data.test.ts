import { describe, expect, it } from 'vitest';
import { compileRules, type KnowledgeFiles } from '../../src/classify/compile-rules.ts';
import { FLAG } from '../../src/classify/cue.ts';
import people from '../../src/classify/data/lexicon/people.yaml';
import { hashKnowledge } from '../../src/classify/hash-knowledge.ts';
import { readKnowledge } from '../../src/classify/knowledge.ts';
import { splitEntries } from '../../src/classify/load-lexicon.ts';
import type { RuleData } from '../../src/classify/rule-data.ts';
import { cutPhrase } from '../../src/classify/tokenise.ts';
import { readTaxonomy } from '../../src/policy/taxonomy.ts';

const knowledge = readKnowledge();
const { rules, events, cues, ordinary } = knowledge.book;
const compiled = compileRules(knowledge);

function withRule(rule: Partial<RuleData>): KnowledgeFiles {
  const added: RuleData = { id: 'test', label: '~test', any: 'kick', yes: [], no: [], ...rule };
  return readKnowledge({ book: { rules: [added], events: [], cues: [], ordinary: [] } });
}

describe('the people of the lexicon', () => {
  // `1-1` among the roles of staff made a person of every date.
  it('are none of them numbers alone', () => {
    const { classes = {} } = people as { readonly classes?: Readonly<Record<string, string>> };
    const entries = Object.values(classes)
      .flatMap(splitEntries)
      .filter((entry) => !entry.startsWith('<'));
    expect(entries.length).toBeGreaterThan(500);
    expect(entries.filter((entry) => cutPhrase(entry).every((word) => word === '#'))).toEqual([]);
  });
});

describe('the rules as written', () => {
  it('have ids that are used once', () => {
    const ids = [...rules, ...events, ...cues, ...ordinary].map((entry) => entry.id);
    expect(ids.filter((id, index) => ids.indexOf(id) !== index)).toEqual([]);
  });
  it('give labels of the taxonomy, or signals', () => {
    const codes = new Set(readTaxonomy().labels.map((label) => label.code));
    const unknown = [...rules, ...events]
      .flatMap((rule) => [rule.label, ...(rule.also ?? [])])
      .filter((label) => !label.startsWith('~') && !codes.has(label));
    expect(unknown).toEqual([]);
  });
  it('leave no label of the taxonomy without a rule or a kind of bullying', () => {
    const covered = new Set([...rules, ...events].flatMap((rule) => [rule.label, ...(rule.also ?? [])]));
    const bare = readTaxonomy()
      .labels.map((label) => label.code)
      .filter((code) => !covered.has(code) && !code.startsWith('bullying.'));
    expect(bare).toEqual([]);
  });
  it('use modifiers that exist', () => {
    const flags = new Set<string>([...Object.keys(FLAG), 'shield']);
    for (const cue of cues) expect(flags).toContain(cue.flag);
    for (const rule of [...rules, ...events])
      for (const flag of rule.ignores ?? []) expect(flags).toContain(flag);
  });
  it('say no pattern twice in one rule', () => {
    for (const rule of rules) {
      const lines = rule.any.split('\n').filter((line) => line !== '');
      expect([rule.id, lines.filter((line, index) => lines.indexOf(line) !== index)]).toEqual([rule.id, []]);
    }
  });
  it('have no two rules with one label and one pattern', () => {
    const seen = new Map<string, string>();
    const twice: string[] = [];
    for (const rule of rules) {
      for (const line of rule.any.split('\n').filter((text) => text !== '')) {
        const key = `${rule.label} ${line}`;
        const other = seen.get(key);
        if (other !== undefined && other !== rule.id) twice.push(`${other} and ${rule.id}: ${line}`);
        seen.set(key, rule.id);
      }
    }
    expect(twice).toEqual([]);
  });
  it('compile, with a lexicon of thousands of entries', () => {
    expect(compiled.entries).toBeGreaterThan(5000);
    expect(compiled.patterns.owners.length).toBeGreaterThan(1500);
  });
});

describe('misspellings', () => {
  it('never lead to a weapon, a substance or a slur', () => {
    const dangerous = new Set(
      ['WEAPON', 'SUBSTANCE', 'SLUR'].flatMap((name) =>
        knowledge.lexicon.flatMap((file) => splitEntries(file.classes?.[name] ?? '')),
      ),
    );
    const wrong = Object.entries(knowledge.aliases).filter(
      ([alias, meant]) =>
        dangerous.has(meant) && !['cigerette', 'cigarete', 'alchohol', 'alcohal', 'canabis'].includes(alias),
    );
    expect(wrong).toEqual([]);
  });
});

describe('compileRules', () => {
  it.each([
    [{ any: '<NO_SUCH_CLASS>' }, 'no class'],
    [{ any: '@NOBODY_KNOWN' }, 'no role'],
    [{ any: 'kick? him' }, 'must not start'],
    [{ any: 'kick ~2' }, 'must end'],
    [{ any: '~2 kick' }, 'bad gap'],
    [{ any: 'kick ~40 him' }, 'bad gap'],
    [{ any: 'kick £' }, 'nothing to match'],
  ])('refuses %o', (rule, message) => {
    expect(() => compileRules(withRule(rule))).toThrow(message);
  });
  it('refuses an event with an unknown verb class', () => {
    const extra = readKnowledge({
      book: {
        rules: [],
        cues: [],
        ordinary: [],
        events: [{ id: 'e', label: '~e', verbs: 'NO_VERB', agent: [], patient: [], yes: [], no: [] }],
      },
    });
    expect(() => compileRules(extra)).toThrow('no verb class');
  });
  it('gives another version to other words', () => {
    expect(hashKnowledge(withRule({}))).not.toBe(hashKnowledge(knowledge));
    expect(hashKnowledge(readKnowledge())).toBe(hashKnowledge(knowledge));
  });
});
