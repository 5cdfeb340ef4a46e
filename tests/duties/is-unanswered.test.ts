import { describe, expect, it } from 'vitest';
import { assumeCalendar } from '../../src/calendar/assume-calendar.ts';
import { buildActionReader } from '../../src/duties/build-action-reader.ts';
import { makeIncident } from '../helpers/make-labelled.ts';

describe('a call that nobody took', () => {
  const read = buildActionReader(assumeCalendar('england', '2025-09-01', '2026-07-01').calendar);
  const statuses = (action: string, code: string): readonly string[] => [
    ...new Set(
      read(makeIncident({ date: '2025-11-05', action }), new Map())
        .filter((act) => act.code === code)
        .map(({ status }) => status),
    ),
  ];

  it.each([
    ['SLT called, nobody came. Class teacher knows.', 'slt_told'],
    ['SLT called but nobody came.', 'slt_told'],
    ['Radioed for SLT, none free.', 'slt_told'],
    ['101 rung, on hold for 40 mins, gave up.', 'police_told'],
    ['Left a message for DSL.', 'dsl_told'],
    ['DSL rung, no answer.', 'dsl_told'],
    ['No answer from the social worker when rung.', 'social_care_told'],
    ['SLT called, no answer.', 'slt_told'],
    ['SLT called, nobody came, will try again tomorrow.', 'slt_told'],
    ['Call made to SLT, nobody available.', 'slt_told'],
  ])('tells nobody: %s', (action, code) => {
    expect(statuses(action, code)).toEqual(['attempted']);
  });

  it.each([
    ['SLT called and came.', 'slt_told'],
    ['SLT informed, mum rung, no answer.', 'slt_told'],
    ['DSL told. No answer from home.', 'dsl_told'],
    ['DSL informed and message left for mum.', 'dsl_told'],
    ['DSL emailed, no reply.', 'dsl_told'],
    ['SLT attended, nobody was hurt.', 'slt_told'],
    ['Nobody came to lunch club. SLT told.', 'slt_told'],
    ['SLT informed, he did not answer when asked why.', 'slt_told'],
    ['SLT called as Marlow did not respond.', 'slt_told'],
    ['Head told, no response from him when spoken to.', 'slt_told'],
    ['SLT spoke with him and he gave up his phone.', 'slt_told'],
    ['SLT dealt with this as the class teacher was unavailable.', 'slt_told'],
    ['SLT attended because no one was free in pastoral.', 'slt_told'],
    ['SLT notified, left message on answerphone.', 'slt_told'],
    ['SLT called twice, no answer, then Mr Hill came.', 'slt_told'],
    ['Head told by phone as she was off site and could not attend.', 'slt_told'],
    ['Governors informed, no response needed.', 'governors_told'],
    ['Left message for DSL at 10, spoke to her at 11.', 'dsl_told'],
    ['Head of year and deputy head informed.', 'slt_told'],
    ['Head, head of year and mum told.', 'slt_told'],
    ['Assistant headteacher and head of house dealt with it.', 'slt_told'],
    ['Mum is aware that police were informed.', 'police_told'],
    ['Dad was told by the police officer who came.', 'police_told'],
  ])('is not what this says: %s', (action, code) => {
    expect(statuses(action, code)).toEqual(['done']);
  });
});

describe('what counts from the incident on, and for each of two', () => {
  const read = buildActionReader(assumeCalendar('england', '2025-09-01', '2026-07-01').calendar);
  const list = (action: string, code: string) =>
    read(makeIncident({ date: '2025-11-05', action }), new Map()).filter((act) => act.code === code);

  it('leaves out what was done before the incident', () => {
    expect(list('Reflective conversation happened before the incident.', 'reflective_talk')).toEqual([]);
    expect(list('Reflective conversation happened before the fight.', 'reflective_talk')).toEqual([]);
    expect(list('Mum told before the incident was logged.', 'response.parent_contact')).not.toEqual([]);
    expect(list('SLT informed what was said before the fight.', 'slt_told')).not.toEqual([]);
    expect(list('SLT called before the fight got worse.', 'slt_told')).not.toEqual([]);
    expect(list('Talked through with him what he felt before the incident.', 'reflective_talk')).not.toEqual(
      [],
    );
    expect(list('Reflective conversation held before lunch.', 'reflective_talk')).not.toEqual([]);
    expect(list('Behaviour plan in place before the incident.', 'behaviour_plan')).not.toEqual([]);
  });

  it('knows no second one where none is told of, or nobody was to be told', () => {
    const isSecond = (action: string, code: string) =>
      list(action, code).some(({ isOfSecond }) => isOfSecond === true);
    expect(isSecond('DSL told. Not the second time this week.', 'dsl_told')).toBe(false);
    expect(isSecond('Restorative meeting held, a second one was not needed.', 'restorative_meeting')).toBe(
      false,
    );
  });

  it('knows what is said of a second one', () => {
    const acts = list(
      'DSL informed of the first hold. The second hold was not passed on to the DSL.',
      'dsl_told',
    );
    expect(acts.map(({ status, isOfSecond }) => [status, isOfSecond ?? false])).toEqual(
      expect.arrayContaining([
        ['done', false],
        ['not_done', true],
      ]),
    );
  });
});
