import { describe, expect, it } from 'vitest';
import { buildClassifier } from '../../src/classify/build-classifier.ts';
import { buildCategoryMap } from '../../src/policy/category-map.ts';
import { makeIncident } from './read-labelled.ts';

const classifier = buildClassifier({ categoryMap: buildCategoryMap(), secondReader: null });

function reviewOf(narrative: string, action: string) {
  return classifier.classify(makeIncident('D', 'Behaviour', narrative, action), new Map()).review;
}

describe('what a person is asked', () => {
  const grave = 'Statements taken, DSL told, both families in.';
  it('includes a record taken gravely in which no serious harm was found', () => {
    const review = reviewOf(
      'Something went on behind the curtain at the back of the hall before the bell.',
      grave,
    );
    expect(review.map(({ reason }) => reason)).toContain('grave_response');
  });
  it('includes a child in distress', () => {
    const review = reviewOf(
      'He was inconsolable under the piano after lunch and his coat was wet through.',
      'Will watch.',
    );
    expect(review.map(({ reason }) => reason)).toContain('distress');
  });
  it('ranks the graver of two like records first', () => {
    const narrative = 'A word was said about her accent by the pegs after the bell on Monday.';
    const best = (action: string) => Math.max(...reviewOf(narrative, action).map(({ priority }) => priority));
    expect(best(grave)).toBeGreaterThan(best('Chat.'));
  });
});
