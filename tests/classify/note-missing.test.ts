import { describe, expect, it } from 'vitest';
import { kindOf } from '../../src/classify/label-kind.ts';
import type { LabelWork } from '../../src/classify/label-work.ts';
import { noteMissing } from '../../src/classify/note-missing.ts';
import { rankReview } from '../../src/classify/rank-review.ts';
import type { WeighedLabel } from '../../src/classify/weigh-labels.ts';
import type { ReviewReason } from '../../src/incident/classification.ts';
import { labelIncident } from '../../src/incident/labelled-incident.ts';
import { makeIncident } from './read-labelled.ts';

const asked: ReviewReason = {
  reason: 'soft_cue',
  code: 'defiance',
  priority: 1,
  field: 'narrative',
  start: 0,
  end: 0,
};

function weighed(code: string, seems: number, belief = 0): WeighedLabel {
  const kind = kindOf(code);
  return { kind, place: 0, draft: undefined, cue: null, isPhrase: false, isStopped: false, seems, belief };
}

function note(
  labels: readonly WeighedLabel[],
  given: readonly string[] = [],
  recorded: readonly string[] = [],
): number {
  const categories = [{ meaning: { codes: recorded } }];
  const drafts = given.map((code) => ({
    kind: kindOf(code),
    status: 'observed',
    strength: 1,
    evidence: [],
  }));
  const work = { drafts, review: [], missing: 0, categories } as unknown as LabelWork;
  noteMissing(work, labels);
  return work.missing;
}

describe('noteMissing', () => {
  it('adds the roots of how likely each is, by whichever holds it for likelier', () => {
    expect(note([weighed('weapon', 0.25, 0.1), weighed('prejudice.racist', 0.05, 0.16)])).toBe(90);
  });
  it('counts which kind of bullying it is, and no label that is not grave', () => {
    expect(note([weighed('bullying.verbal', 0.36), weighed('defiance', 0.9)])).toBe(60);
  });
  it('holds a serious label that the school recorded for likelier than the second reader does', () => {
    const least = Math.round(100 * Math.sqrt(0.3));
    expect(note([weighed('weapon', 0.05)], [], ['weapon'])).toBe(least);
    expect(note([], [], ['prejudice.racist', 'defiance'])).toBe(least);
    expect(note([], ['weapon'], ['weapon'])).toBe(0);
  });
  it('leaves out what is given, what follows from that, and what is hardly seen', () => {
    expect(note([weighed('weapon', 0.9), weighed('prejudice.racist', 0.01)], ['weapon'])).toBe(0);
    expect(note([weighed('bullying', 0.9)], ['bullying.cyber'])).toBe(0);
  });
});

describe('rankReview', () => {
  const item = (id: string, missing?: number, priority = 1) => ({
    ...labelIncident(makeIncident(id, '', 'Something was said.', ''), {
      labels: [],
      suppressed: [],
      review: [{ ...asked, priority, ...(missing === undefined ? {} : { missing }) }],
      roles: new Map(),
    }),
  });

  it('puts a record of which much is likely missing before one with a more pressing reason', () => {
    const rows = rankReview([item('pressing', undefined, 5), item('little', 10), item('much', 80)], 1);
    expect(rows.map((row) => row.incident_id)).toEqual(['much', 'pressing', 'little']);
  });
});
