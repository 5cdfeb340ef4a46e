import { describe, expect, it } from 'vitest';
import { markFindings } from '../../src/detect/mark-findings.ts';
import type { Finding } from '../../src/incident/finding.ts';

const finding = (over: Partial<Finding>): Finding => ({
  kind: 'pupil_trend',
  subject: 'Ava Holt',
  category: null,
  direction: 'up',
  from: '2026-04-13',
  to: '2026-07-20',
  comparison: null,
  tier: 'clear',
  observed: 11,
  expected: 3,
  ratio: 11 / 3,
  interval: [1.6, 9],
  p: 0.001,
  q: 0.05,
  started: null,
  sentence: 'Told.',
  evidence: [],
  ...over,
});

describe('markFindings', () => {
  it('tells new, still and over apart', () => {
    const { findings, over } = markFindings(
      [finding({}), finding({ subject: 'Ben Price' })],
      [finding({ observed: 8, to: '2026-06-30' }), finding({ subject: 'Kai Nash' })],
    );
    expect(findings.map(({ subject, status }) => [subject, status])).toEqual([
      ['Ava Holt', 'still'],
      ['Ben Price', 'new'],
    ]);
    expect(over.map(({ subject }) => subject)).toEqual(['Kai Nash']);
  });

  it('takes a serious record of another school year for a new one, and more of the same year for the same', () => {
    const serious = { kind: 'serious_repeat', category: 'prejudice.racist', direction: null } as const;
    const lastYear = finding({ ...serious, from: '2025-03-04', to: '2025-03-04' });
    const thisYear = finding({ ...serious, from: '2025-11-03', to: '2025-11-03' });
    const sinceThen = finding({ ...serious, from: '2025-11-03', to: '2026-02-09' });
    const marked = markFindings([lastYear, sinceThen], [lastYear]);
    expect(marked.findings.map(({ status }) => status)).toEqual(['still', 'new']);
    expect(markFindings([sinceThen], [thisYear]).findings[0]?.status).toBe('still');
    expect(markFindings([sinceThen], [lastYear]).over).toEqual([lastYear]);
  });

  it.each([{ direction: 'down' }, { category: 'Physical' }, { kind: 'pupil_pattern' }] as const)(
    'takes another direction, category or kind for another finding: %o',
    (change) => {
      const { findings, over } = markFindings([finding(change)], [finding({})]);
      expect([findings[0]?.status, over.length]).toEqual(['new', 1]);
    },
  );
});
