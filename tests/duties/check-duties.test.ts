import { describe, expect, it } from 'vitest';
import { checkDuties } from '../../src/duties/check-duties.ts';
import type { LabelledIncident } from '../../src/incident/labelled-incident.ts';
import type { CategoryMap } from '../../src/policy/category-map.ts';
import type { DutyRule } from '../../src/policy/duty-rule.ts';
import { makeInvolvement, makeLabelled } from '../helpers/make-labelled.ts';

const MEANINGS: Readonly<Record<string, readonly string[]>> = {
  Bullying: ['bullying'],
  'Child on child': ['child_on_child'],
  'Racist bullying': ['bullying.racial'],
};
const categoryMap: CategoryMap = {
  find: (path) => {
    const codes = MEANINGS[path];
    return codes ? { kind: 'behaviour', codes, nature: 'specific', matched: path } : null;
  },
};

function runOne(rule: DutyRule, labelled: LabelledIncident) {
  const pupils = new Map([
    ['p1', { key: 'p1', name: 'Ada Penn', label: 'Ada Penn', upn: null, dateOfBirth: null }],
  ]);
  return checkDuties({ policy: 'test', duties: [rule], labelled: [labelled], pupils, categoryMap });
}

const SAME_DAY: DutyRule = {
  id: 'D1',
  title: 'Logged daily',
  check: 'recorded_same_day',
  when: [],
  needs: [],
};

describe('recorded on the same day', () => {
  it.each([
    ['2026-05-05', 'met'],
    ['2026-05-06', 'not_met'],
    [null, 'not_evidenced'],
  ])('entered %s is %s', (recordedDate, status) => {
    const [row] = runOne(SAME_DAY, makeLabelled([], { recordedDate })).rows;
    expect(row?.status).toBe(status);
    expect(row?.due).toBe('2026-05-05');
    expect(row?.pupils).toEqual(['Ada Penn']);
  });

  it('leaves records that are not behaviour alone', () => {
    expect(runOne(SAME_DAY, makeLabelled([], { kind: 'positive' })).rows).toEqual([]);
  });
});

describe('tags that belong together', () => {
  const rule: DutyRule = {
    id: 'ALV18',
    title: 'Bullying is also tagged child-on-child',
    check: 'tagged_together',
    when: ['bullying'],
    needs: ['bullying', 'child_on_child'],
  };
  it('is met when both tags stand in the cell', () => {
    const labelled = makeLabelled(['bullying'], { categories: ['Bullying', 'Child on child'] });
    expect(runOne(rule, labelled).rows[0]?.status).toBe('met');
  });
  it('names the tag that is missing', () => {
    const [row] = runOne(rule, makeLabelled(['bullying'], { categories: ['Bullying'] })).rows;
    expect(row?.status).toBe('not_met');
    expect(row?.message).toContain('Child-on-child abuse');
  });
  it('takes a kind of bullying as the bullying tag', () => {
    const labelled = makeLabelled(['bullying'], { categories: ['Racist bullying', 'Child on child'] });
    expect(runOne(rule, labelled).rows[0]?.status).toBe('met');
  });
  it('does not apply without bullying', () => {
    expect(runOne(rule, makeLabelled(['damage'])).rows).toEqual([]);
  });
});

describe('a named kind', () => {
  const rule: DutyRule = {
    id: 'ALV16',
    title: 'The kind is named',
    check: 'subtype_named',
    when: ['bullying'],
    needs: ['bullying.racial', 'bullying.verbal'],
  };
  it('is met by the recorded category alone', () => {
    const labelled = makeLabelled(['bullying'], { categories: ['Racist bullying'] });
    expect(runOne(rule, labelled).rows[0]?.status).toBe('met');
  });
  it('offers what the words suggest, and still asks for the tag', () => {
    const labelled = makeLabelled(['bullying', 'bullying.verbal'], { categories: ['Bullying'] });
    const [row] = runOne(rule, labelled).rows;
    expect(row?.status).toBe('not_met');
    expect(row?.message).toContain('Verbal bullying');
  });
});

describe('a response on the record', () => {
  const rule: DutyRule = {
    id: 'R18',
    title: 'Parents told after force',
    check: 'response_recorded',
    when: ['positive_handling'],
    needs: ['response.parent_contact'],
  };
  it('is met when shown', () => {
    const labelled = makeLabelled(['positive_handling', 'response.parent_contact']);
    expect(runOne(rule, labelled).rows[0]?.status).toBe('met');
  });
  it('is not evidenced, never a breach, when the record is silent', () => {
    expect(runOne(rule, makeLabelled(['positive_handling'])).rows[0]?.status).toBe('not_evidenced');
  });
});

describe('the summary', () => {
  it('counts each status, and gives no percentage under ten cases', () => {
    const met = makeLabelled([], { recordedDate: '2026-05-05' });
    const late = makeLabelled([], {
      id: '2',
      recordedDate: '2026-05-08',
      involvements: [makeInvolvement('x')],
    });
    const few = checkDuties({
      policy: 'test',
      duties: [SAME_DAY],
      labelled: [met, late],
      pupils: new Map(),
      categoryMap,
    });
    expect(few.summary[0]).toMatchObject({ cases: 2, met: 1, not_met: 1, not_evidenced: 0, per_cent: null });
    expect(few.rows[1]?.pupils).toEqual(['x']);
    const many = checkDuties({
      policy: 'test',
      duties: [SAME_DAY],
      labelled: [...Array.from({ length: 9 }, () => met), late],
      pupils: new Map(),
      categoryMap,
    });
    expect(many.summary[0]?.per_cent).toBe(90);
  });
});
