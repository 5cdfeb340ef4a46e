import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { REPORT_KINDS } from '../../src/report/registry.ts';
import { makeFolder } from '../helpers/make-folder.ts';
import { ROOT } from '../helpers/run-built.ts';
import { makeTermExport, prepareFolder } from './small-export.ts';

const folder = makeFolder('report');
const here = prepareFolder(folder, makeTermExport());
const isPdf = (name: string) => readFileSync(join(folder, name)).subarray(0, 5).toString() === '%PDF-';

describe('termwise report', () => {
  it('needs no settings at all', async () => {
    const { status, out, err } = await here('report', 'governors', 'export.csv', '--out', 'governors.pdf');
    expect([status, out]).toEqual([0, '']);
    expect(isPdf('governors.pdf')).toBe(true);
    expect(err).toContain('Assumed: ');
    expect(err).toContain('Wrote governors.pdf');
  });

  it('goes to reports/KIND.pdf when nothing is said', async () => {
    const { status, err } = await here('report', 'pastoral', 'export.csv', '--quiet');
    expect([status, err]).toEqual([0, '']);
    expect(isPdf('reports/pastoral.pdf')).toBe(true);
  });

  it('prints other formats to the terminal, or to the file whose ending says which', async () => {
    const json = await here('report', 'governors', 'export.csv', '--json', '--quiet');
    expect(JSON.parse(json.out).kind).toBe('governors');
    const text = await here('report', 'governors', 'export.csv', '--format', 'text', '--quiet');
    expect(text.out).not.toContain('Ada');
    await here(
      'report',
      'governors',
      'export.csv',
      '--out',
      'governors.txt',
      '--quiet',
      '--rejects',
      'rejected.csv',
    );
    expect(readFileSync(join(folder, 'governors.txt'), 'utf8')).toBe(text.out);
    expect(existsSync(join(folder, 'rejected.csv'))).toBe(true);
    await here(
      'report',
      'governors',
      'export.csv',
      '--format',
      'csv',
      '--quiet',
      '--rejects',
      'rejected-too.csv',
    );
    expect(existsSync(join(folder, 'rejected-too.csv'))).toBe(true);
  });

  it('prints a log by name, or its counts for governors', async () => {
    const log = await here('report', 'racist-log', 'export.csv', '--format', 'text', '--quiet');
    expect([log.status, log.out.includes('Restricted')]).toEqual([0, true]);
    const counts = [
      'report',
      'racist-log',
      'export.csv',
      '--format',
      'text',
      '--quiet',
      '--edition',
      'governors',
    ];
    expect((await here(...counts)).out).toContain('Racist incidents: counts for governors');
    expect((await here('report', 'exclusions', 'export.csv', '--format', 'text', '--quiet')).out).toContain(
      'counts for governors',
    );
    const cases = await here(
      'report',
      'exclusions',
      'export.csv',
      '--format',
      'text',
      '--quiet',
      '--restricted',
    );
    expect(cases.out).toContain('Suspensions and exclusions: the cases');
    const both = await here(...counts, '--restricted');
    expect([both.status, both.err]).toEqual([2, expect.stringContaining('expected one of the two')]);
    const pastoral = ['report', 'pastoral', 'export.csv', '--edition', 'governors', '--format', 'text'];
    expect((await here(...pastoral, '--quiet')).out).toContain('Pastoral work: counts for governors');
    const named = await here(
      'report',
      'governors',
      'export.csv',
      '--restricted',
      '--format',
      'text',
      '--quiet',
    );
    expect(named.out).toContain('The names behind the numbers');
    const one = await here('report', 'class', 'export.csv', '--edition', 'governors', '--class', '3 Oak');
    expect([one.status, one.err]).toEqual([2, expect.stringContaining('could point at a pupil')]);
  });

  it('takes one class or pupil only where that is what is reported', async () => {
    const wrong = await here('report', 'pastoral', 'export.csv', '--class', '3 Oak');
    expect([wrong.status, wrong.err]).toEqual([
      2,
      expect.stringContaining('only for `termwise report class`'),
    ]);
    const nobody = await here('report', 'pupil', 'export.csv', '--pupil', 'Nobody At All');
    expect([nobody.status, nobody.err]).toEqual([2, expect.stringContaining('no pupil of that name')]);
  });

  it('puts several formats in a folder', async () => {
    const { status } = await here(
      'report',
      'governors',
      'export.csv',
      '--format',
      'pdf,html,csv,json,text',
      '--out',
      'pack',
    );
    expect(status).toBe(0);
    expect(
      ['pdf', 'html', 'csv', 'json', 'txt'].map((ending) =>
        existsSync(join(folder, `pack/governors.${ending}`)),
      ),
    ).toEqual([true, true, true, true, true]);
    const wrong = await here('report', 'governors', 'export.csv', '--format', 'pdf,csv', '--out', 'pack.pdf');
    expect(wrong.status).toBe(2);
    expect(wrong.err).toContain('--out pack.pdf: expected a folder');
    expect((await here('report', 'governors', 'export.csv', '--format', 'pdf,docx')).err).toContain(
      'Expected one or more of pdf, html, csv, json, text.',
    );
  });
});

