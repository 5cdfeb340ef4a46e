import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { measureText } from '../../../src/report/charts/measure-text.ts';
import { breakLines, plainText, widestPart, widestWord } from '../../../src/report/pdf/break-lines.ts';
import { pageTheme } from '../../../src/report/pdf/page-theme.ts';

const { body } = pageTheme('standard');
const textOf = (lines: ReturnType<typeof breakLines>): string[] =>
  lines.map((line) => line.map((run) => run.text).join(''));

describe('breakLines', () => {
  it('breaks at spaces within the width', () => {
    const lines = breakLines('Incidents recorded this term and last term in every year group', 120, body);
    expect(lines.length).toBeGreaterThan(2);
    expect(textOf(lines).join(' ')).toBe('Incidents recorded this term and last term in every year group');
    for (const line of textOf(lines)) expect(measureText(line, 12)).toBeLessThanOrEqual(120);
  });

  it('keeps bold and plain letters of one word together and joins runs of one weight', () => {
    const rich = [{ text: '412 incidents', bold: true }, { text: ', 9% more' }];
    const [line] = breakLines(rich, 400, body);
    expect(line).toEqual([
      { text: '412 incidents', weight: 'semibold' },
      { text: ', 9% more', weight: 'regular' },
    ]);
    expect(plainText(rich)).toBe('412 incidents, 9% more');
    const narrow = textOf(breakLines(rich, measureText('incidents, ', 12, 'semibold'), body));
    expect(narrow).toContain('incidents,');
  });

  it('keeps a no-break space', () => {
    expect(textOf(breakLines('Year\u00a07 Year\u00a08', 45, body))).toEqual(['Year\u00a07', 'Year\u00a08']);
  });

  it('breaks a word that is wider than the line', () => {
    const lines = textOf(breakLines('Llanfairpwllgwyngyllgogerychwyrndrobwllllantysiliogogogoch', 100, body));
    expect(lines.length).toBeGreaterThan(2);
    expect(lines.join('')).toBe('Llanfairpwllgwyngyllgogerychwyrndrobwllllantysiliogogogoch');
  });

  it('marks where a line goes on within its word, and knows the widest part between hyphens', () => {
    const { table } = pageTheme('standard');
    const width = measureText('Child-on-', 10.5);
    expect(breakLines('Child-on-child abuse', width, table)).toEqual([
      [{ text: 'Child-on-', weight: 'regular', goesOn: true }],
      [{ text: 'child', weight: 'regular' }],
      [{ text: 'abuse', weight: 'regular' }],
    ]);
    expect(widestPart('Child-on-child bin', table)).toBeCloseTo(measureText('Child-', 10.5), 6);
    expect(widestPart('2025-26 – Summer', table)).toBeCloseTo(measureText('Summer', 10.5), 6);
  });

  it('gives one empty line for no text', () => {
    expect(breakLines('', 100, body)).toEqual([[]]);
    expect(widestWord('', body)).toBe(0);
  });

  it('loses no letter and keeps to the width, whatever the text', () => {
    const word = fc.string({ minLength: 1, maxLength: 30 }).map((text) => text.replaceAll(/[\s]/g, 'x'));
    fc.assert(
      fc.property(
        fc.array(word, { minLength: 1, maxLength: 30 }),
        fc.integer({ min: 40, max: 500 }),
        (words, width) => {
          const lines = textOf(breakLines(words.join(' '), width, body));
          expect(lines.join('').replaceAll(' ', '')).toBe(words.join(''));
          for (const line of lines) expect(measureText(line, 12)).toBeLessThanOrEqual(width + 0.01);
        },
      ),
      { numRuns: 150 },
    );
  });
});
