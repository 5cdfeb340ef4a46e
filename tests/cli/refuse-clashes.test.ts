import { describe, expect, it } from 'vitest';
import { refuseClashes } from '../../src/cli/refuse-clashes.ts';
import { makeFolder } from '../helpers/make-folder.ts';
import { prepareFolder } from './small-export.ts';

describe('refuseClashes', () => {
  const here = prepareFolder(makeFolder('clashes'));

  it.each([
    [['classify', 'export.csv', '--json', '--format', 'csv'], '--json and --format csv'],
    [['report', 'governors', 'export.csv', '--json', '--format', 'pdf,csv'], '--json and --format pdf,csv'],
    [['check', 'export.csv', '--term', '2025-26 Autumn', '--from', '2025-11-03'], '--term and --from'],
    [['analyse', 'export.csv', '--term', '2025-26 Autumn', '--to', '2025-11-03'], '--term and --to'],
    [
      ['report', 'governors', 'export.csv', '--large-print', '--format', 'csv,text'],
      '--large-print and --format csv,text',
    ],
  ])('stops %s', async (argv, told) => {
    const { status, out, err } = await here(...argv);
    expect([status, out]).toEqual([2, '']);
    expect(err).toContain(told);
    expect(err.trim().split('\n')).toHaveLength(1);
  });

  it('lets what agrees pass', () => {
    expect(() => refuseClashes({ json: true, format: ['json'], from: '2025-11-03' })).not.toThrow();
    expect(() => refuseClashes({ format: 'csv', term: '2025-26 Autumn' })).not.toThrow();
  });
});
