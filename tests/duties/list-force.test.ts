import { describe, expect, it } from 'vitest';
import { assumeCalendar } from '../../src/calendar/assume-calendar.ts';
import { tabulateForce } from '../../src/count/tabulate-force.ts';
import { type ForceInput, listForce, listForceItems } from '../../src/duties/list-force.ts';
import type { Incident } from '../../src/incident/incident.ts';
import { makeInvolvement, makeLabelled } from '../helpers/make-labelled.ts';

const { calendar } = assumeCalendar('england', '2026-01-01', '2026-07-01');
const pupil = (key: string, name: string) =>
  [key, { key, name, label: name, upn: null, dateOfBirth: null }] as const;
const pupils = new Map([pupil('p1', 'Ada Penn'), pupil('p2', 'Ben Reed')]);
const force = (rest: Partial<Incident> = {}, codes: readonly string[] = []) =>
  makeLabelled(['positive_handling', ...codes], { recordedDate: '2026-05-05', ...rest });

const list = (labelled: ForceInput['labelled'], rest: Partial<ForceInput> = {}) =>
  listForce({
    labelled,
    pupils,
    roll: null,
    calendar,
    span: ['2026-04-01', '2026-07-21'],
    slotOf: () => 'Lunch',
    mask: (text) => text,
    ...rest,
  });

const shownIn = (rest: Partial<Incident>): string[] =>
  (list([force(rest)])[0]?.items ?? []).filter(({ shown }) => shown).map(({ id }) => id);

describe('what a record of force shows', () => {
  it('is pupil and date at the least', () => {
    expect(shownIn({ recordedDate: null })).toEqual(['pupils', 'date']);
    expect(listForceItems()).toHaveLength(16);
  });

  it.each([
    ['staff', 'Mr Hill held him.'],
    ['lead_up', 'Triggered by noise in the hall.'],
    ['deescalation', 'Script used first.'],
    ['reason', 'Held to stop him getting hurt.'],
    ['type', 'A double elbow hold was used.'],
    ['injury', 'No marks on either.'],
    ['support', 'Debrief done later.'],
    ['needs', 'He has an EHCP.'],
    ['duration', 'Held for 4 minutes.'],
    ['duration', 'Restrained for 40 seconds.'],
  ])('holds %s where the words say so', (id, narrative) => {
    expect(shownIn({ narrative })).toContain(id);
    expect(shownIn({ narrative: 'Sat down with a book.' })).not.toContain(id);
  });

  it('is a length only beside words of force', () => {
    expect(
      list([force({ narrative: 'Held by staff.', action: '30 minute detention.' })])[0]?.minutes,
    ).toBeNull();
    expect(list([force({ narrative: 'Caring C for three mins.' })])[0]?.minutes).toBe(3);
  });

  it('takes cells for what they are', () => {
    expect(shownIn({ time: '10:30', location: 'Hall' })).toEqual(
      expect.arrayContaining(['time', 'place', 'same_day']),
    );
    expect(shownIn({ recordedDate: '2026-05-06' })).not.toContain('same_day');
  });

  it('takes needs from the roll, where the pupil stands there', () => {
    const entry = {
      name: 'Ada Penn',
      upn: null,
      dateOfBirth: null,
      academicYear: '2025-26',
      yearGroup: null,
      className: null,
      gender: null,
      sen: 'K',
      pupilPremium: null,
      ethnicity: null,
      eal: null,
      lookedAfter: null,
      start: null,
      end: null,
    };
    const withRoll = (sen: string) => list([force()], { roll: [{ ...entry, sen }] })[0];
    expect(withRoll('K')).toMatchObject({ sen: true });
    expect(withRoll('N')).toMatchObject({ sen: false });
    expect(list([force()])[0]).toMatchObject({ sen: null });
  });
});

