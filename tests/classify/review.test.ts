import { describe, expect, it } from 'vitest';
import { applyDecisions } from '../../src/classify/apply-decisions.ts';
import { buildClassifier } from '../../src/classify/build-classifier.ts';
import { describeClassification } from '../../src/classify/describe-classification.ts';
import { explainClassification } from '../../src/classify/explain-classification.ts';
import { markText } from '../../src/classify/mark-text.ts';
import { rankReview } from '../../src/classify/rank-review.ts';
import { sayReason } from '../../src/classify/say-reason.ts';
import type { Host } from '../../src/cli/host.ts';
import { sayDecisions } from '../../src/cli/say-decisions.ts';
import type { ExportOptions } from '../../src/cli/shared-options.ts';
import { type LabelledIncident, labelIncident } from '../../src/incident/labelled-incident.ts';
import { buildCategoryMap } from '../../src/policy/category-map.ts';
import { makeIncident } from './read-labelled.ts';

const classifier = buildClassifier({ categoryMap: buildCategoryMap() });

function label(id: string, category: string, narrative: string): LabelledIncident {
  const incident = makeIncident(id, category, narrative, '');
  return labelIncident(incident, classifier.classify(incident, new Map()));
}

const plain = Array.from({ length: 20 }, (_, index) => label(`P${index}`, '', 'Calling out in maths.'));
const doubtful = label('D1', 'Racist incident', 'See form.');
const denied = label('D2', 'Bullying', 'This was not bullying.');

describe('rankReview', () => {
  it('puts the most pressing first, and no more than the share', () => {
    const rows = rankReview([...plain, doubtful, denied]);
    expect([...new Set(rows.map((row) => row.incident_id))]).toEqual(['D2', 'D1']);
    expect(rows[0]).toMatchObject({ rank: 1, code: 'bullying', decision: '' });
    expect(rankReview([...plain, doubtful, denied], 0.05).map((row) => row.incident_id)).not.toContain('D1');
  });
  it('shows an excerpt around the words', () => {
    const long = label(
      'L1',
      '',
      `${'Nothing to see here today. '.repeat(12)}Ben called Sam smelly at lunch. ${'Then all was well again. '.repeat(12)}`,
    );
    const [row] = rankReview([long], 1);
    expect(row?.excerpt).toContain('smelly');
    expect(row?.excerpt.length).toBeLessThan(200);
  });
  it('masks slurs in what it quotes', () => {
    const item = label('M1', 'Bullying', 'This was not bullying. Ben had called Sam a faggot, mum says.');
    const rows = rankReview([item], 1);
    expect(rows.length).toBeGreaterThan(0);
    for (const row of rows) expect(`${row.words} ${row.excerpt}`).not.toContain('faggot');
    expect(rows.some((row) => row.excerpt.includes('f*****'))).toBe(true);
  });
  it('is empty when nothing is in doubt', () => {
    expect(rankReview(plain)).toEqual([]);
  });
});

describe('applyDecisions', () => {
  const all = [...plain, doubtful, denied];
  it('keeps, removes and adds', () => {
    const decided = applyDecisions(all, [
      { incident_id: 'D1', code: 'prejudice.racist', decision: 'keep' },
      { incident_id: 'D2', code: '', decision: 'add:bullying.verbal' },
      { incident_id: 'P0', code: 'disruption', decision: 'remove' },
      { incident_id: 'P1', code: 'disruption', decision: ' ' },
      { incident_id: 'P2', code: '', decision: 'add:no_such_label' },
      { incident_id: 'GONE', code: 'theft', decision: 'remove' },
    ]);
    const of = (id: string) => decided.labelled.find((item) => item.incident.id === id);
    expect([decided.confirmed, decided.changed]).toEqual([1, 2]);
    expect(of('D1')?.classification.labels.find((one) => one.code === 'prejudice.racist')?.strength).toBe(3);
    expect([...(of('D2')?.codes ?? [])]).toEqual(['bullying', 'bullying.verbal', 'child_on_child']);
    expect([...(of('P0')?.codes ?? [])]).toEqual([]);
    expect([...(of('P1')?.codes ?? [])]).toEqual(['disruption']);
    expect(decided.unknown).toEqual(['GONE']);
  });
  it('removes what implies the label removed', () => {
    const fight = label('F1', '', 'Two boys exchanging blows on the field.');
    const { labelled } = applyDecisions(
      [fight],
      [{ incident_id: 'F1', code: 'child_on_child', decision: 'remove' }],
    );
    expect([...(labelled[0]?.codes ?? [])]).toEqual([]);
  });
  it('flags a decision about words that have changed since', () => {
    const decision = { incident_id: 'D1', code: 'prejudice.racist', decision: 'keep' };
    const now = markText(doubtful.incident);
    expect(applyDecisions(all, [{ ...decision, text_mark: 'tffffffff' }]).outdated).toEqual(['D1']);
    expect(applyDecisions(all, [{ ...decision, text_mark: now }]).outdated).toEqual([]);
  });
  it('follows the row that review wrote', () => {
    const rows = rankReview(all).map((row) => ({ ...row, decision: 'keep' }));
    expect(applyDecisions(all, rows).outdated).toEqual([]);
  });
});

