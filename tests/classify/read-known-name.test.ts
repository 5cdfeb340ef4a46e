import { describe, expect, it } from 'vitest';
import nameFile from '../../src/classify/data/reader-names.yaml';
import standInFile from '../../src/classify/data/stand-in-names.yaml';
import { readKnownName } from '../../src/classify/read-known-name.ts';

const nameData = nameFile as Readonly<Record<'always' | 'capital', string>>;
const standIns = standInFile as Readonly<Record<'forenames' | 'surnames', readonly string[]>>;
const listNames = (names: string): string[] => names.split(',').map((name) => name.trim());

describe('readKnownName', () => {
  it('knows forenames and surnames, with and without their marks', () => {
    for (const name of ['alfie', 'zielinski', 'zoe', 'zoë', 'Éva', 'okafor']) {
      expect(readKnownName(name), name).toBe('always');
    }
  });

  it('knows which are ordinary words too', () => {
    for (const name of ['grant', 'daisy', 'webb', 'reed']) expect(readKnownName(name), name).toBe('capital');
  });

  it('takes no other word for a name: places, things, peoples, days, titles', () => {
    const others = 'leeds snapchat polish muslim monday mrs will may summer she hit pe ta ks school';
    for (const word of others.split(' ')) expect(readKnownName(word), word).toBeNull();
  });

  it('knows every name that stands in for a pupil’s own', () => {
    for (const name of [...standIns.forenames, ...standIns.surnames])
      expect(readKnownName(name.toLowerCase()), name).not.toBeNull();
  });

  it('has each name once', () => {
    const names = [...listNames(nameData.always), ...listNames(nameData.capital)];
    expect(new Set(names).size).toBe(names.length);
    expect(names.every((name) => name === name.toLowerCase() && /^\p{L}+$/u.test(name))).toBe(true);
  });
});
