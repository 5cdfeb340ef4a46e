import { describe, expect, it } from 'vitest';
import { createRecordedLabeller } from '../../src/classify/label-recorded.ts';
import { buildCategoryMap } from '../../src/policy/category-map.ts';

const label = createRecordedLabeller(buildCategoryMap());

function codesOf(categories: readonly string[], narrative = ''): string[] {
  const record = { categoryText: categories.join('; '), categories, narrative, action: '', involvements: [] };
  return label(record).labels.map(({ code }) => code);
}

describe('labels of recorded categories alone', () => {
  it('are what the category means and what follows from it', () => {
    expect(codesOf(['Fighting'])).toContain('fighting');
    expect(codesOf(['Bullying'])).toEqual(expect.arrayContaining(['bullying', 'child_on_child']));
  });

  it('take no notice of the narrative', () => {
    const words = 'Ada punched Ben, and it was not a fight at all. A knife was found.';
    expect(codesOf(['Fighting'], words)).toEqual(codesOf(['Fighting']));
    expect(codesOf(['Zebra crossing'], words)).toEqual([]);
  });
});
