import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeAll, describe, expect, it } from 'vitest';
import { resolveConfig } from '../src/cli/resolve-config.ts';
import { isBehaviourIncident } from '../src/incident/labelled-incident.ts';
import { openSideFiles } from '../src/open-side-files.ts';
import {
  type LineResult,
  runAnalysis,
  runClassificationAsked,
  runDuties,
  runReturn,
} from '../src/pipeline.ts';
import { makeFolder } from './helpers/make-folder.ts';
import { ROOT } from './helpers/run-built.ts';

const folder = join(ROOT, 'fixtures/schools/fernhill-primary');
const EXPORT = join(folder, 'export.csv');
const scratch = makeFolder('pipeline');
let line: LineResult;

async function analyse(files: readonly string[], rest: { term?: string } = {}): Promise<LineResult> {
  const config = await resolveConfig({ config: join(folder, 'termwise.yaml') }, folder);
  return runAnalysis({ files, config, today: '2026-11-22', ...rest });
}

beforeAll(async () => {
  line = await analyse([EXPORT]);
});

describe('numbers can be traced to rows', () => {
  it('accounts for every row read', () => {
    const { problems } = line.analysis;
    expect(problems.data_records).toBe(problems.accepted_rows + problems.rejected_rows);
    expect(problems.accepted_rows).toBe(
      problems.distinct_incidents + problems.exact_duplicate + problems.linked_pupil + problems.superseded,
    );
    expect(line.imported.incidents).toHaveLength(problems.distinct_incidents);
  });

  it('counts the incidents of the period one by one', () => {
    const { from, to } = line.analysis.meta.period;
    const within = line.labelled.filter(
      ({ incident }) => isBehaviourIncident(incident) && incident.date >= from && incident.date <= to,
    );
    expect(line.analysis.counts.incidents).toBe(within.length);
    expect(line.analysis.counts.involvements).toBe(
      within.reduce((sum, { incident }) => sum + incident.involvements.length, 0),
    );
    for (const code of ['bullying', 'prejudice.racist', 'staff.physical', 'exclusion.suspension']) {
      expect(line.analysis.counts.labels[code], code).toBe(
        within.filter(({ codes }) => codes.has(code)).length,
      );
    }
  });

  it('names only incidents that exist as evidence', () => {
    const ids = new Set(line.imported.incidents.map(({ id }) => id));
    const cited = line.analysis.findings.flatMap(({ evidence }) => evidence);
    expect(cited.length).toBeGreaterThan(0);
    expect(cited.filter((id) => !ids.has(id))).toEqual([]);
  });
});

describe('what is in the file decides, not how it lies there', () => {
  it('shuffled rows and a file cut in two give the same analysis', async () => {
    const text = readFileSync(EXPORT, 'utf8').replace(/^\uFEFF/, '');
    const rows = splitRecords(text);
    const [header = '', ...records] = rows;
    const mixed = records
      .map((record, index) => ({ record, place: (index * 7919) % records.length }))
      .sort((a, b) => a.place - b.place)
      .map(({ record }) => record);
    const first = join(scratch, 'first.csv');
    const second = join(scratch, 'second.csv');
    const half = Math.floor(mixed.length / 2);
    writeFileSync(first, [header, ...mixed.slice(0, half)].join('\r\n'));
    writeFileSync(second, [header, ...mixed.slice(half)].join('\r\n'));
    const other = await analyse([first, second]);
    const strip = ({ analysis: { meta: _, problems: __, ...rest } }: LineResult) => rest;
    expect(other.analysis.counts).toEqual(line.analysis.counts);
    expect(other.analysis.findings.map(({ sentence }) => sentence)).toEqual(
      line.analysis.findings.map(({ sentence }) => sentence),
    );
    expect(strip(other)).toEqual(strip(line));
  });
});

describe('the period asked for', () => {
  it('takes a term by name, and refuses one that there is not, naming those there are', async () => {
    const spring = await analyse([EXPORT], { term: '2025-26 Spring' });
    expect(spring.analysis.meta.period.name).toBe('2025-26 Spring');
    await expect(analyse([EXPORT], { term: '2031-32 Spring' })).rejects.toThrow(/2031-32 Spring/);
  });
});

