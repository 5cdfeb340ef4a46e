import { describe, expect, it } from 'vitest';
import { recodeFinding } from '../../src/cli/recode-finding.ts';
import type { Finding } from '../../src/incident/finding.ts';

const FOUND: Finding = {
  kind: 'pair',
  subject: 'Pupil-0123abcd -> Pupil-89abcdef',
  category: 'Mr Hughes',
  direction: 'up',
  from: '2025-09-03',
  to: '2025-11-07',
  comparison: { from: '2025-01-06', to: '2025-07-22' },
  tier: 'clear',
  observed: 6,
  expected: 1.5,
  ratio: 4,
  interval: [1.5, null],
  p: 0.001,
  q: 0.01,
  started: null,
  sentence: 'Ava Holt again.',
  evidence: ['Ava Holt'],
};
const mask = (text: string): string => text.replaceAll('Mr Hughes', '[name]');

describe('recodeFinding', () => {
  it('keeps codes, days and numbers, and tells them in words of its own', () => {
    expect(recodeFinding(FOUND, mask)).toEqual({
      ...FOUND,
      category: '[name]',
      sentence:
        'Pupil-0123abcd -> Pupil-89abcdef: the same pupils again in ‘[name]’ (up), 3 September 2025 to 7 November 2025.',
      evidence: [],
    });
  });

  it('takes for granted no more than kind, subject and sentence', () => {
    const bare = { kind: 'class_trend', subject: 'Mr Hughes', sentence: '' } as unknown as Finding;
    expect(recodeFinding(bare, mask)).toMatchObject({ subject: '[name]', sentence: '[name]: a change.' });
    const edited = {
      ...FOUND,
      from: 'Ava',
      comparison: { from: 'Ava', to: 'Ava' },
      ratio: 'Ava',
      tier: 'Ava',
    };
    expect(JSON.stringify(recodeFinding(edited as unknown as Finding, mask))).not.toContain('Ava');
  });

  it('gives nothing for what is not codes, or of no kind that there is', () => {
    for (const subject of ['Ava Holt', 'Pupil-0123abcd -> Ava Holt', 'Pupil-0123abcd Ava', 'xPupil-0123abcd'])
      expect(recodeFinding({ ...FOUND, subject }, mask)).toBeNull();
    expect(recodeFinding({ ...FOUND, kind: 'ava' as 'pair' }, mask)).toBeNull();
  });
});
