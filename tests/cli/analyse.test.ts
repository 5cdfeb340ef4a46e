import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { makeFolder } from '../helpers/make-folder.ts';
import { makeTermExport, prepareFolder } from './small-export.ts';

const folder = makeFolder('analyse');
const here = prepareFolder(folder);

describe('termwise analyse', () => {
  it('prints the analysis, and says on stderr what it assumed', async () => {
    const { status, out, err } = await here('analyse', 'export.csv', '--json');
    expect(status).toBe(0);
    const analysis = JSON.parse(out);
    expect(analysis.meta).toMatchObject({
      schema: 'termwise.analysis/1',
      as_at: '2025-11-07',
      files: ['export.csv'],
    });
    expect(analysis.counts.incidents).toBe(3);
    for (const assumption of analysis.meta.assumptions) expect(err).toContain(`Assumed: ${assumption}\n`);
    expect(err).toContain('usual school year in England');
  });

  it('says in every format how much each detector looked at and what was too little to tell', async () => {
    const runs = JSON.parse((await here('analyse', 'export.csv', '--json')).out).detectors;
    const text = (await here('analyse', 'export.csv')).out;
    const csv = (await here('analyse', 'export.csv', '--format', 'csv')).out;
    expect(runs.length).toBeGreaterThanOrEqual(12);
    for (const { detector, question, unit, lookedAt, tooFew, tooFewIf } of runs) {
      const few = `${tooFew} with too little to tell${tooFew > 0 && tooFewIf !== null ? `: ${tooFewIf}` : ''}`;
      const said = `${question} Looked at ${lookedAt}, each ${unit} (${few}): `;
      expect(text).toContain(`\n  ${said}`);
      const row = csv.split('\r\n').find((one) => one.startsWith(`looked_for,${detector},`));
      expect(row?.replaceAll('"', '')).toContain(said);
    }
  });

  it('says it of one pupil or class too, in every format', async () => {
    for (const subject of ['Ada Okafor', '4 Heron']) {
      const ask = ['analyse', 'export.csv', '--subject', subject];
      const { status, out } = await here(...ask, '--json');
      expect([status, subject]).toEqual([0, subject]);
      const { asked } = JSON.parse(out);
      expect(asked.length).toBeGreaterThanOrEqual(2);
      const text = (await here(...ask)).out;
      const csv = (await here(...ask, '--format', 'csv')).out;
      expect(text).toContain('\nNot enough to tell\n');
      for (const { detector, said } of asked) {
        expect(text).toContain(`  ${said}\n`);
        const row = csv.split('\r\n').find((one) => one.startsWith(`looked_for,${detector},`));
        expect(row).toContain(said);
      }
    }
  });

  it('tells a person, and keeps quiet on stderr when told to', async () => {
    const { out, err } = await here('analyse', 'export.csv', '--quiet', '--term', '2025-26 Autumn');
    expect(out).toContain('2025-26 Autumn');
    expect(out).toContain('3 behaviour incidents');
    expect(out).toContain('What was looked for');
    expect(err).toBe('');
  });

  it('exits with 1 only for findings of the tier asked for', async () => {
    const tiers = JSON.parse((await here('analyse', 'export.csv', '--json')).out).findings.map(
      (one: { tier: string }) => one.tier,
    );
    const clear = await here('analyse', 'export.csv', '--fail-on', 'clear');
    expect(clear.status).toBe(tiers.includes('clear') ? 1 : 0);
    const possible = await here('analyse', 'export.csv', '--fail-on', 'possible');
    expect(possible.status).toBe(tiers.length > 0 ? 1 : 0);
  });

  it('names the terms there are when the one asked for is not among them', async () => {
    const { status, err } = await here('analyse', 'export.csv', '--term', '2031-32 Autumn');
    expect(status).toBe(2);
    expect(err).toContain("no term is named '2031-32 Autumn'");
    expect(err).toContain('2025-26 Autumn');
  });

  it('has nothing to say of a file in which no row can be used', async () => {
    writeFileSync(
      join(folder, 'none.csv'),
      'Pupil,Date,Category,Details\nBen Price,soon,Disruption,Talking\n',
    );
    const { status, err } = await here('analyse', 'none.csv');
    expect(status).toBe(2);
    expect(err).toContain('none.csv');
  });
});

