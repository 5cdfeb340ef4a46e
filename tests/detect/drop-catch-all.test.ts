import { describe, expect, it } from 'vitest';
import { dropCatchAll } from '../../src/detect/drop-catch-all.ts';
import { detectPupilPatterns } from '../../src/detect/pupil-pattern.ts';
import type { Finding } from '../../src/incident/finding.ts';
import { evenDays, makeContext, makeInput } from './helpers/make-input.ts';

const spring = { from: '2026-01-06', to: '2026-03-27' };
const pattern = (subject: string, category: string, span = spring): Finding => ({
  kind: 'pupil_pattern',
  subject,
  category,
  direction: 'up',
  ...span,
  comparison: null,
  tier: 'clear',
  observed: 6,
  expected: 0.5,
  ratio: 12,
  interval: [4, 20],
  p: null,
  q: 0.01,
  started: null,
  sentence: '',
  evidence: [],
});
const pick = (findings: readonly Finding[]) =>
  findings.map(({ subject, category }) => `${subject} ${category}`);

describe('dropCatchAll', () => {
  const categories = ['Behaviour', 'Physical'];
  const { record } = makeContext(makeInput([{ date: '2026-01-08', who: '1A-01' }]));
  const [placed] = record.incidents;
  const incidents = [[0], [0], [0, 1], [1]].flatMap((each) =>
    placed === undefined ? [] : [{ ...placed, categories: each }],
  );

  it('drops the catch-all only beside a specific pattern of the same pupil and time', () => {
    const patterns = [
      pattern('A', 'Behaviour'),
      pattern('A', 'Physical'),
      pattern('B', 'Behaviour'),
      pattern('C', 'Behaviour'),
      pattern('C', 'Physical', { from: '2024-09-02', to: '2024-12-20' }),
    ];
    expect(pick(dropCatchAll(patterns, { categories, incidents }, 0.6))).toEqual([
      'A Physical',
      'B Behaviour',
      'C Behaviour',
      'C Physical',
    ]);
  });

  it('keeps everything where no category is on so large a share', () => {
    const patterns = [pattern('A', 'Behaviour'), pattern('A', 'Physical')];
    expect(dropCatchAll(patterns, { categories, incidents }, 0.75)).toEqual(patterns);
  });

  it('is done where patterns are found', () => {
    const classes = ['1A', '1B', '2A', '2B'];
    const dates = ['2026-01-08', '2026-01-20', '2026-02-03', '2026-02-25', '2026-03-10', '2026-03-19'];
    const told = [
      ...evenDays(1, classes),
      ...dates.map((date) => ({ date, who: '2A-03', what: 'Physical' })),
    ];
    const input = makeInput(told, { classes });
    const labelled = input.labelled.map((each) => ({
      ...each,
      incident: { ...each.incident, categories: ['Behaviour', ...each.incident.categories] },
    }));
    const { findings, run } = detectPupilPatterns(makeContext({ ...input, labelled }));
    expect(pick(findings)).toEqual(['2A-03 Physical']);
    expect(run.clear + run.possible).toBe(1);
  });
});
