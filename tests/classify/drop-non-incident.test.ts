import { describe, expect, it } from 'vitest';
import { buildClassifier } from '../../src/classify/build-classifier.ts';
import { buildCategoryMap } from '../../src/policy/category-map.ts';
import { makeIncident } from './read-labelled.ts';

const classifier = buildClassifier({ categoryMap: buildCategoryMap(), secondReader: null });

function classify(category: string, narrative: string, action: string) {
  return classifier.classify(makeIncident('N', category, narrative, action), new Map());
}

describe('a record that tells of no incident', () => {
  const nothing = classify(
    'Weapon',
    'Cole had a knife in his bag. It was borrowed from cookery club with permission, Mr Ford had asked him to bring it to the lesson.',
    'Mum told. No further action.',
  );
  it('loses its labels, with the words that say so, and goes to a person when they were serious', () => {
    expect(nothing.labels.map(({ code }) => code)).not.toContain('weapon');
    const fit = classify(
      'Drama',
      'Rehearsal of the fight scene: Cole punched Ezra in the arm as the script says, with the drama teacher watching.',
      '',
    );
    expect(fit.labels).toEqual([]);
    const taken = fit.suppressed.filter(({ reason }) => reason === 'no_incident' || reason === 'lesson');
    expect(taken.length).toBeGreaterThan(0);
    for (const { evidence } of taken) expect(evidence).toHaveLength(2);
  });
  it('keeps what the action says was done', () => {
    expect(nothing.labels.map(({ code }) => code)).toContain('response.parent_contact');
  });
  it('keeps what the school counts by recording it so, and reads `briefing` in an action as what was done', () => {
    const held = classify('Positive handling', 'Cole was guided by the hand to the reading corner.', 'None.');
    expect(held.labels.map(({ code }) => code)).toContain('positive_handling');
    const elsewhere = classify(
      'Exclusion',
      'New starter, file arrived from last school: two suspensions there. Polite, hungry, good at chess.',
      '',
    );
    expect(elsewhere.labels.map(({ code }) => code)).toContain('exclusion.suspension');
    expect(elsewhere.review[0]).toMatchObject({ reason: 'recorded_but_untold', priority: 3 });
    const told = classify(
      'Bullying',
      'Cole has been targeting Ezra for weeks.',
      'Parents met; staff informed in briefing of the anti-bullying policy. Dad had not been told before.',
    );
    expect(told.labels.map(({ code }) => code)).toContain('bullying');
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