describe('termwise report of several kinds', () => {
  it('prints them into a folder from one analysis, each once', async () => {
    const { status } = await here(
      'report',
      'governors,pastoral',
      'export.csv',
      '--format',
      'text',
      '--out',
      'two',
    );
    expect(status).toBe(0);
    expect(readdirSync(join(folder, 'two')).sort()).toEqual(['governors.txt', 'pastoral.txt']);
    const alone = await here('report', 'pastoral', 'export.csv', '--format', 'text', '--quiet');
    expect(readFileSync(join(folder, 'two/pastoral.txt'), 'utf8')).toBe(alone.out);
  });

  it('prints all there are, or all that have the edition asked for', async () => {
    await here('report', 'all', 'export.csv', '--format', 'csv', '--out', 'all');
    const kinds = Object.entries(REPORT_KINDS).filter(([, kind]) => kind.governor ?? kind.restricted);
    const names = (list: typeof kinds): string[] => list.map(([kind]) => `${kind}.csv`).sort();
    expect(readdirSync(join(folder, 'all')).sort()).toEqual(names(kinds));
    await here('report', 'all', 'export.csv', '--format', 'csv', '--out', 'open', '--edition', 'governors');
    expect(readdirSync(join(folder, 'open')).sort()).toEqual(
      names(kinds.filter(([, kind]) => kind.governor)),
    );
  });

  it('refuses a kind there is not, a file for several, and one pupil for many kinds', async () => {
    const wrong = await here('report', 'governors,league-table', 'export.csv');
    expect([wrong.status, wrong.err]).toEqual([
      2,
      expect.stringContaining('Expected one or more of governors'),
    ]);
    const file = await here('report', 'governors,pastoral', 'export.csv', '--out', 'x.pdf');
    expect([file.status, file.err]).toEqual([2, expect.stringContaining('since there are several reports')]);
    const one = await here('report', 'class,pupil', 'export.csv', '--class', '4 Heron');
    expect([one.status, one.err]).toEqual([2, expect.stringContaining('only for `termwise report class`')]);
  });
});

describe('termwise report --charts', () => {
  it('writes every chart beside the report, with a list of them', async () => {
    const { status, out } = await here('report', 'governors', 'export.csv', '--json', '--charts', 'slides');
    expect(status).toBe(0);
    const figures = JSON.parse(out).sections.flatMap(({ blocks }: { blocks: { type: string }[] }) =>
      blocks.filter(({ type }) => type === 'figure'),
    );
    const files = readdirSync(join(folder, 'slides'));
    expect(figures.length).toBeGreaterThan(1);
    expect(files.filter((name) => name.endsWith('.png'))).toHaveLength(figures.length);
    expect(readFileSync(join(folder, 'slides/governors-figures.txt'), 'utf8')).toContain(figures[0].alt);
  });

  it('writes nothing at all when one of the files cannot be written', async () => {
    writeFileSync(join(folder, 'in-the-way'), '');
    const { status, err } = await here(
      'report',
      'governors',
      'export.csv',
      '--out',
      'whole/g.pdf',
      '--charts',
      'in-the-way/slides',
      '--quiet',
    );
    expect([status, err]).toEqual([2, expect.stringContaining('in-the-way')]);
    expect(existsSync(join(folder, 'whole'))).toBe(false);
  });
});

