import { expect, it } from 'vitest';
import type { GovernorEdition } from '../../../../src/privacy/governor-edition.ts';
import { makeGovernorEdition } from '../../../../src/privacy/make-governor-edition.ts';
import { composeGovernors } from '../../../../src/report/documents/compose-governors.ts';
import { sampleAnalysis } from '../../../count/sample-analysis.ts';
import { listProse } from '../list-document-text.ts';

const tell = (edition: GovernorEdition): string => listProse(composeGovernors(edition)).join('\n');

it('tells of a rise once where one category has every incident, and of both where it has not', async () => {
  const edition = makeGovernorEdition(await sampleAnalysis());
  const [all] = edition.headline;
  const [category] = Object.keys(edition.counts.categories);
  if (all === undefined || category === undefined) throw new Error('the sample has incidents and categories');
  const change = { count: 40, ratio: 2, interval: [1.5, 2.5] as const, p: 0.001, verdict: 'up' as const };
  const total = { ...all, now: 80, previous: change, last_year: null };
  const row = { ...total, code: category, title: category };
  const withRow = (now: number): string =>
    tell({ ...edition, headline: [total], category_changes: [{ ...row, now }] });
  expect(withRow(80)).not.toContain(`Recorded as ‘${category}’`);
  expect(withRow(70)).toContain(`Recorded as ‘${category}’: 70.`);
});
