import { describe, expect, test } from 'vitest';
import categoryData from '../../src/policy/categories.yaml';
import { buildCategoryMap } from '../../src/policy/category-map.ts';
import { readTaxonomy } from '../../src/policy/taxonomy.ts';

const map = buildCategoryMap();

describe('the categories that ship', () => {
  const { categories } = categoryData as {
    categories: { names: string[]; kind: string; codes: string[]; nature: string }[];
  };
  test('every code is in the taxonomy, every kind and nature is known', () => {
    const codes = new Set(readTaxonomy().labels.map((label) => label.code));
    for (const entry of categories) {
      expect(['behaviour', 'positive', 'safeguarding', 'accident']).toContain(entry.kind);
      expect(['specific', 'broad', 'outcome', 'context']).toContain(entry.nature);
      for (const code of entry.codes) expect(codes).toContain(code);
    }
  });
  test('every name is found as itself, and none stands twice', () => {
    const seen = new Map<string, string>();
    for (const entry of categories) {
      for (const name of entry.names) {
        const meaning = map.find(name);
        expect(meaning, name).toMatchObject({ kind: entry.kind, codes: entry.codes, nature: entry.nature });
        const key = name.toLowerCase();
        expect(seen.has(key), `${name} twice`).toBe(false);
        seen.set(key, name);
      }
    }
    expect(seen.size).toBeGreaterThan(150);
  });
});

describe('finding a category', () => {
  test.each([
    ['Bullying', 'behaviour', ['bullying'], 'broad'],
    ['BULLYING', 'behaviour', ['bullying'], 'broad'],
    ['Behaviour > Bullying > Verbal', 'behaviour', ['bullying.verbal'], 'specific'],
    ['Behaviour > Something of ours', 'behaviour', [], 'context'],
    ['Physical Aggression towards Staff', 'behaviour', ['staff.physical'], 'specific'],
    ['Physical aggression', 'behaviour', ['child_on_child'], 'broad'],
    ['Positive Handling', 'behaviour', ['positive_handling'], 'specific'],
    ['Positive Behaviour', 'positive', ['positive'], 'specific'],
    ['Drugs & Alcohol', 'behaviour', ['substance'], 'specific'],
    ['Emotional Wellbeing', 'safeguarding', ['safeguarding_other'], 'specific'],
    ['Medical / First Aid', 'accident', ['accident'], 'specific'],
    ['Racist Incident (KS2)', 'behaviour', ['prejudice.racist'], 'specific'],
    ['Fixed-term exclusion', 'behaviour', ['exclusion.suspension'], 'outcome'],
    ['Safeguarding > Child on Child Abuse', 'behaviour', ['child_on_child'], 'broad'],
  ])('%s', (path, kind, codes, nature) => {
    expect(map.find(path)).toMatchObject({ kind, codes, nature });
  });
  test('an unknown name has no meaning', () => {
    expect(map.find('Zorbing')).toBeNull();
    expect(map.find('')).toBeNull();
    expect(map.find('Zorbing')).toBeNull();
  });
});

describe('rows of a school', () => {
  test('stand over the shipped names, and two rows join their codes', () => {
    const own = buildCategoryMap([
      { category: 'Zorbing', code: 'damage', note: '' },
      { category: 'Zorbing', code: 'absconding', note: '' },
      { category: 'Attendance', code: 'behaviour', note: 'lateness to lessons' },
      { category: 'Left blank', code: '', note: '' },
      { category: 'Stage 4', code: 'exclusion.internal', note: '' },
      { category: 'Team point', code: 'positive', note: '' },
      { category: 'Playground bullying', code: 'bullying', note: '' },
    ]);
    expect(own.find('zorbing')).toMatchObject({ kind: 'behaviour', codes: ['damage', 'absconding'] });
    expect(own.find('Attendance')).toMatchObject({ kind: 'behaviour', codes: [], nature: 'context' });
    expect(own.find('Stage 4')).toMatchObject({ codes: ['exclusion.internal'], nature: 'outcome' });
    expect(own.find('Team Point')).toMatchObject({ kind: 'positive', nature: 'specific' });
    expect(own.find('Playground Bullying')).toMatchObject({ codes: ['bullying'], nature: 'broad' });
    expect(own.find('Left blank')).toBeNull();
  });
  test('an unknown code is refused by name', () => {
    expect(() => buildCategoryMap([{ category: 'Pinching', code: 'pinch', note: '' }])).toThrow(
      /Pinching.*pinch/,
    );
  });
});