describe('when parents were told', () => {
  it.each([
    ['Mum told.', '2026-05-05', 'same_day', '2026-05-05'],
    ['Mum told.', '2026-05-06', 'undated', null],
    ['07/05/2026: Phoned home and told nan.', '2026-05-08', 'later', '2026-05-07'],
    ['Rang mum, no answer.', '2026-05-05', 'not_shown', null],
    ['Will ring home tomorrow.', '2026-05-05', 'not_shown', null],
    ['', '2026-05-05', 'not_shown', null],
  ])('%s entered %s: %s', (action, recordedDate, parents, parents_on) => {
    expect(list([force({ action, recordedDate })])[0]).toMatchObject({ parents, parents_on });
  });

  it('gives the words without their date', () => {
    const [one] = list([force({ action: 'Reset room. 07/05/2026: Phoned home and told nan. Seat moved.' })]);
    expect(one?.parents_words).toBe('Phoned home and told nan');
  });
});

describe('listForce', () => {
  it('lists behaviour records of force in the days asked for, oldest first, with those before', () => {
    const cases = list([
      force({ id: '3', date: '2026-06-01' }),
      force({ id: '1', date: '2026-02-01' }),
      force({ id: '2', date: '2026-05-05', involvements: [makeInvolvement('p1'), makeInvolvement('p2')] }),
      makeLabelled(['damage'], { id: '4' }),
      force({ id: '5', kind: 'positive' }),
    ]);
    expect(cases.map(({ incident_id, earlier }) => [incident_id, earlier])).toEqual([
      ['2', ['1']],
      ['3', ['1', '2']],
    ]);
    expect(cases[0]?.pupils).toEqual(['Ada Penn', 'Ben Reed']);
    expect(list([])).toEqual([]);
  });
});

describe('who was held', () => {
  it('is not who was harmed or saw it, and an earlier record in which a pupil was harmed is none of theirs', () => {
    const hurt = [makeInvolvement('p1'), makeInvolvement('p2', { role: 'harmed' })];
    const cases = list([
      force({ id: '1', involvements: hurt }),
      force({ id: '2', date: '2026-05-06', involvements: [makeInvolvement('p2')] }),
    ]);
    expect(cases.map(({ pupils: held, earlier }) => [held, earlier])).toEqual([
      [['Ada Penn'], []],
      [['Ben Reed'], []],
    ]);
  });
});

describe('tabulateForce', () => {
  it('has parts that sum to the records, and pupils once each', () => {
    const cases = list([
      force({ id: '1', narrative: 'Held for 4 minutes.' }),
      force({ id: '2', narrative: 'Held for 12 minutes.', action: 'Mum told.' }),
      force({ id: '3', narrative: 'Held for half an hour.', involvements: [makeInvolvement('p2')] }),
      force({ id: '4', narrative: 'Held. First aid given.' }),
    ]);
    const sheets = tabulateForce(cases);
    for (const { holds, total, rows } of sheets) {
      const sum = rows.reduce((all, { count }) => all + count, 0);
      if (holds === 'parts') expect(sum).toBe(total);
      else for (const { count } of rows) expect(count).toBeLessThanOrEqual(total);
    }
    const rows = (id: string) => sheets.find((sheet) => sheet.id === id)?.rows.map(({ count }) => count);
    expect(rows('length')).toEqual([1, 1, 1, 1]);
    expect(rows('pupils')).toEqual([1, 1]);
    expect(rows('parents')).toEqual([1, 0, 0, 3]);
    expect(rows('items')?.at(-1)).toBe(1);
    const length = sheets.find(({ id }) => id === 'length')?.rows;
    expect(length?.map(({ pupils, others }) => [pupils, others])).toEqual([
      [1, 2],
      [1, 2],
      [1, 1],
      [1, 2],
    ]);
    const told = sheets.find(({ id }) => id === 'items')?.rows.filter(({ told_by }) => told_by !== undefined);
    expect(told?.map(({ name, told_by }) => [name, told_by])).toEqual([
      ['How long', 'length'],
      ['Special or additional needs', 'needs'],
    ]);
    expect(tabulateForce([])[0]).toMatchObject({ total: 0, pupils: 0 });
  });
});
