import { describe, expect, it } from 'vitest';
import { maskKeys, maskNames } from '../../src/privacy/mask-names.ts';

const NAMES = ['Ava Holt', 'Ash Hall', "Zoë O'Neill", 'Li Na Xu', 'Mia Smith-Jones', 'Pat Ellis'];

describe('maskNames', () => {
  it('takes out titles with a surname, whatever their case, initials and small words', () => {
    for (const titled of [
      "Mr O'Neill's",
      'mr hughes',
      'MRS J. HILL',
      'Dr. J. P. van Dyk',
      'Prof A Stone',
      'Miss Żak-Lee',
      'Mr.Hay',
      'Fr Ted',
      'Mx de la Cruz',
    ])
      expect(maskNames(`Outside ${titled} room`, []), titled).toBe('Outside [name] room');
    for (const plain of [
      'Near miss',
      'Miss lessons',
      'miss school',
      'Missing homework',
      'Drama',
      'Revision room',
    ])
      expect(maskNames(plain, []), plain).toBe(plain);
  });

  it('takes out a forename or surname alone, and both in either order', () => {
    for (const [text, masked] of [
      ["Ava's plan", '[name] plan'],
      ['HOLT, AVA (plan)', '[name] (plan)'],
      ['holt-ava', '[name]'],
      ['Ava   Holt', '[name]'],
      ['Zoe corner', '[name] corner'],
      ["O’Neill's desk", '[name] desk'],
      ['Jones table', '[name] table'],
      ['Available', 'Available'],
    ] as const)
      expect(maskNames(text, NAMES), text).toBe(masked);
  });

  it('keeps words for places that are also names, unless the rest of the name is beside them', () => {
    for (const plain of ['Hall', 'Ash class', 'Library', 'School hall', 'Na zdrowie'])
      expect(maskNames(plain, NAMES), plain).toBe(plain);
    expect(maskNames('Ash Hall', NAMES)).toBe('[name]');
    expect(maskNames('Hall, Ash: plan', NAMES)).toBe('[name]: plan');
    expect(maskNames('Xu Li', NAMES)).toBe('[name]');
    expect(maskNames('Li plan', NAMES)).toBe('Li plan');
    expect(maskNames('Li Na plan', NAMES)).toBe('[name] plan');
  });

  it('takes out a forename that is a word before the initial of its surname, and unique pupil numbers', () => {
    const names = ['Hope Sarwar', 'Ann Hall'];
    expect(maskNames("Hope S's table", names)).toBe('[name] table');
    expect(maskNames('Hope B, Hall A, Hope s', names)).toBe('Hope B, Hall A, Hope s');
    expect(maskNames('Ann H plan', names)).toBe('[name] plan');
    expect(maskNames('Z999888777666, x99988877766a', [])).toBe('[name]');
    expect(maskNames('Room Z99988877766, 1999888777666', [])).toBe('Room Z99988877766, 1999888777666');
  });

  it('takes out initials in capitals, but not what schools call their rooms', () => {
    expect(maskNames('AHO and MSJ', NAMES)).toBe('AHO and [name]');
    expect(maskNames("AH's den", ['Ava Holt'])).toBe('[name] den');
    expect(maskNames('PE shed, ah', ['Pat Ellis', 'Ava Holt'])).toBe('PE shed, ah');
  });

  it('adds the counts of keys that become one', () => {
    expect(maskKeys({ 'Mr Hay': 3, 'Mrs Bee': 4, Hall: 1 }, [])).toEqual({ '[name]': 7, Hall: 1 });
  });
});
