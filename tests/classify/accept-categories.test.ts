import { describe, expect, it } from 'vitest';
import { buildClassifier } from '../../src/classify/build-classifier.ts';
import { buildCategoryMap } from '../../src/policy/category-map.ts';
import { makeIncident } from './read-labelled.ts';

const classifier = buildClassifier({ categoryMap: buildCategoryMap(), secondReader: null });

function codes(category: string, narrative: string, action = ''): string[] {
  const { labels } = classifier.classify(makeIncident('E', category, narrative, action), new Map());
  return labels.filter(({ status }) => status === 'alleged' || status === 'observed').map(({ code }) => code);
}

describe('a category of which the text says nothing', () => {
  it('stands, whether or not anybody is told of', () => {
    expect(codes('Racist incident', 'Comments made in the corridor.')).toContain('prejudice.racist');
    expect(codes('Assault on staff', 'Happened at home time by the gate.')).toContain('staff.physical');
    expect(codes('Bullying', 'See form.')).toContain('bullying');
    expect(codes('Truancy', 'Skipped computing again this week.')).toContain('absconding');
  });
  it('gives no outcome that the text takes back', () => {
    expect(codes('Suspension', 'Jay was not suspended; the head saw him and his dad.')).not.toContain(
      'exclusion.suspension',
    );
    expect(codes('Permanent exclusion', 'Kofi has not been permanently excluded.')).not.toContain(
      'exclusion.permanent',
    );
    expect(codes('Suspension', 'Jay hit Kofi on the stairs. Not sorry.')).toContain('exclusion.suspension');
    expect(codes('Suspension', 'Jay is to be suspended from Monday.')).toContain('exclusion.suspension');
  });
});
