import { describe, expect, test } from 'vitest';
import data from '../../src/import/name-marks.yaml';
import { parsePupilName, splitPupils } from '../../src/import/pupil-name.ts';

describe('what schools write beside a name', () => {
  test.each([
    'Ann Lee (SEN)',
    'Ann Lee (PP)',
    'Ann Lee (SEND/PP)',
    'Ann Lee (SEN K, EAL)',
    'Lee, Ann [EHCP]',
    'Lee (PP), Ann',
    'Ann Lee - SEN',
    'Ann Lee*',
    'Lee*, Ann',
    '* Ann Lee',
    'Ann Lee 7A',
    'Ann Lee, 7A',
    'Ann Lee/7A',
    'Lee, Ann 7A',
    '7A Ann Lee',
    '7A - Ann Lee',
    'Ann Lee Y7',
    'Ann Lee Year 7',
    'Ann Lee - Yr 7',
    'Ann Lee Year 7 7A (PP)',
    'Ann Lee (7A1)',
    'Ann Lee 7A1',
    'Ann Lee 7JBO',
    'Ann Lee - 7JBO',
    'Ann Lee (Maple Class)',
    'Ann Lee - Maple Class',
    'Ann Lee (P5A)',
    'Ann Lee (P5/6)',
    'Ann Lee (S2)',
    'Ann Lee (Bl. 7)',
    'Ann Lee (Blwyddyn 7)',
    'Ann Lee (FS2)',
    'Ann Lee (N1)',
  ])('%s is Ann Lee', (cell) => {
    expect(parsePupilName(cell)).toEqual({ name: 'Ann Lee', key: 'ann lee' });
  });
  test.each([
    'Ann Lee (1)',
    'Ann Lee 2',
    'Ann Lee 2nd',
    'Ann 7A',
    '7A Ann',
    'Pupil 7A',
    'Pupil X2',
    'Child x4',
    'Student No 7A',
    'Young Person 7A',
    'Anonymous Pupil 7A',
    'Ann Lee (Nan)',
    'Sen Lee',
    'Ann Sen',
    'Jo (Jack) Lee',
    'Ann Lee-Pla',
    'Ann Lee (P9)',
    'Ann Lee (A)',
    'Ann Lee P5',
    'Ann Class',
  ])('%s stays', (cell) => {
    expect(parsePupilName(cell).name).toBe(cell);
  });
  test.each([
    'Ann Lee 7A, Bo Day 7B',
    'Lee, Ann 7A; Day, Bo 7B',
    '7A - Ann Lee, 7B - Bo Day',
    'Ann Lee (PP), Bo Day (SEN, EAL)',
  ])('%s are two pupils', (cell) => {
    expect(splitPupils(cell).map((one) => parsePupilName(one).name)).toEqual(['Ann Lee', 'Bo Day']);
  });
  test('marks are lower case, each once', () => {
    const { marks } = data as { marks: string[] };
    expect(marks.every((mark) => /^[a-z0-9+ ]+$/.test(mark))).toBe(true);
    expect(new Set(marks).size).toBe(marks.length);
  });
});
