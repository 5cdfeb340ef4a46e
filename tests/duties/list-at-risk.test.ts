import { describe, expect, it } from 'vitest';
import { listAtRisk } from '../../src/duties/list-at-risk.ts';
import { listReasonRules } from '../../src/duties/list-risk-reasons.ts';
import type { Incident } from '../../src/incident/incident.ts';
import { sayRiskReason } from '../../src/incident/say-risk-reason.ts';
import { loadProfile } from '../../src/policy/load-profile.ts';
import { makeInvolvement, makeLabelled } from '../helpers/make-labelled.ts';

const { thresholds } = await loadProfile('national', '/');
const pupils = new Map(
  [
    ['p1', 'Ada Penn'],
    ['p2', 'Ben Reed'],
  ].map(([key = '', name = '']) => [key, { key, name, label: name, upn: null, dateOfBirth: null }] as const),
);
const record = (codes: readonly string[], id: string, rest: Partial<Incident> = {}) =>
  makeLabelled(codes, {
    id,
    involvements: [makeInvolvement('p1', { yearGroup: 'Year 4', className: '4A' })],
    ...rest,
  });
const list = (labelled: Parameters<typeof listAtRisk>[0]['labelled']) =>
  listAtRisk({ labelled, pupils, thresholds, span: ['2026-04-13', '2026-07-21'] });

describe('listAtRisk', () => {
  it('gives each reason with its number, where that begins and whose number it is', () => {
    const [one] = list([record(['staff.verbal'], '1'), record(['staff.physical', 'weapon'], '2')]);
    expect(one).toMatchObject({ pupil: 'Ada Penn', year_group: 'Year 4', class_name: '4A', records: 2 });
    expect(one?.reasons).toMatchObject([
      { id: 'staff', count: 2, from: 2, whose: 'termwise' },
      { id: 'weapon', count: 1, from: 1 },
    ]);
    expect(one?.reasons.map(sayRiskReason)).toEqual(['2 records towards staff', '1 record with a weapon']);
    expect(one?.reasons.map(({ incident_ids }) => incident_ids)).toEqual([['1', '2'], ['2']]);
  });

  it('leaves out one record towards staff, other days, and those who were harmed', () => {
    expect(list([record(['staff.verbal'], '1')])).toEqual([]);
    expect(list([record(['weapon'], '1', { date: '2026-01-05' })])).toEqual([]);
    const harmed = [makeInvolvement('p1', { role: 'harmed' }), makeInvolvement('p2', { role: 'harming' })];
    expect(list([record(['weapon'], '1', { involvements: harmed })]).map(({ pupil }) => pupil)).toEqual([
      'Ben Reed',
    ]);
  });

  it('counts many records in the term, and stands in order of names', () => {
    const many = Array.from({ length: 8 }, (_, at) =>
      record(['disruption'], String(at), { involvements: [makeInvolvement('p2')] }),
    );
    const found = list([...many, record(['exclusion.suspension'], '9')]);
    expect(found.map(({ pupil, reasons }) => [pupil, reasons.map(({ id }) => id)])).toEqual([
      ['Ada Penn', ['excluded']],
      ['Ben Reed', ['many']],
    ]);
    expect(found[1]?.reasons).toMatchObject([{ count: 8, from: 8, times: 2 }]);
    expect(list(many.slice(1))).toEqual([]);
    expect(listReasonRules().map(({ id }) => id)).toContain('many');
  });
});
