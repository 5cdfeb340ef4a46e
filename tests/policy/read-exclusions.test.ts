import { describe, expect, it } from 'vitest';
import { assumeCalendar } from '../../src/calendar/assume-calendar.ts';
import type { ListedExclusion } from '../../src/incident/exclusion-list.ts';
import type { Pupil } from '../../src/incident/incident.ts';
import { readListedExclusions, readRecordedExclusions } from '../../src/policy/read-exclusions.ts';
import { makeInvolvement, makeLabelled } from '../helpers/make-labelled.ts';

const { calendar } = assumeCalendar('england', '2025-09-01', '2026-07-01');

const pupil = (key: string, name: string, label: string, upn: string | null = null): [string, Pupil] => [
  key,
  { key, name, label, upn, dateOfBirth: null },
];
const pupils = new Map([
  pupil('p1', 'Ada Penn', 'Ada Penn'),
  pupil('p2', 'Bo Ray', 'Bo Ray (Year 3)', 'U2'),
  pupil('p3', 'Bo Ray', 'Bo Ray (Year 6)', 'U3'),
]);
const row = (rest: Partial<ListedExclusion>): ListedExclusion => ({
  line: 2,
  name: 'Ray, Bo',
  upn: null,
  start: '2026-05-05',
  days: 1,
  incidentId: null,
  type: '',
  reason: '',
  ...rest,
});
const read = (rest: Partial<ListedExclusion>) =>
  readListedExclusions(
    [row(rest)],
    [makeLabelled(['damage'], { id: '7', involvements: [makeInvolvement('p3')] })],
    pupils,
  )[0];

describe('a row of a list', () => {
  it.each([
    ['by its number', { upn: 'U2' }, 'p2'],
    ['by its incident', { incidentId: '7' }, 'p3'],
    ['by a name that one pupil has', { name: 'PENN, Ada' }, 'p1'],
    ['by a number that no pupil has: another child of that name', { upn: 'U9' }, 'upn U9'],
    ['by a name that no pupil has', { name: 'No Body' }, 'name body no'],
    ['to neither of two namesakes', {}, 'line 2'],
  ])('is put to its pupil %s', (_, rest, key) => {
    expect(read(rest)?.pupils.map((each) => each.key)).toEqual([key]);
  });

  it('is put to neither of two namesakes whose numbers the export has not', () => {
    const unknown = new Map([
      pupil('n1', 'Bo Ray', 'Bo Ray (Year 3)'),
      pupil('n2', 'Bo Ray', 'Bo Ray (Year 6)'),
    ]);
    const [one] = readListedExclusions([row({ upn: 'U2' })], [], unknown);
    expect(one?.pupils.map(({ key }) => key)).toEqual(['line 2']);
  });

  it('takes days from its words where it has no cell for them, and none for a permanent one', () => {
    expect(read({ days: null, reason: 'FTE for 3 days' })).toMatchObject({ kind: 'suspension', days: 3 });
    expect(read({ days: null, reason: 'Excluded until Monday' })).toMatchObject({ days: null });
    expect(read({ days: 0.5, reason: 'PEX' })).toMatchObject({ kind: 'permanent', days: null });
    expect(read({ days: 1, type: 'Internal', reason: 'PP' })).toMatchObject({
      kind: 'internal',
      reasons: [],
    });
  });

  it('keeps a code that it does not know, beside the reason that its incident implies', () => {
    expect(read({ reason: 'X49', incidentId: '7' })).toMatchObject({
      reasons: ['DM'],
      unknown_reasons: ['X49'],
    });
  });
});

describe('the records of an export', () => {
  it('name one exclusion for each label of one, of who did it', () => {
    const both = makeLabelled(['exclusion.suspension', 'exclusion.permanent', 'weapon'], {
      id: '1',
      action: 'Suspended for fifteen school days, then permanently excluded (PP).',
      involvements: [makeInvolvement('p1'), makeInvolvement('p2', { role: 'harmed' })],
    });
    expect(readRecordedExclusions([both], pupils, calendar)).toMatchObject([
      { kind: 'permanent', days: null, reasons: ['PP'], pupils: [{ key: 'p1', label: 'Ada Penn' }] },
      { kind: 'suspension', days: 15, reasons: ['PP'] },
    ]);
  });

  it('are behaviour records alone, with the reason that their label implies', () => {
    const out = ['exclusion.suspension', 'theft'];
    expect(readRecordedExclusions([makeLabelled(out, { kind: 'safeguarding' })], pupils, calendar)).toEqual(
      [],
    );
    expect(readRecordedExclusions([makeLabelled(out)], pupils, calendar)).toMatchObject([
      { days: null, reasons: ['TH'] },
    ]);
  });
});
