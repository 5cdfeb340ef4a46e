import { describe, expect, it } from 'vitest';
import { isSchoolHour } from '../../src/duties/is-school-hour.ts';

describe('a time at which lessons still go on', () => {
  it.each(['9', '10.20', '12', '12.30', '1', '1:15', '2.30', '13.05'])('%s is one', (written) => {
    expect(isSchoolHour(written)).toBe(true);
  });

  it.each(['3', '3.15', '2.50', '8.45', '15:10', '20', '12.75', '2025', 'noon'])('%s is none', (written) => {
    expect(isSchoolHour(written)).toBe(false);
  });

  it('is no number of minutes', () => {
    expect(isSchoolHour('10', 'past')).toBe(false);
    expect(isSchoolHour('10', 'to')).toBe(false);
    expect(isSchoolHour('10', 'by')).toBe(true);
  });
});
