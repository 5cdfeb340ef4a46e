import { expect, it } from 'vitest';
import { findingsInPeriod } from '../../src/detect/findings-in-period.ts';
import type { Finding } from '../../src/incident/finding.ts';

const finding = (from: string, to: string, started: Finding['started'] = null): Finding => ({
  kind: 'class_trend',
  subject: '8C',
  category: null,
  direction: 'up',
  from,
  to,
  comparison: null,
  tier: 'clear',
  observed: 1,
  expected: 1,
  ratio: 1,
  interval: [0, null],
  p: null,
  q: null,
  started,
  sentence: '',
  evidence: [],
});

it('keeps the findings whose days reach into the period and which had begun', () => {
  const period = { name: '2025-26 Spring', from: '2026-01-05', to: '2026-03-27', schoolDays: 53 };
  const before = finding('2025-09-01', '2025-12-19');
  const over = finding('2025-09-01', '2026-01-20');
  const after = finding('2026-04-13', '2026-07-20');
  const later = finding('2026-01-05', '2026-07-20', { from: '2026-05-04', to: '2026-05-11' });
  expect(findingsInPeriod([before, over, after, later], period)).toEqual([over]);
});