describe('termwise report --large-print', () => {
  it('sets the pages larger, so that there are more of them', async () => {
    const pagesOf = (name: string): number =>
      readFileSync(join(folder, name), 'latin1').split('/Type /Page\n').length;
    await here('report', 'governors', 'export.csv', '--out', 'usual.pdf', '--quiet');
    await here('report', 'governors', 'export.csv', '--out', 'large.pdf', '--large-print', '--quiet');
    expect(pagesOf('large.pdf')).toBeGreaterThan(pagesOf('usual.pdf'));
  });
});

describe('termwise demo', () => {
  it('writes what it says, and says what to look at first', async () => {
    const { status, out, err } = await here('demo', '--out', 'tried');
    expect([status, err]).toEqual([0, '']);
    expect(isPdf('tried/demo/governors.pdf')).toBe(true);
    expect(isPdf('tried/demo/pastoral.pdf')).toBe(true);
    const analysis = JSON.parse(readFileSync(join(folder, 'tried/demo/analysis.json'), 'utf8'));
    expect(analysis.meta.school).toBe('Fernhill Primary School');
    expect(out).toContain('Look at first');
    expect(out).toContain('tried/demo/governors.pdf');
    expect(out).toContain(`The sample is in ${join(ROOT, 'fixtures/schools/fernhill-primary')}`);
  }, 300_000);
});

describe('names in cells of the export', () => {
  it('reach no governor edition of any kind, in any format or chart', async () => {
    writeFileSync(join(folder, 'named.csv'), makeNamedExport());
    writeFileSync(
      join(folder, 'named-terms.csv'),
      'Academic Year,Term,Half Term,Start,End,INSET Days\n2025-26,Autumn Ava Holt,Autumn 1,01/09/2025,19/12/2025,\n',
    );
    const { status } = await here(
      'report',
      'all',
      'named.csv',
      '--terms',
      'named-terms.csv',
      '--edition',
      'governors',
      '--format',
      'html,csv,json,text',
      '--charts',
      'nameless',
      '--out',
      'nameless',
    );
    expect(status).toBe(0);
    const files = readdirSync(join(folder, 'nameless')).filter((name) => /\.(html|csv|json|txt)$/.test(name));
    const kinds = Object.keys(REPORT_KINDS).filter((kind) => REPORT_KINDS[kind]?.governor);
    for (const kind of kinds) expect(files).toContain(`${kind}.json`);
    const read = (name: string): string => readFileSync(join(folder, 'nameless', name), 'utf8');
    for (const name of files)
      expect([name, /.*(?:Ava|Holt|Hughes|Hope S|9998887).*/.exec(read(name))]).toEqual([name, null]);
    expect(read('positives.csv')).toContain('Other');
  });
});

/** Ten pupils in each of two year groups that name people, as do their classes, places and categories. */
function makeNamedExport(): string {
  const kinds = [
    ['Positive > Ava Holt award', 'Helped a new pupil.', ''],
    ['Racist incident > Ava Holt', 'Used a racist word to another pupil.', 'Mum told.'],
    ['Fighting (Mr Hughes)', 'Hit another child and was held for 4 minutes by staff.', 'Parents told.'],
    ['Bullying > Ava Holt', 'Bullied another pupil every day.', 'Suspended for 2 days (PP).'],
    ['Mr Hughes call-out', 'Brought a knife to school and hit a teacher.', 'Suspended for 1 day (OW).'],
  ];
  const places = ['Ava Holt’s den', 'Z999888777666', 'Hope S'];
  const rows = Array.from({ length: 20 }, (_, at) => {
    const name =
      at === 0 ? 'Holt, Ava' : at === 1 ? 'Sarwar, Hope' : `Pupil${String.fromCharCode(97 + at)}, Sam`;
    const year = at % 2 === 0 ? 'Ava Holt Year 6' : 'Mr Hughes Nurture';
    return kinds.map(([category, words, action], kind) => {
      const day = String(3 + ((at + kind) % 5)).padStart(2, '0');
      const id = 100 * (kind + 1) + at;
      return `${id},"${name}",${year},6 Mr Hughes,${day}/11/2025 10:15,${places[at % 3]},${category},${words},${action}`;
    });
  });
  return `Incident ID,Student,Year Group,Class,Date/Time of incident,Location,Categories,Incident details,Actions\n${rows.flat().join('\n')}\n`;
}
