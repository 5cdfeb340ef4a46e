import { describe, expect, it } from 'vitest';
import { readListedKind } from '../../src/policy/read-listed-kind.ts';

describe('kind of a listed exclusion', () => {
  it.each([
    ['', 'PP', 'suspension'],
    ['', 'PEX', 'permanent'],
    ['', 'PEX - third suspension this year', 'permanent'],
    ['', 'Permanent exclusion: persistent disruption', 'permanent'],
    ['', 'Not permanent: weapon', 'suspension'],
    ['PERM', 'PP', 'permanent'],
    ['Fixed term', 'at risk of permanent exclusion', 'suspension'],
    ['LNCH', 'DB', 'suspension'],
    ['Internal', 'DB', 'internal'],
    ['Exclusion', 'Expelled', 'permanent'],
  ])('%s, %s: %s', (type, reason, kind) => {
    expect(readListedKind({ type, reason })).toBe(kind);
  });
});
