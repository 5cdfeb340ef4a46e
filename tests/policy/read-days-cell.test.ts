import { describe, expect, it } from 'vitest';
import { readDaysCell } from '../../src/policy/read-days-cell.ts';

describe('a cell of lengths', () => {
  it.each([
    ['3', 3],
    ['1.5', 1.5],
    ['2½', 2.5],
    ['two and a half', 2.5],
    ['fifteen school days', 15],
    ['half a day', 0.5],
    ['3 sessions', 1.5],
    ['5 lunchtimes', 2.5],
    ['3 days (until Monday)', 3],
    ['until Monday', null],
    ['lots', null],
    ['2 weeks', null],
    ['one week', null],
    ['1 school week', null],
    ['3 hours', null],
    ['0', null],
    ['-1', null],
    ['60', null],
    ['3.5.1', null],
    ['', null],
  ])('%s', (cell, days) => {
    expect(readDaysCell(cell)).toBe(days);
  });

  it('of sessions, two to a day', () => {
    expect(readDaysCell('3', 'sessions')).toBe(1.5);
    expect(readDaysCell('60', 'sessions')).toBe(30);
  });
});
