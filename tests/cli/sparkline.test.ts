import { describe, expect, it } from 'vitest';
import { chooseMarks, sparkline } from '../../src/cli/output/sparkline.ts';

describe('sparkline', () => {
  it('runs from nothing to the largest', () => {
    expect(sparkline([0, 7, 14, 1], 'blocks')).toBe('▁▅█▂');
    expect(sparkline([0, 7, 14, 1], 'ascii')).toBe('.+@:');
    expect(sparkline([0, 0], 'blocks')).toBe('▁▁');
    expect(sparkline([], 'blocks')).toBe('');
    expect(sparkline([1, 2], null)).toBe('');
  });

  it.each([
    [false, {}, null],
    [true, {}, 'blocks'],
    [true, { NO_COLOR: '1' }, null],
    [true, { NO_COLOR: '' }, 'blocks'],
    [true, { TERM: 'dumb' }, null],
    [true, { TERM: 'linux' }, 'ascii'],
    [true, { OS: 'Windows_NT' }, 'ascii'],
    [true, { OS: 'Windows_NT', WT_SESSION: 'x' }, 'blocks'],
    [true, { LANG: 'C', LC_ALL: 'C' }, 'blocks'],
  ] as const)('terminal %s with %o shows %s', (isTerminal, env, marks) => {
    expect(chooseMarks(isTerminal, env)).toBe(marks);
  });
});
