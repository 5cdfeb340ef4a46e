import { expect, it } from 'vitest';
import { callClass } from '../../../../src/report/documents/people/call-class.ts';
import { classSection } from '../../../../src/report/documents/people/class-pages.ts';
import { sampleAnalysis } from '../../../count/sample-analysis.ts';

it('calls a class of a number alone a class, and every other by its name', async () => {
  expect(['1', '12', '3 Kestrel', '7B', 'Robins'].map(callClass)).toEqual([
    'Class 1',
    'Class 12',
    '3 Kestrel',
    '7B',
    'Robins',
  ]);
  const { heading, blocks } = classSection('4', await sampleAnalysis({ size: 250 }), []);
  expect(heading).toBe('Class 4');
  expect(blocks.flatMap((block) => (block.type === 'table' ? [block.caption] : [])).join()).toMatch(
    /^Pupils of Class 4 in an incident/,
  );
});
