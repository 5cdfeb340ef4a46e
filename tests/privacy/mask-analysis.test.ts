import { describe, expect, it } from 'vitest';
import { readCharacteristics } from '../../src/count/group-of.ts';
import { makeGovernorEdition } from '../../src/privacy/make-governor-edition.ts';
import { maskAnalysis } from '../../src/privacy/mask-analysis.ts';
import { composeGovernors } from '../../src/report/documents/compose-governors.ts';
import { makeFinding, sampleAnalysis } from '../count/sample-analysis.ts';
import { listDocumentText } from '../report/documents/list-document-text.ts';

describe('maskAnalysis', () => {
  it('takes names out of every word that comes from the files', async () => {
    const analysis = await sampleAnalysis();
    const { counts, groups } = analysis;
    const [all, ...rows] = groups;
    const [first] = rows;
    if (all === undefined || first === undefined) throw new Error('the sample has a roll');
    const day = counts.weekday_period.Monday ?? {};
    const edition = makeGovernorEdition(
      {
        ...analysis,
        counts: {
          ...counts,
          places: { ...counts.places, 'Zadie corner': 30 },
          categories: { ...counts.categories, 'Zadie plan': 12 },
          weekday_period: { ...counts.weekday_period, Monday: { ...day, 'Zadie time': 9 } },
          year_groups: { ...counts.year_groups, 'Zadie Quill': 40 },
        },
        groups: [
          all,
          { ...first, group: 'Zadie', on_roll: 20, pupils: 11, involvements: 30 },
          { ...first, group: 'Quill', on_roll: 22, pupils: 12, involvements: 31 },
          { ...first, characteristic: 'Ethnicity', group: 'Quill', on_roll: 20 },
          ...rows,
        ],
        findings: [
          makeFinding({ kind: 'year_trend', subject: 'Zadie', category: 'Zadie plan', observed: 30 }),
          makeFinding({ kind: 'hotspot', subject: 'Zadie corner | Zadie time | Zadie', observed: 30 }),
        ],
      },
      undefined,
      ['Zadie Quill'],
    );
    const text = [JSON.stringify(edition), ...listDocumentText(composeGovernors(edition))].join('\n');
    expect(text).not.toMatch(/Zadie|Quill/);
    const others = edition.groups.filter(({ group }) => group === 'Other');
    expect(others.map(({ characteristic }) => characteristic)).toEqual(['Year group', 'Ethnicity']);
    expect(others.map(({ rate, ratio }) => [rate, ratio])).toEqual([
      [null, null],
      [null, null],
    ]);
    expect(edition.school_trends[0]?.about).toBe('Other');
    expect(edition.meta.school).toBe('Sample School');
  });

  it('adds groups that become one, and knows every group that counting prints', async () => {
    const analysis = await sampleAnalysis();
    const [all, first] = analysis.groups;
    if (all === undefined || first === undefined) throw new Error('the sample has a roll');
    const row = (characteristic: string, group: string) => ({ ...first, characteristic, group, on_roll: 20 });
    const merged = maskAnalysis({ ...analysis, groups: [all, row('Sex', 'A'), row('Sex', 'B')] }, []).groups;
    expect(merged.map(({ group, on_roll }) => [group, on_roll])).toEqual([
      ['All pupils', 100],
      ['Other', 40],
    ]);
    for (const { title, merge } of readCharacteristics()) {
      for (const group of new Set(Object.values(merge ?? {}))) {
        const groups = [all, row(title, group)];
        expect(maskAnalysis({ ...analysis, groups }, []).groups[1]?.group, title).toBe(group);
      }
    }
  });
});
