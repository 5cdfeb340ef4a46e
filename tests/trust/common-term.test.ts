import { describe, expect, it } from 'vitest';
import { commonTermOf, nameCommonTerm } from '../../src/trust/common-term.ts';

describe('commonTermOf', () => {
  it.each([
    ['2025-09-03', '2025-10-24', '2025-26 Autumn'],
    ['2025-11-03', '2025-12-19', '2025-26 Autumn'],
    ['2026-01-05', '2026-02-13', '2025-26 Spring'],
    ['2026-02-23', '2026-03-27', '2025-26 Spring'],
    ['2027-02-22', '2027-03-25', '2026-27 Spring'],
    ['2025-02-24', '2025-04-11', '2024-25 Spring'],
    ['2026-04-13', '2026-05-22', '2025-26 Summer'],
    ['2024-04-15', '2024-05-24', '2023-24 Summer'],
    ['2026-06-01', '2026-07-24', '2025-26 Summer'],
    ['2099-09-03', '2099-12-18', '2099-00 Autumn'],
  ])('puts %s to %s into %s', (from, to, expected) => {
    expect(nameCommonTerm(commonTermOf(from, to))).toBe(expected);
  });

  it('counts three to the same term last year and one to the term before', () => {
    const autumn = commonTermOf('2025-09-03', '2025-12-19');
    expect(nameCommonTerm(autumn - 3)).toBe('2024-25 Autumn');
    expect(nameCommonTerm(autumn - 1)).toBe('2024-25 Summer');
  });
});
