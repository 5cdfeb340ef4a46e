import { InvalidArgumentError } from 'commander';
import { describe, expect, it } from 'vitest';
import {
  parseDayOption,
  parseDelimiter,
  parseMaxRejects,
  parseSchool,
} from '../../src/cli/shared-options.ts';

describe('parseDayOption', () => {
  it.each([
    ['2026-01-31', '2026-01-31'],
    ['31/01/2026', '2026-01-31'],
    ['1/9/2025', '2025-09-01'],
    ['2024-02-29', '2024-02-29'],
  ])('reads %s', (text, day) => expect(parseDayOption(text)).toBe(day));

  it.each(['2026-02-30', '29/02/2025', '31.01.2026', 'yesterday', '', '2026-1-1', '01/31/2026'])(
    'refuses %j',
    (text) => expect(() => parseDayOption(text)).toThrow(InvalidArgumentError),
  );
});

describe('parseSchool', () => {
  it.each([' Hill  Top\t', 'Hill Top', 'Hill\nTop'])('reads %j', (text) =>
    expect(parseSchool(text)).toBe('Hill Top'),
  );

  it.each(['', '  '])('refuses %j', (text) => expect(() => parseSchool(text)).toThrow(InvalidArgumentError));
});

describe('parseMaxRejects', () => {
  it.each([
    ['20', { count: 20 }],
    ['0', { count: 0 }],
    ['5%', { share: 0.05 }],
    ['100%', { share: 1 }],
    ['0.5%', { share: 0.005 }],
  ])('reads %s', (text, limit) => expect(parseMaxRejects(text)).toEqual(limit));

  it.each(['101%', '-1', '2.5', 'many', ''])('refuses %j', (text) =>
    expect(() => parseMaxRejects(text)).toThrow(InvalidArgumentError),
  );
});

describe('parseDelimiter', () => {
  it('takes the four that exports use', () => {
    expect([',', ';', '|', '\t', 'tab', 'TAB', '\\t'].map(parseDelimiter)).toEqual([
      ',',
      ';',
      '|',
      '\t',
      '\t',
      '\t',
      '\t',
    ]);
  });

  it.each(['', 'x', ',,'])('refuses %j', (text) =>
    expect(() => parseDelimiter(text)).toThrow(InvalidArgumentError),
  );
});
