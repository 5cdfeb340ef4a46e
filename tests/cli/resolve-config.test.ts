import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { resolveConfig } from '../../src/cli/resolve-config.ts';
import { makeFolder } from '../helpers/make-folder.ts';

const root = makeFolder('config');
let made = 0;

/** A folder with these files in it. */
function folderWith(files: Readonly<Record<string, string>>): string {
  made += 1;
  const folder = join(root, String(made));
  mkdirSync(folder);
  for (const [name, text] of Object.entries(files)) writeFileSync(join(folder, name), text);
  return folder;
}

describe('resolveConfig', () => {
  it('stands on the national defaults when nothing is given', async () => {
    const config = await resolveConfig({}, folderWith({}));
    expect(config).toMatchObject({
      source: null,
      school: null,
      phase: 'unknown',
      nation: 'england',
      columns: {},
    });
    expect(config.profile.name).toBe('national');
    expect(new Set(Object.values(config.files))).toEqual(new Set([null]));
    expect(config.suppression).toEqual({ threshold: 5, symbol: 'c', group_minimum: 10 });
  });

  it('takes termwise.yaml of the folder, its paths from its own folder', async () => {
    const folder = folderWith({
      'termwise.yaml':
        'school: Hill Top\nphase: primary\npolicy: alvaston\nterms: terms.csv\nracist_log: log.csv\ncolumns: { incident_date: When }\nsuppression: { threshold: 3 }\nthresholds: { persistent_records: 6 }\n',
      'terms.csv': '',
      'log.csv': '',
    });
    const config = await resolveConfig({ config: join(folder, 'termwise.yaml') }, '/');
    expect(config).toMatchObject({
      source: join(folder, 'termwise.yaml'),
      school: 'Hill Top',
      phase: 'primary',
      columns: { incident_date: 'When' },
      suppression: { threshold: 3, symbol: 'c', group_minimum: 10 },
    });
    expect(config.profile.name).toBe('alvaston');
    expect(config.files).toMatchObject({
      terms: join(folder, 'terms.csv'),
      racistLog: join(folder, 'log.csv'),
    });
    expect(config.thresholds.persistent_records).toEqual({ value: 6, whose: 'school' });
    expect(config.thresholds.persistent_staff_records).toEqual({ value: 3, whose: 'termwise' });
    expect((await resolveConfig({}, folder)).school).toBe('Hill Top');
    expect((await resolveConfig({ config: folder }, '/')).school).toBe('Hill Top');
  });

  it('lets options win, their paths from the current folder', async () => {
    const folder = folderWith({
      'termwise.yaml': 'school: A\nnation: wales\nroll: roll.csv\n',
      'roll.csv': '',
      'new.csv': '',
    });
    const config = await resolveConfig({ school: 'B', roll: 'new.csv', phase: 'special' }, folder);
    expect(config).toMatchObject({ school: 'B', phase: 'special', nation: 'wales' });
    expect(config.profile.name).toBe('national-wales');
    expect(config.files.roll).toBe(join(folder, 'new.csv'));
    expect((await resolveConfig({ policy: 'vale' }, folder)).profile.name).toBe('vale');
  });

  it.each([
    ['terms: 3', 'termwise.yaml: terms: expected a file name, got 3'],
    [
      'phase: nursery',
      "termwise.yaml: phase: expected one of primary, secondary, all_through, special, unknown, got 'nursery'",
    ],
    ['shcool: A', "termwise.yaml: unknown key 'shcool' (did you mean 'school'?)"],
    [
      'thresholds: { persistent_records: many }',
      "termwise.yaml: thresholds.persistent_records: expected a whole number from 1 to 100, got 'many'",
    ],
    [
      'columns: { incident_date: 3 }',
      'termwise.yaml: columns.incident_date: expected the header as the export has it, got 3',
    ],
    ['columns: When', "termwise.yaml: columns: expected field: header, got 'When'"],
    ['roll: nowhere.csv', 'termwise.yaml: roll: nowhere.csv: there is no such file'],
    ['policy: zebra', "no policy is named 'zebra'"],
  ])('names place and expectation: %s', async (text, message) => {
    const folder = folderWith({ 'termwise.yaml': text });
    await expect(resolveConfig({}, folder)).rejects.toThrow(message);
  });

  it.each([
    ['Windows-1252', Buffer.from('school: Ysgol Llanf\xe2r\n', 'latin1')],
    ['UTF-16', Buffer.from('\uFEFFschool: Ysgol Llanfâr\r\n', 'utf16le')],
    ['UTF-8 with its mark', Buffer.from('\uFEFFschool: Ysgol Llanfâr\r\n')],
  ])('reads settings that an editor saved in %s', async (_, bytes) => {
    const folder = folderWith({});
    writeFileSync(join(folder, 'termwise.yaml'), bytes);
    expect((await resolveConfig({}, folder)).school).toBe('Ysgol Llanfâr');
  });

  it('takes a name of a school in one line', async () => {
    const folder = folderWith({ 'termwise.yaml': "school: |\n  St Mary's \n  Primary\n" });
    expect((await resolveConfig({}, folder)).school).toBe("St Mary's Primary");
    const blank = folderWith({ 'termwise.yaml': 'school: "  "\n' });
    await expect(resolveConfig({}, blank)).rejects.toThrow('school: expected the name of the school');
  });

  it('refuses settings or side files that are named and not there', async () => {
    const folder = folderWith({});
    await expect(resolveConfig({ config: 'none.yaml' }, folder)).rejects.toThrow(
      'none.yaml: there is no such settings file',
    );
    await expect(resolveConfig({ config: '.' }, folder)).rejects.toThrow(
      '.: is a folder without a termwise.yaml',
    );
    await expect(resolveConfig({ roll: 'none.csv' }, folder)).rejects.toThrow(
      'none.csv: there is no such file',
    );
  });
});
