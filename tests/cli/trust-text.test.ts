import { describe, expect, it } from 'vitest';
import { trustText } from '../../src/cli/output/trust-text.ts';
import type { TrustAnalysis } from '../../src/incident/trust-analysis.ts';
import { simulateTrust } from '../trust/helpers/simulate-trust.ts';

const trust = simulateTrust('text', 4);
const pooled = {
  ratio: 1.5,
  interval: [1.2, 1.9],
  spread: [0.84, 2.7],
  schools: 1,
} as unknown as NonNullable<TrustAnalysis['groups'][number]['pooled']>;

describe('trustText', () => {
  it('says in each part that there is nothing, where there is nothing', () => {
    const text = trustText({
      ...trust,
      comparability: [],
      warnings: [],
      outliers: [],
      trends: [],
      groups: [],
      common: { ...trust.common, changes: [] },
    });
    expect(text).toContain('- nothing speaks against it');
    expect(text).toContain('- none that is more than chance');
    expect(text).toMatch(/^4 schools, 4 returns: /);
    expect(trustText({ ...trust, funnels: [] })).toContain(
      '- too few schools of one kind with a roll to tell',
    );
  });

  it('tells who differs, what changed and which groups stand out, with what to bear in mind', () => {
    const text = trustText({
      ...trust,
      outliers: [
        {
          school: 'School 002',
          code: 'bullying',
          title: 'Bullying',
          observed: 12,
          expected: 3.9,
          ratio: 3.1,
          cautions: ['recording_low'],
        } as unknown as TrustAnalysis['outliers'][number],
      ],
      common: {
        ...trust.common,
        changes: [
          {
            code: 'all',
            title: 'All behaviour incidents',
            comparison: 'last_year',
            direction: 'up',
            pooled,
          } as unknown as TrustAnalysis['common']['changes'][number],
        ],
      },
      trends: [
        {
          code: 'bullying',
          title: 'Bullying',
          comparison: 'previous',
          schools: [
            { school: 'School 001', now: 9, before: 30, verdict: 'down' },
            { school: 'School 003', now: 9, before: 8, verdict: 'no_clear_change' },
          ],
        } as unknown as TrustAnalysis['trends'][number],
      ],
      groups: [
        { characteristic: 'sen', group: 'EHC plan', pooled, stands_out: true },
        { characteristic: 'sex', group: 'Girls', pooled, stands_out: false },
      ] as unknown as TrustAnalysis['groups'],
    });
    expect(text).toContain(
      '- School 002, bullying: 12, where 4 would be usual, 3.1 times (bear in mind: recording low)',
    );
    expect(text).toContain(
      '- All schools, all behaviour incidents: up on the same term last year, 1.5 times over 1 school\n',
    );
    expect(text).toContain('- School 001, bullying: down on the term before (30 before, 9 now)');
    expect(text).not.toContain('School 003');
    expect(text).toContain('- sen, EHC plan: 1.5 times the rate of others (between schools 0.8 to 2.7)');
    expect(text).not.toContain('Girls');
  });
});