describe('describeClassification', () => {
  it('has the keys of the interface, in order', () => {
    const record = describeClassification(label('X1', '', 'Tom punched Sam. No racist language was used.'));
    expect(Object.keys(record)).toEqual(['incident_id', 'date', 'labels', 'suppressed', 'review']);
    expect(Object.keys(record.labels[0] ?? {})).toEqual(['code', 'status', 'strength', 'evidence']);
    expect(Object.keys(record.labels[0]?.evidence[0] ?? {})).toEqual([
      'field',
      'start',
      'end',
      'text',
      'rule',
    ]);
    expect(record.suppressed[0]?.code).toBe('prejudice.racist');
    expect(Object.keys(record.review[0] ?? {})).toContain('priority');
  });
});

describe('explainClassification', () => {
  it('underlines the words and says why in plain English', () => {
    const text = explainClassification(
      label('X1', 'Physical', 'Tom punched Sam. No racist language was used.'),
      new Map(),
    );
    expect(text).toContain('Incident X1, 2025-11-03');
    expect(text).toContain('^^^^^^^');
    expect(text).toContain('the record says that it did not happen');
    expect(text).toContain('[child_on_child.physical]');
  });
  it('masks slurs in the record shown, and names the parts of pupils', () => {
    const pupils = new Map(
      ['Tom Lee', 'Amir Khan'].map((name, index) => [
        `p${index}`,
        { key: `p${index}`, name, label: name, upn: null, dateOfBirth: null },
      ]),
    );
    const involvements = [...pupils.keys()].map((pupil) => ({
      pupil,
      role: 'unknown' as const,
      origin: 'row' as const,
      yearGroup: null,
      className: null,
    }));
    const incident = { ...makeIncident('X2', '', 'Tom called Amir a paki.', ''), involvements };
    const text = explainClassification(
      labelIncident(incident, classifier.classify(incident, pupils)),
      pupils,
    );
    expect(text).not.toContain('paki');
    expect(text).toContain('Tom Lee: harming');
    expect(text).toContain('Amir Khan: harmed');
  });
  it('says when there is no label', () => {
    expect(explainClassification(label('X3', '', ''), new Map())).toContain('none');
  });
});

it('says an unknown reason as it is', () => {
  expect(sayReason('review', 'some_new_reason')).toBe('some new reason');
});

describe('applyDecisions over several schools', () => {
  const inSchool = (school: string): LabelledIncident => ({
    ...doubtful,
    incident: { ...doubtful.incident, school },
  });
  const both = [inSchool('North'), inSchool('South')];
  const decision = { incident_id: 'D1', code: 'prejudice.racist', decision: 'remove' };
  it('never lets an id that two schools share decide without a school', () => {
    const { labelled, unknown } = applyDecisions(both, [decision]);
    expect(labelled).toEqual(both);
    expect(unknown).toEqual(['D1']);
  });
  it('follows the school', () => {
    const { labelled } = applyDecisions(both, [{ ...decision, school: 'South' }]);
    expect(labelled.map(({ codes }) => codes.has('prejudice.racist'))).toEqual([true, false]);
  });
  it('names ten and counts the rest', () => {
    const lines: string[] = [];
    const host = { effects: { stderr: (text: string) => lines.push(text) } } as unknown as Host;
    const outdated = Array.from({ length: 12 }, (_, index) => `I${index}`);
    sayDecisions({ decided: { outdated, unknown: ['A', 'B'] } }, {} as ExportOptions, host);
    expect(lines[0]).toContain('I9 and 2 more');
    expect(lines[1]).toContain('A, B name no incident');
  });
});
