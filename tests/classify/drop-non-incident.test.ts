import { describe, expect, it } from 'vitest';
import { buildClassifier } from '../../src/classify/build-classifier.ts';
import { buildCategoryMap } from '../../src/policy/category-map.ts';
import { makeIncident } from './read-labelled.ts';

const classifier = buildClassifier({ categoryMap: buildCategoryMap() });

function classify(category: string, narrative: string, action: string) {
  return classifier.classify(makeIncident('N', category, narrative, action), new Map());
}

describe('a record that tells of no incident', () => {
  const nothing = classify(
    'Weapon',
    'Ezra said Cole had a knife in his bag. It was borrowed from cookery club with permission and he did nothing wrong.',
    'Mum told. No further action.',
  );
  it('loses its labels, with the words that say so, and goes to a person when they were serious', () => {
    expect(nothing.labels.map(({ code }) => code)).not.toContain('weapon');
    const taken = nothing.suppressed.find(({ code }) => code === 'weapon');
    expect(taken?.reason).toBe('no_incident');
    expect(taken?.evidence).toHaveLength(2);
    expect(nothing.review.map(({ reason }) => reason)).toContain('suppressed_no_incident');
  });
  it('keeps what the action says was done', () => {
    expect(nothing.labels.map(({ code }) => code)).toContain('response.parent_contact');
  });
  it('comes last among what a person is asked', () => {
    expect(Math.max(...nothing.review.map(({ priority }) => priority))).toBe(1);
  });
  it('keeps an accident', () => {
    const fall = classify(
      'Physical',
      'Reported as a push. It turned out she fell off the bench and grazed both knees, nobody was near her.',
      'Closed.',
    );
    expect(fall.labels.map(({ code }) => code)).toEqual(['accident']);
  });
});