describe('termwise check', () => {
  it('says when a policy states no duty that can be checked', async () => {
    writeFileSync(join(folder, 'none.yaml'), 'name: none\nduties: []\n');
    const { status, out } = await here('check', 'export.csv', '--policy', 'none.yaml');
    expect(status).toBe(0);
    expect(out).toContain("The policy 'none' states no duty that can be checked yet.");
  });

  it('alone reads the side files of duties: other commands say that they do not', async () => {
    writeFileSync(join(folder, 'plans.csv'), 'Pupil Name,Start,Next Review,Target Behaviours\n');
    expect((await here('check', 'export.csv', '--plans', 'plans.csv')).err).not.toContain('not read');
    const { err } = await here('classify', 'export.csv', '--plans', 'plans.csv');
    expect(err).toContain('plans.csv: not read here; `termwise check` looks at behaviour plans.');
  });

  it('checks the duties of a policy, in each format', async () => {
    writeFileSync(
      join(folder, 'ours.yaml'),
      'name: ours\nduties:\n  - { id: OURS1, title: Parents told of bullying, check: follow_ups, when: [bullying], needs: [{ any: [response.parent_contact] }] }\n  - { id: OURS2, title: Restorative talk after racism, check: follow_ups, when: [prejudice.racist], needs: [{ any: [response.restorative] }] }\n',
    );
    const ours = ['check', 'export.csv', '--policy', 'ours.yaml'];
    const { out } = await here(...ours, '--json');
    const report = JSON.parse(out);
    expect(report.rows.map(({ duty, incident_id }: Record<string, string>) => [duty, incident_id])).toEqual([
      ['OURS1', '101'],
      ['OURS2', '103'],
    ]);
    expect(report.rows[1].status).toBe('not_evidenced');
    const text = (await here(...ours)).out;
    expect(text).toContain("Duties of the policy 'ours'");
    expect(text).toMatch(/OURS2 {3}103: .*\[not evidenced\]/);
    const csv = (await here(...ours, '--format', 'csv')).out;
    expect(csv.split('\r\n')[0]).toBe(
      '\uFEFFDuty,Policy,Title,Status,Incident,Pupils,Due,Done,Message,Assigned To',
    );
    expect((await here(...ours, '--fail-on', 'not_evidenced')).status).toBe(1);
    expect((await here(...ours, '--fail-on', 'not_met')).status).toBe(0);
  });
});

