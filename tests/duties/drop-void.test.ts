import { describe, expect, it } from 'vitest';
import { assumeCalendar } from '../../src/calendar/assume-calendar.ts';
import { buildActionReader } from '../../src/duties/build-action-reader.ts';
import { dropVoid } from '../../src/duties/drop-void.ts';
import { makeIncident } from '../helpers/make-labelled.ts';

describe('words in another sense', () => {
  const read = buildActionReader(assumeCalendar('england', '2025-09-01', '2026-07-01').calendar);
  const tellsLeader = (action: string): boolean =>
    read(makeIncident({ action }), new Map()).some(
      ({ code, status }) => code === 'slt_told' && status === 'done',
    );

  it.each([
    'Mum told about the bump on his head.',
    'Bumped head, mum informed.',
    'Cold compress on head, parents informed.',
    'Mum informed of head injury.',
    'Kicked in the head, told to stop.',
    'Mum told of the blow to the head.',
    'Told to put head down.',
    'Mum told he fell head first.',
    'Mum told that Tom was punched hard in the head.',
    'Reported a punch to the head.',
    'Reported the punch to the head to his mum.',
    'Mum told the blow to the head was not serious.',
    'Told her Head of Year.',
    'Passed on to his Head of House.',
    'HoY told.',
  ])('tell of no headteacher: %s', (action) => {
    expect(tellsLeader(action)).toBe(false);
  });

  it.each([
    'Head informed of the bump on his head.',
    'Mum and the head told about the bump on her head.',
    'He hit her and the head was informed.',
    'Mum spoken to by the head.',
    'Deputy head told.',
    'Spoke to head first thing.',
    'Put the head in the picture.',
    'Told her Head of School.',
    'Head of Year and deputy told.',
    'Reported to my head teacher.',
    'Injury reported to the head.',
    'Reported the punch to the Head.',
    'Referred this kick to the head.',
    'Bite mark shown and reported to the head.',
  ])('leave the headteacher who is told: %s', (action) => {
    expect(tellsLeader(action)).toBe(true);
  });

  it.each([
    ['Risk assessment requested by the LA.', 'risk_assessment', ['planned']],
    ['Risk assessment requested by the LA, completed 16/10.', 'risk_assessment', ['done']],
    ['Mum asked for an investigation.', 'investigated', ['planned']],
    ['Mum asked for an investigation. Statements taken from both.', 'investigated', ['planned', 'done']],
    ['Reintegration meeting missed by dad, rearranged for next week.', 'reintegration', ['planned']],
    ['TAF offered, mum declined.', 'taf_held', ['planned']],
    ['TAF offered, accepted and held on 12/11.', 'taf_held', ['done']],
    ['SENCo asked whether an annual review is needed.', 'annual_review', []],
    ['SENCo asked whether an emergency annual review is needed.', 'annual_review', ['planned']],
    ['LA refused the emergency annual review.', 'annual_review', ['done']],
    ['Dad asked for the records; told to write in.', 'records_offered', ['planned']],
    ['Dad asked for the records and was given copies.', 'records_offered', ['done']],
    ['Parents asked if they would like to see the records.', 'records_offered', ['done']],
  ])('keep what is asked for as such: %s', (action, code, expected) => {
    const acts = read(makeIncident({ date: '2025-10-06', action }), new Map());
    const found = acts.filter((act) => act.code === code).map(({ status }) => status);
    expect([...new Set(found)]).toEqual(expected);
  });

  it('void only what they overlap', () => {
    const told = { code: 'slt_told', from: 0, to: 3 };
    expect(dropVoid([told, { code: '~head_hurt', from: 2, to: 4 }])).toEqual([
      { code: '~head_hurt', from: 2, to: 4 },
    ]);
    expect(dropVoid([told, { code: '~head_hurt', from: 3, to: 5 }])).toHaveLength(2);
    expect(
      dropVoid([
        { ...told, code: 'dsl_told' },
        { code: '~head_hurt', from: 2, to: 4 },
      ]),
    ).toHaveLength(2);
  });
});
