import { describe, expect, it } from 'vitest';
import { createSlurMask, maskWord } from '../../src/classify/create-slur-mask.ts';

describe('createSlurMask', () => {
  const mask = createSlurMask();
  it('hides slurs but for their first letters, in one word and in two', () => {
    expect(mask("Ben shouted 'faggot' and 'batty boy' at Sam.")).toBe(
      "Ben shouted 'f*****' and 'b**** b**' at Sam.",
    );
  });
  it('leaves other words alone and keeps the length', () => {
    expect(mask('Ben called Sam smelly.')).toBe('Ben called Sam smelly.');
    expect(mask('A retard, he said.').length).toBe('A retard, he said.'.length);
  });
});

describe('maskWord', () => {
  it('keeps one letter by itself', () => {
    expect(maskWord('x')).toBe('x');
    expect(maskWord('slag')).toBe('s***');
  });
});
