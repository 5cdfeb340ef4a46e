import { describe, expect, it } from 'vitest';
import { type PatternTold, sayPattern } from '../../src/detect/say-pattern.ts';

const told: PatternTold = {
  pupil: 'Ada Example',
  className: '4 Oak',
  category: 'Fighting',
  days: 8,
  weeks: 7,
  first: '2026-02-02',
  last: '2026-07-15',
  window: '2025-26 Spring and 2025-26 Summer',
  expected: 0.2,
  place: 'Playground',
};

describe('sayPattern', () => {
  it('tells a pattern in a sentence of its own, and in few words under the name', () => {
    const { sentence, brief } = sayPattern(told);
    expect(sentence).toBe(
      'Ada Example (4 Oak): ‘Fighting’ recorded on 8 days from 2 February 2026 to 15 July 2026, in 7 different weeks. ' +
        'In 2025-26 Spring and 2025-26 Summer a typical pupil would have fewer than 1. Mostly in: Playground. ' +
        'This counts records; it does not say why.',
    );
    expect(brief).toBe('‘Fighting’ on 8 days, 2 February to 15 July 2026, mostly in Playground.');
  });

  it('says briefly what is usual where that is a day or more, and leaves out a class and place that are not known', () => {
    const other = { ...told, first: '2025-11-11', expected: 1.5, place: null, className: null };
    const { sentence, brief } = sayPattern(other);
    expect(brief).toBe('‘Fighting’ on 8 days, 11 November 2025 to 15 July 2026 (usual: 1 or 2).');
    expect(sentence).toMatch(/^Ada Example: ‘Fighting’ .* would have 1 or 2\. This counts/);
    expect(sayPattern({ ...told, expected: 0.74 }).brief).not.toContain('usual');
    expect(sayPattern({ ...told, expected: 0.76 }).brief).toContain('(usual: about 1)');
  });
});
