import { describe, expect, it } from 'vitest';
import { makeFolder } from '../helpers/make-folder.ts';
import { prepareFolder } from './small-export.ts';

describe('sayUnused', () => {
  const here = prepareFolder(makeFolder('unused'));

  it('says which options make no difference, and nothing when asked to be quiet', async () => {
    const given = ['inspect', 'export.csv', '--term', '2025-26 Autumn', '--phase', 'primary'];
    const { status, err } = await here(...given);
    expect(status).toBe(0);
    expect(err).toContain('--term: makes no difference to `termwise inspect`.');
    expect(err).toContain('--phase: makes no difference to `termwise inspect`.');
    expect((await here(...given, '--quiet')).err).toBe('');
    expect((await here('inspect', 'export.csv')).err).not.toContain('makes no difference');
  });
});
