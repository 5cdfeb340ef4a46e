import { describe, expect, it } from 'vitest';
import { parseColour } from '../../../src/report/pdf/css-colour.ts';

describe('parseColour', () => {
  it.each([
    ['#12436D', '#12436d'],
    ['#abc', '#aabbcc'],
    ['white', '#ffffff'],
    [' Black ', '#000000'],
    ['rgb(18, 67, 109)', '#12436d'],
    ['rgb(18 67 109 / 1)', '#12436d'],
    ['rgba(0,0,0,0.1)', '#e6e6e6'],
    ['#00000080', '#7f7f7f'],
    ['transparent', null],
    ['rgba(9,9,9,0)', null],
  ])('reads %s as %s', (colour, expected) => {
    expect(parseColour(colour)).toBe(expected);
  });

  it('mixes the alpha of the canvas with that of the colour', () => {
    expect(parseColour('#000000', 0.5)).toBe('#808080');
    expect(parseColour('#000000', 0)).toBeNull();
  });

  it.each(['puce', 'rgb(1,2)', 'rgb(a,b,c)', '#12'])('throws for %s', (colour) => {
    expect(() => parseColour(colour)).toThrow(colour);
  });
});
