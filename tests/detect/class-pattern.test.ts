import { describe, expect, it } from 'vitest';
import { detectClassPatterns } from '../../src/detect/class-pattern.ts';
import { calendar, evenDays, makeContext, makeInput, pupilName, type Told } from './helpers/make-input.ts';

const classes = ['1A', '1B', '2A', '2B', '3A', '3B'];
const quiet = evenDays(2, classes);
const days = calendar.schoolDays.filter((date) => date >= '2025-09-01');
const detect = (extra: readonly Told[], forms = classes) =>
  detectClassPatterns(makeContext(makeInput([...quiet, ...extra], { classes: forms })));

describe('detectClassPatterns', () => {
  it('finds one kind of incident far more common in one class, by many pupils', () => {
    const told = days
      .filter((_, at) => at % 3 === 0)
      .map((date, at) => ({ date, who: pupilName('2B', at % 25), what: 'Swearing' }));
    const { findings, run } = detect(told);
    expect(findings).toHaveLength(1);
    expect(findings[0]).toMatchObject({
      kind: 'class_pattern',
      subject: '2B',
      category: 'Swearing',
      direction: 'up',
    });
    expect(findings[0]?.sentence).toMatch(
      /^2B: ‘Swearing’ recorded \d+ times from 2 September 2025 to .*would be usual for a class of this school\. 2\d pupils/,
    );
    expect(run.lookedAt).toBe(36);
  });

  it('does not take one child for a class', () => {
    const told = days
      .filter((_, at) => at % 3 === 0)
      .map((date) => ({ date, who: '2B-04', what: 'Swearing' }));
    expect(detect(told).findings).toEqual([]);
  });

  it('finds none in an even school, and says when there are too few classes', () => {
    expect(detect([]).findings).toEqual([]);
    const two = detectClassPatterns(makeContext(makeInput(evenDays(1))));
    expect(two.run.note).toMatch(/Fewer than 6 classes/);
  });
});
