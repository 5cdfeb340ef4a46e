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
    expect(list('Mum told before the incident was logged.', 'response.parent_contact')).toEqual([]);
    expect(list('Reflective conversation held before lunch.', 'reflective_talk')).not.toEqual([]);
    expect(list('Behaviour plan in place before the incident.', 'behaviour_plan')).not.toEqual([]);
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
