import { describe, expect, it } from 'vitest';
import { maskKeys, maskNames } from '../../src/privacy/mask-names.ts';

describe('maskNames', () => {
  it('takes out titles with a surname and the names given, whatever their case', () => {
    expect(maskNames("Mr O'Neill's room", [])).toBe('[name] room');
    expect(maskNames('Outside Miss Żak-Lee', [])).toBe('Outside [name]');
    expect(maskNames('AVA HOLT (plan)', ['Ava Holt'])).toBe('[name] (plan)');
    expect(maskNames('Room 1.5 (C++)', ['C++)', 'Al'])).toBe('Room 1.5 ([name]');
    expect(maskNames('Missing homework', [])).toBe('Missing homework');
  });

  it('adds the counts of keys that become one', () => {
    expect(maskKeys({ 'Mr Hay': 3, 'Mrs Bee': 4, Hall: 1 }, [])).toEqual({ '[name]': 7, Hall: 1 });
  });
});
