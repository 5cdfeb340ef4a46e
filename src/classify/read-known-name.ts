import nameData from './data/reader-names.yaml';

/** How a word is a name: however it is written, or only with a capital, being an ordinary word too. */
export type KnownName = 'always' | 'capital';

/** `zoë` is `zoe`, and so is `Éva` `eva`: names are written with and without their marks. */
function takeMarksOff(word: string): string {
  return word.normalize('NFD').replaceAll(/\p{M}/gu, '').toLowerCase();
}

const KNOWN = new Map<string, KnownName>(
  (['capital', 'always'] as const).flatMap((how) =>
    (nameData as Readonly<Record<KnownName, string>>)[how]
      .split(',')
      .map((name) => [takeMarksOff(name.trim()), how] as const),
  ),
);

/** Says whether a word in small letters, the 's of a possessive taken off, is a name of somebody; null when it is not. */
export function readKnownName(word: string): KnownName | null {
  return KNOWN.get(takeMarksOff(word)) ?? null;
}
