import { describe, expect, it } from 'vitest';
import {
  type FeatureWord,
  type FeatureWords,
  hashOfName,
  visitWords,
} from '../../src/classify/text-features.ts';
import { visitNeighbours, visitTogether } from '../../src/classify/visit-pairs.ts';

const words: FeatureWords = new Map();

function listNeighbours(text: string, block = 6): number[] {
  const field: FeatureWord[] = [];
  visitWords(text, words, (word) => field.push(word));
  const features: number[] = [];
  visitNeighbours(field, block, (feature) => features.push(feature));
  return features;
}

function listTogether(...names: string[]): number[] {
  const features: number[] = [];
  visitTogether(names.map(hashOfName), 8, (feature) => features.push(feature));
  return features;
}

describe('visitNeighbours', () => {
  it('gives one feature for every two words in a row', () => {
    expect(listNeighbours('kept behind at break')).toHaveLength(3);
    expect(listNeighbours('kept')).toEqual([]);
    expect(listNeighbours('')).toEqual([]);
  });

  it('tells which word stands first, and in which field', () => {
    expect(listNeighbours('hit back')).not.toEqual(listNeighbours('back hit'));
    expect(listNeighbours('hit back')).not.toEqual(listNeighbours('hit back', 7));
    expect(listNeighbours('hit back')).toEqual(listNeighbours('Hit, BACK'));
  });

  it('reads names as one and the same', () => {
    expect(listNeighbours('hit Alfie')).toEqual(listNeighbours('hit Kofi'));
  });
});

describe('visitTogether', () => {
  it('gives one feature for every two kinds, whichever was found first', () => {
    const features = listTogether('a', 'b', 'c');
    expect(new Set(features).size).toBe(3);
    expect(new Set(listTogether('c', 'a', 'b'))).toEqual(new Set(features));
  });

  it('stays bounded for a record in which very much was found', () => {
    const many = Array.from({ length: 500 }, (_, at) => `name ${at}`);
    expect(listTogether(...many)).toHaveLength((40 * 39) / 2);
  });
});
