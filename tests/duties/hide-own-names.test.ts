import { describe, expect, it } from 'vitest';
import { assumeCalendar } from '../../src/calendar/assume-calendar.ts';
import { buildActionReader } from '../../src/duties/build-action-reader.ts';
import { makeIncident, makeInvolvement } from '../helpers/make-labelled.ts';

describe('the words of a pupil’s name', () => {
  const read = buildActionReader(assumeCalendar('england', '2025-09-01', '2026-07-01').calendar);
  const statuses = (name: string, action: string, code: string): readonly string[] => {
    const pupils = new Map([['p0', { key: 'p0', name, label: name, upn: null, dateOfBirth: null }]]);
    const one = makeIncident({ date: '2025-11-05', action, involvements: [makeInvolvement('p0')] });
    return [
      ...new Set(
        read(one, pupils)
          .filter((act) => act.code === code)
          .map(({ status }) => status),
      ),
    ];
  };

  it.each([
    ['La Toya Quill', 'La Toya informed.', 'la_told', []],
    ['La Toya Quill', 'LA TOYA INFORMED', 'la_told', []],
    ['La Toya Quill', 'LA informed.', 'la_told', ['done']],
    ['La Toya Quill', 'La Toya spoken to. LA informed.', 'la_told', ['done']],
    ['Ada Penn', 'La informed.', 'la_told', ['done']],
    ['Mason Head', 'Mason Head informed of the rules.', 'slt_told', []],
    ['Mason Head', 'Head informed.', 'slt_told', ['done']],
    ['Will Okoro', "Will's mum told at the door.", 'response.parent_contact', ['done']],
    ['Will Okoro', 'Spoke to mum of Will about it.', 'response.parent_contact', ['done']],
    ['Will Okoro', 'Will Okoro and mum spoken to.', 'response.parent_contact', ['done']],
    ['Marlow Jex', 'Marlow told his mum.', 'response.parent_contact', []],
    ['Marlow Jex', 'We told Marlow and his mum.', 'response.parent_contact', ['done']],
    ['Marlow Jex', "Marlow's mum told.", 'response.parent_contact', ['done']],
    ['Will Okoro', 'Mum will be told.', 'response.parent_contact', ['planned']],
  ])('%s: %s', (name, action, code, expected) => {
    expect(statuses(name, action, code)).toEqual(expected);
  });
});
