import { expect, it } from 'vitest';
import { HIDDEN } from '../../../../src/privacy/count-cell.ts';
import type { GovernorChange, GovernorHeadlineRow } from '../../../../src/privacy/governor-edition.ts';
import { makeGovernorEdition } from '../../../../src/privacy/make-governor-edition.ts';
import { makeContext } from '../../../../src/report/documents/governors/governor-context.ts';
import { tellMeasure } from '../../../../src/report/documents/governors/tell-measure.ts';
import { readGovernorWords } from '../../../../src/report/documents/words/read-governor-words.ts';
import { plainText } from '../../../../src/report/plain-text.ts';
import { sampleAnalysis } from '../../../count/sample-analysis.ts';

const edition = makeGovernorEdition(await sampleAnalysis());
const change = (rest: Partial<GovernorChange>): GovernorChange => ({
  count: 7,
  ratio: null,
  interval: null,
  p: null,
  verdict: 'too_few',
  ...rest,
});
const tell = (rest: Partial<GovernorHeadlineRow>): string => {
  const [first] = edition.headline;
  const row = { ...first, code: 'x', title: 'Force', now: 8, last_year: null, previous: null, ...rest };
  const context = makeContext({ ...edition, headline: [row as GovernorHeadlineRow] }, readGovernorWords());
  return plainText(tellMeasure('x', context));
};

it('says that a number is hidden only of a number that is hidden', () => {
  const hidden = change({ count: HIDDEN, verdict: 'hidden' });
  expect(tell({ now: HIDDEN, last_year: change({}) })).toBe('Force: not told, because its number is hidden.');
  expect(tell({ now: 0, last_year: hidden })).toMatch(
    /^Force: none recorded\. None recorded .* How it compares is not told, because a number .* is hidden\.$/,
  );
  expect(tell({ last_year: hidden })).toMatch(/^Force: 8\. How it compares is not told/);
  expect(tell({})).toBe('Force: 8. There is nothing to compare it with.');
  expect(tell({ last_year: change({}) })).toContain('Against 7 in the same term last year');
});

it('says of a measure that is not there that none recorded is not none happened', () => {
  const context = makeContext({ ...edition, headline: [] }, readGovernorWords());
  expect(tellMeasure('x', context)).toBe(readGovernorWords().none_recorded);
});
