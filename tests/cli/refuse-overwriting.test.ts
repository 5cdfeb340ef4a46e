import { copyFileSync, linkSync, mkdirSync, readFileSync, symlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeAll, describe, expect, it } from 'vitest';
import { writeTrustJson } from '../../src/cli/output/trust-json.ts';
import { refuseOverwriting } from '../../src/cli/refuse-overwriting.ts';
import { makeFolder } from '../helpers/make-folder.ts';
import { sampleTrust } from '../trust/helpers/sample-trust.ts';
import { makeTermExport, prepareFolder } from './small-export.ts';

const folder = makeFolder('overwrite');
const here = prepareFolder(folder, makeTermExport());
const at = (name: string): string => join(folder, name);

const SIDE = {
  'roll.csv': 'Pupil Name,Year Group,Class\nAda Okafor,Year 4,4 Heron\n',
  'terms.csv':
    'Academic Year,Term,Half Term,Start,End,INSET Days\n2025-26,Autumn,Autumn 1,01/09/2025,19/12/2025,\n',
  'categories.csv': 'Recorded Category,Code,Note\nDefiance,defiance,\n',
  'decisions.csv': 'incident_id,code,decision\n102,disruption,keep\n',
  'base.yaml': 'name: base\ntitle: Base\nextends: national\n',
  'policy.yaml': 'name: ours\ntitle: Ours\nextends: base.yaml\n',
  'set/termwise.yaml': 'roll: ../roll.csv\n',
  'trust.json': [...writeTrustJson(sampleTrust('overwrite'))].join(''),
};

beforeAll(async () => {
  mkdirSync(at('set'));
  for (const [name, text] of Object.entries(SIDE)) writeFileSync(at(name), text);
  mkdirSync(at('as-output'));
  copyFileSync(at('export.csv'), at('as-output/governors.csv'));
  symlinkSync('export.csv', at('link.csv'));
  linkSync(at('export.csv'), at('second-name.csv'));
  await here('import', 'export.csv', '--into', 'register.csv');
  await here('return', 'export.csv', '--school', 'Hill Top', '--out', 'x.return.json');
  await here('analyse', 'export.csv', '--json', '--out', 'before.json');
});

/** The command line, and the file that it reads and is asked to write. */
const SLIPS: readonly (readonly [string, string])[] = [
  ['check export.csv --out export.csv', 'export.csv'],
  ['inspect export.csv --out export.csv', 'export.csv'],
  ['inspect export.csv --rejects export.csv', 'export.csv'],
  ['classify export.csv --format csv --out ./set/../export.csv', 'export.csv'],
  ['classify export.csv --out link.csv', 'export.csv'],
  ['classify link.csv --out export.csv', 'export.csv'],
  ['classify export.csv --out second-name.csv', 'export.csv'],
  ['review export.csv --out export.csv', 'export.csv'],
  ['review export.csv --decisions decisions.csv --out decisions.csv', 'decisions.csv'],
  ['explain 101 export.csv --out export.csv', 'export.csv'],
  ['analyse export.csv --format csv --out export.csv', 'export.csv'],
  ['analyse export.csv --json --previous before.json --out before.json', 'before.json'],
  ['report governors export.csv --format csv --out export.csv', 'export.csv'],
  [
    'report governors as-output/governors.csv --format csv,json --quiet --out as-output',
    'as-output/governors.csv',
  ],
  ['report trust trust.json --json --out trust.json', 'trust.json'],
  ['return export.csv --out export.csv --yes', 'export.csv'],
  ['collate x.return.json --out x.return.json', 'x.return.json'],
  ['forget register.csv --before 2025-10-01 --out register.csv', 'register.csv'],
  ['import export.csv --into register.csv --rejects export.csv', 'export.csv'],
  ['import export.csv --into register.csv --out register.csv', 'register.csv'],
  ['policy show policy.yaml --format yaml --out policy.yaml', 'policy.yaml'],
  ['check export.csv --roll roll.csv --out roll.csv', 'roll.csv'],
  ['check export.csv --terms terms.csv --out terms.csv', 'terms.csv'],
  ['check export.csv --categories categories.csv --rejects categories.csv', 'categories.csv'],
  ['check export.csv --policy policy.yaml --out base.yaml', 'base.yaml'],
  ['check export.csv --config set --out set/termwise.yaml', 'set/termwise.yaml'],
  ['check export.csv --config set --out roll.csv', 'roll.csv'],
];

describe('a file that a command reads', () => {
  it.each(SLIPS)('is not written over: %s', async (words, name) => {
    const before = readFileSync(at(name));
    const { status, out, err, effects } = await here(...words.split(' '));
    expect([status, out]).toEqual([2, '']);
    expect(err).toMatch(
      /^termwise: .+: this file is read here, so it is not written over\. Give another name.*\n$/,
    );
    expect(readFileSync(at(name)).equals(before)).toBe(true);
    expect(effects.written).toEqual([]);
  });

  it('leaves the register as it was when another file of the line is refused', async () => {
    const { status } = await here('import', 'export.csv', '--into', 'new.csv', '--out', 'new.csv');
    expect(status).toBe(2);
    expect(() => readFileSync(at('new.csv'))).toThrow(/ENOENT/);
  });

  it('may be a register that is added to, itself among the files', async () => {
    const { status, out } = await here('import', 'register.csv', '--into', 'register.csv');
    expect([status, out]).toEqual([0, expect.stringContaining('already held all of it')]);
  });
});

describe('refuseOverwriting', () => {
  it('lets one file replace what the command does not read, and refuses two in one place', () => {
    writeFileSync(at('old.txt'), 'old');
    const old = { path: at('old.txt'), named: '--out old.txt' };
    expect(() => refuseOverwriting([at('export.csv'), at('none.csv')], [old])).not.toThrow();
    expect(() => refuseOverwriting([], [old, { path: at('set/../old.txt'), named: '--rejects b' }])).toThrow(
      '--out old.txt and --rejects b: expected two files, got one',
    );
  });
});
