import { describe, expect, it } from 'vitest';
import { saySpan } from '../../src/calendar/say-span.ts';

describe('saySpan', () => {
  it('says year and month once where both days are of them', () => {
    expect(saySpan('2026-02-02', '2026-07-15')).toBe('2 February to 15 July 2026');
    expect(saySpan('2025-11-11', '2026-05-11')).toBe('11 November 2025 to 11 May 2026');
    expect(saySpan('2026-04-20', '2026-05-11', 'and')).toBe('20 April and 11 May 2026');
    expect(saySpan('2026-06-08', '2026-06-12')).toBe('8 to 12 June 2026');
    expect(saySpan('2025-06-08', '2026-06-12')).toBe('8 June 2025 to 12 June 2026');
  });
});