describe('termwise analyse --pseudonyms', () => {
  it('leaves no name anywhere', async () => {
    writeFileSync(join(folder, 'term.csv'), makeTermExport());
    const { out } = await here('analyse', 'term.csv', '--json', '--pseudonyms', '--quiet');
    expect(out).not.toMatch(/Okafor|Price|Khan|Dean|Ellis|Fox|Gale|Hart/);
    expect(JSON.parse(out).counts.incidents).toBeGreaterThan(100);
  });

  it('marks findings against an earlier analysis: all still there against itself', async () => {
    const first = await here('analyse', 'export.csv', '--json');
    writeFileSync(join(folder, 'earlier.json'), first.out);
    const again = JSON.parse(
      (await here('analyse', 'export.csv', '--previous', 'earlier.json', '--json')).out,
    );
    expect(again.over).toEqual([]);
    expect(again.findings.every(({ status }: { status: string }) => status === 'still')).toBe(true);
    writeFileSync(join(folder, 'shell.json'), `\uFEFF${first.out}`, 'utf16le');
    const shell = await here('analyse', 'export.csv', '--previous', 'shell.json', '--json');
    expect(JSON.parse(shell.out)).toEqual(again);
    const gone = JSON.parse(first.out);
    gone.findings = [pastFinding('Ada Gone')];
    writeFileSync(join(folder, 'gone.json'), JSON.stringify(gone));
    const { out } = await here('analyse', 'export.csv', '--previous', 'gone.json');
    const { out: csv } = await here('analyse', 'export.csv', '--previous', 'gone.json', '--format', 'csv');
    expect(csv).toContain('kind,subject,category,direction,from,to,tier,status,');
    expect(csv).toContain('pupil_trend,Ada Gone,,up,,,,over,');
    expect(out).toContain('Over: found in the earlier analysis, not in this one\n  - Ada Gone: told.');
  });

  it.each([
    ['none.json', null, 'there is no such file'],
    ['text.json', 'not { json', 'is not JSON'],
    ['null.json', 'null', 'is not an analysis'],
    ['other.json', '{"meta":{"schema":"termwise.return/1"},"findings":[]}', 'is not an analysis'],
    ['broken.json', '{"meta":{"schema":"termwise.analysis/1"},"findings":[1]}', 'is not an analysis'],
    ...[{ evidence: 7 }, { to: { a: 1 } }, { p: 'small' }, { interval: ['low', 1] }].map(
      (part, at): [string, string, string] => [
        `part-${at}.json`,
        JSON.stringify({
          meta: { schema: 'termwise.analysis/1' },
          findings: [{ ...pastFinding('Ada Gone'), ...part }],
        }),
        'is not an analysis',
      ],
    ),
    [
      'elsewhere.json',
      '{"meta":{"schema":"termwise.analysis/1","school":"Elsewhere"},"findings":[]}',
      'is an analysis of Elsewhere',
    ],
  ])('refuses %s as an earlier analysis in one line', async (file, content, why) => {
    if (content !== null) writeFileSync(join(folder, file), content);
    const { status, out, err } = await here('analyse', 'export.csv', '--previous', file, '--quiet');
    expect([status, out]).toEqual([2, '']);
    expect(err).toContain(`${file}: ${why}`);
  });

  it('compares codes with codes and names with names only', async () => {
    const { meta } = JSON.parse((await here('analyse', 'export.csv', '--json')).out);
    const write = (file: string, subject: string, more: object = { pseudonyms: true }): void =>
      writeFileSync(
        join(folder, file),
        JSON.stringify({ meta: { ...meta, ...more }, findings: [pastFinding(subject)] }),
      );
    write('named.json', 'Ada Gone');
    write('coded.json', 'Pupil-0123abcd');
    const named = await here('analyse', 'export.csv', '--pseudonyms', '--previous', 'named.json');
    expect([named.status, named.out]).toEqual([2, '']);
    expect(named.err).toContain('named.json: names pupils');
    expect(named.err).not.toContain('Ada Gone');
    const coded = await here('analyse', 'export.csv', '--previous', 'coded.json');
    expect(coded.err).toContain('coded.json: has codes in place of names');
    const both = await here('analyse', 'export.csv', '--pseudonyms', '--previous', 'coded.json', '--json');
    expect(JSON.parse(both.out).over).toHaveLength(1);
    write('unmarked.json', 'Pupil-0123abcd', {});
    const unmarked = await here('analyse', 'export.csv', '--pseudonyms', '--previous', 'unmarked.json');
    expect([unmarked.status, unmarked.out]).toEqual([2, '']);
    expect(unmarked.err).toContain('unmarked.json: was made without --pseudonyms');
    expect((await here('analyse', 'export.csv', '--previous', 'unmarked.json')).status).toBe(2);
  });

  it('prints with codes no name that stands anywhere in an earlier analysis', async () => {
    const first = await here('analyse', 'export.csv', '--json', '--pseudonyms');
    const earlier = JSON.parse(first.out);
    expect(earlier.meta.pseudonyms).toBe(true);
    const found = {
      ...pastFinding('Pupil-0123abcd'),
      category: 'Plan of Ada Okafor',
      sentence: 'Ben Price and Zoe Gone.',
      from: 'Zoe Gone',
      evidence: ['Zoe Gone'],
    };
    const place = { ...found, kind: 'hotspot', subject: 'Ben Price’s desk | Lunch | Monday' };
    const write = (file: string, ...findings: object[]): void =>
      writeFileSync(join(folder, file), JSON.stringify({ ...earlier, findings }));
    write('edited.json', found, place);
    for (const format of ['text', 'json', 'csv']) {
      const again = [
        'analyse',
        'export.csv',
        '--pseudonyms',
        '--previous',
        'edited.json',
        '--format',
        format,
      ];
      const { status, out } = await here(...again);
      expect(status).toBe(0);
      expect(out).not.toMatch(/Ada|Okafor|Ben|Price|Zoe|Gone/);
      expect(out).toContain('Pupil-0123abcd');
    }
    for (const subject of ['Pupil-0123abcd and Zoe Gone', 'Zoe Gone']) {
      write('half.json', { ...found, subject });
      const half = await here('analyse', 'export.csv', '--pseudonyms', '--previous', 'half.json', '--quiet');
      expect([half.status, half.out]).toEqual([2, '']);
      expect(half.err).toContain('half.json: names pupils');
      expect(half.err).not.toContain('Zoe');
    }
    write('same.json', ...earlier.findings);
    const same = await here('analyse', 'export.csv', '--pseudonyms', '--previous', 'same.json', '--json');
    expect(JSON.parse(same.out).over).toEqual([]);
  });

  it('shows all that is known of one pupil, and what cannot be told', async () => {
    const { status, out } = await here('analyse', 'export.csv', '--subject', 'ben price');
    expect(status).toBe(0);
    expect(out).toMatch(/^Ben Price \(pupil\): \d incidents?/);
    expect(out).toContain('Not enough to tell');
    expect(out).toContain('too few days to call a pattern');
    const { out: json } = await here('analyse', 'export.csv', '--subject', 'Ben Price', '--json');
    expect(JSON.parse(json)).toMatchObject({ subject: 'Ben Price', kind: 'pupil' });
  });

  it('of one subject, tells and fails on what is found of that subject alone', async () => {
    const { findings, ...rest } = JSON.parse((await here('analyse', 'export.csv', '--json')).out);
    expect(findings.map(({ subject }: { subject: string }) => subject)).toEqual(['Ben Price']);
    const past = { ...rest, findings: [pastFinding('Ada Okafor'), pastFinding('Ada Gone')] };
    writeFileSync(join(folder, 'past.json'), JSON.stringify(past));
    const ask = (name: string, ...more: string[]) =>
      here('analyse', 'export.csv', '--subject', name, '--fail-on', 'possible', ...more);
    expect((await ask('Ben Price')).status).toBe(1);
    expect((await ask('Ada Okafor')).status).toBe(0);
    for (const format of ['text', 'json', 'csv']) {
      const { out } = await ask('Ada Okafor', '--previous', 'past.json', '--format', format);
      expect(out).toContain('Ada Okafor: told.');
      expect(out).not.toContain('Ada Gone');
    }
  });

  it('takes the name as the export has it, and says whose it may have been', async () => {
    const { out } = await here('analyse', 'export.csv', '--quiet', '--subject', 'okafor, ada');
    expect(out).toMatch(/^Ada Okafor \(pupil\): /);
    const near = await here('analyse', 'export.csv', '--quiet', '--subject', 'Okafor, Adda');
    expect(near.err).toContain("is named 'Okafor, Adda' (did you mean 'Ada Okafor'?)");
    const rows = ['01/05/2016', '02/06/2017'].map(
      (born, at) => `${at},"Lee, Ann",${born},Year 4,4 Heron,0${at + 3}/11/2025,Disruption,Shouted.`,
    );
    const header = 'Incident ID,Student,DOB,Year Group,Class,Date,Category,Incident details';
    writeFileSync(join(folder, 'shared.csv'), `${[header, ...rows].join('\n')}\n`);
    const two = await here('analyse', 'shared.csv', '--quiet', '--subject', 'Ann Lee');
    expect(two.err).toMatch(
      /--subject: more than one pupil is named 'Ann Lee'\. Write one with its mark: Ann Lee \(.+\), Ann Lee \(/,
    );
    const roll = 'Pupil Name,Date of Birth,Academic Year,Class\nAnn Lee,03/07/2015,2025-26,5 Oak\n';
    writeFileSync(join(folder, 'third.csv'), roll);
    const third = await here(
      'analyse',
      'shared.csv',
      '--quiet',
      '--roll',
      'third.csv',
      '--subject',
      'Ann Lee',
    );
    expect([third.out, third.err]).toEqual(['', two.err]);
    const [, label = ''] = /mark: (.*?\)), /.exec(two.err) ?? [];
    const turned = label.replace('Ann Lee', 'Lee, Ann');
    expect((await here('analyse', 'shared.csv', '--quiet', '--subject', turned)).out).toContain(
      `${label} (pupil)`,
    );
  });

  it('refuses a subject that nobody is named, and codes with a subject', async () => {
    const nobody = await here('analyse', 'export.csv', '--subject', 'Nobody Known');
    expect([nobody.status, nobody.out]).toEqual([2, '']);
    expect(nobody.err).toContain("no pupil or class is named 'Nobody Known'");
    expect((await here('analyse', 'export.csv', '--subject', 'Ben Price', '--pseudonyms')).status).toBe(2);
  });
});

function pastFinding(subject: string) {
  return { kind: 'pupil_trend', subject, category: null, direction: 'up', sentence: `${subject}: told.` };
}