describe('duties', () => {
  it('gives a row for every duty and incident that it applies to', async () => {
    const config = await resolveConfig({ config: join(folder, 'termwise.yaml') }, folder);
    const { report } = await runDuties({ files: [EXPORT], config, today: '2026-11-22' });
    expect(report.summary).toHaveLength(config.profile.duties.length);
    for (const duty of report.summary) {
      const rows = report.rows.filter((row) => row.duty === duty.duty);
      expect(duty.met + duty.not_met + duty.not_evidenced).toBe(duty.cases);
      expect(rows.filter(({ status }) => status === 'met')).toHaveLength(duty.met);
    }
  });

  it('are checked by the terms that the policy states where no terms.csv is given', async () => {
    const path = join(scratch, 'positives.csv');
    const rows = ['08/09/2025,Ada Penn', '09/09/2025,Ada Penn', '10/11/2025,Bo Ray'];
    writeFileSync(
      path,
      `Incident ID,Incident Date,Student,Category,Narrative\n${rows
        .map((row, index) => `${index + 1},${row},Positive,Helped a friend.`)
        .join('\n')}\n`,
    );
    const config = await resolveConfig({ policy: 'infiniti' }, scratch);
    const { report, assumptions } = await runDuties({ files: [path], config, today: '2025-12-01' });
    const top = report.rows.filter(({ duty }) => duty === 'INF8');
    expect(top.map(({ pupils, message }) => [pupils, message.split('.')[0]])).toEqual([
      [['Ada Penn'], '2025-26 Term 1: 2 positive entries, place 1'],
      [['Bo Ray'], '2025-26 Term 2: 1 positive entries, place 1'],
    ]);
    expect(assumptions.join(' ')).toContain('six terms');
  });
});

/** Records of a CSV text, quoted line breaks kept together. */
function splitRecords(text: string): string[] {
  const records: string[] = [];
  let start = 0;
  let quoted = false;
  for (let i = 0; i <= text.length; i += 1) {
    if (text[i] === '"') quoted = !quoted;
    if (i < text.length && (quoted || text[i] !== '\n')) continue;
    const record = text.slice(start, i).replace(/\r$/, '');
    if (record !== '') records.push(record);
    start = i + 1;
  }
  return records;
}

describe('a run does once what it needs once', () => {
  it('looks for no finding in a return, which has none, and takes side files that are open', async () => {
    const config = await resolveConfig({ config: join(folder, 'termwise.yaml') }, folder);
    const side = openSideFiles(config.files);
    expect(side.roll()).toBe(side.roll());
    const { analysis, made, roll } = await runReturn({ files: [EXPORT], config, today: '2026-11-22', side });
    expect([analysis.findings, analysis.detectors]).toEqual([[], []]);
    expect(made.counts).toEqual(line.analysis.counts);
    // Nothing is compared, and what is told of the roll stays.
    expect([analysis.headline, analysis.other_terms, analysis.groups]).toEqual([[], {}, []]);
    expect(analysis.quality).toEqual(line.analysis.quality);
    expect(made.quality.pupils_not_on_roll).not.toBeNull();
    expect(roll).toBe(await side.roll());
  });
});

describe('labels of the days asked for', () => {
  it('are all there are, unless a term or days are named', async () => {
    const config = await resolveConfig({ config: join(folder, 'termwise.yaml') }, folder);
    const common = { files: [EXPORT], config, today: '2026-11-22' };
    const all = await runClassificationAsked(common);
    const { name, from, to } = line.analysis.meta.period;
    const term = await runClassificationAsked({ ...common, term: name });
    const ids = (some: LineResult['labelled']): readonly string[] => some.map(({ incident }) => incident.id);
    expect(all.labelled).toHaveLength(all.imported.incidents.length);
    expect(term.labelled.length).toBeLessThan(all.labelled.length);
    expect(ids(term.labelled)).toEqual(
      ids(all.labelled.filter(({ incident: { date } }) => date >= from && date <= to)),
    );
  });
});
