import { EventEmitter } from 'node:events';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { Worker } from 'node:worker_threads';
import { beforeAll, describe, expect, it, vi } from 'vitest';
import { resolveConfig } from '../../src/cli/resolve-config.ts';
import { type SchoolPart, splitSchools } from '../../src/import/split-schools.ts';
import type { LabelSource } from '../../src/incident/trust-analysis.ts';
import type { LineOptions } from '../../src/pipeline.ts';
import type { CountedSchool } from '../../src/pipeline-schools/count-school.ts';
import { countSchools } from '../../src/pipeline-schools/count-schools.ts';
import { type SchoolSetup, serveSchools } from '../../src/pipeline-schools/serve-schools.ts';
import { type SchoolHelper, startSchoolWorkers } from '../../src/pipeline-schools/start-school-workers.ts';
import { buildCategoryMap } from '../../src/policy/category-map.ts';
import { makeFolder } from '../helpers/make-folder.ts';
import { ROOT } from '../helpers/run-built.ts';

const folder = makeFolder('count-schools');
const today = '2026-11-22';
const NAMES = ['Ash Hill', 'Beck Side', 'Copse Lane', 'Dale End', 'Elm Grove'];
/** As if they were of an export so large that help pays. */
const LARGE = 100_000_000;

function writeExport(name: string, rows: readonly (readonly string[])[]): string {
  const path = join(folder, name);
  const header = ['School', 'Incident ID', 'Student', 'Date', 'Category', 'Details'];
  writeFileSync(path, [header, ...rows].map((row) => `${row.join(',')}\r\n`).join(''));
  return path;
}

/** The first school has the most records. */
function makeRows(school: string, at: number): string[][] {
  return Array.from({ length: 12 - at }, (_, row) => [
    school,
    `${row}`,
    row % 2 === 0 ? `Ada ${school}` : `Ben ${school}`,
    `${String(3 + row).padStart(2, '0')}/11/2025`,
    row % 3 === 0 ? 'Fighting' : 'Disruption',
    row % 3 === 0 ? 'He punched Sam in the stomach.' : 'Kept calling out and would not stop.',
  ]);
}

let options: LineOptions;
let path = '';

async function split(bytes = LARGE): Promise<SchoolPart[]> {
  const { schools } = await splitSchools([path], { categoryMap: buildCategoryMap(), today });
  return schools.map(({ school, parts }) => ({
    school,
    parts: parts.map((part) => ({ ...part, examined: { ...part.examined, bytes } })),
  }));
}

function alone(labels: LabelSource): Promise<readonly CountedSchool[]> {
  return split().then((schools) => countSchools(options, schools, labels, () => []));
}

interface Trace {
  tasks: number[];
  terminated: number;
}

/** A helper in this thread; what it is given and gives is copied, as between threads. */
function makeHelper(
  setup: SchoolSetup,
  trace: Trace,
  answer: () => 'serve' | 'refuse' | 'break',
): SchoolHelper {
  const own = new EventEmitter();
  const asked = new EventEmitter();
  serveSchools(
    {
      postMessage: (reply) => void setImmediate(() => own.emit('message', structuredClone(reply))),
      on: (_, hear) => void asked.on('message', hear),
    },
    structuredClone(setup),
  );
  return {
    postMessage: (task) => {
      trace.tasks.push(task.at);
      const what = answer();
      if (what === 'serve') asked.emit('message', structuredClone(task));
      else if (what === 'refuse') setImmediate(() => own.emit('message', { at: task.at, counted: null }));
      else setImmediate(() => own.emit('error', new Error('out of memory')));
    },
    on: (event: string, hear: (value: never) => void) => own.on(event, hear as (value: unknown) => void),
    terminate: () => {
      trace.terminated++;
    },
  };
}

beforeAll(async () => {
  path = writeExport('trust.csv', NAMES.flatMap(makeRows));
  options = {
    files: [path],
    config: await resolveConfig({}, folder),
    today,
    import: { onProgress: vi.fn() },
  };
});

describe('countSchools', () => {
  it.each([
    [1, 'recorded'],
    [3, 'recorded'],
    [1, 'words'],
  ] as const)('gives with %i helpers by %s what one thread gives, in order', async (count, labels) => {
    const trace: Trace = { tasks: [], terminated: 0 };
    const schools = await split();
    const counted = await countSchools(options, schools, labels, (setup) =>
      Array.from({ length: count }, () => makeHelper(setup, trace, () => 'serve')),
    );
    expect(counted).toEqual(await alone(labels));
    expect(counted.map(({ made }) => made?.school)).toEqual(NAMES);
    expect(counted.map(({ parts }) => parts.map(({ data_records }) => data_records))).toEqual(
      NAMES.map((_, at) => [12 - at]),
    );
    // The largest are given out first, and the list is let go.
    expect(trace.tasks[0]).toBe(0);
    expect(trace.terminated).toBe(count);
    expect(schools).toEqual([]);
  });

  it.each(['refuse', 'break'] as const)('counts itself what helpers %s', async (what) => {
    const trace: Trace = { tasks: [], terminated: 0 };
    const counted = await countSchools(options, await split(), 'recorded', (setup) => [
      makeHelper(setup, trace, () => what),
    ]);
    expect(trace.tasks.length).toBeGreaterThan(1);
    expect(counted).toEqual(await alone('recorded'));
  });

  it.each(['fails and then answers', 'ends without a word'])(
    'loses no school with a helper that %s',
    async (how) => {
      const own = new EventEmitter();
      const given: number[] = [];
      const helper: SchoolHelper = {
        postMessage: ({ at }) => {
          given.push(at);
          if (given.length > 1) return;
          setImmediate(() => {
            if (how.startsWith('ends')) own.emit('exit');
            else {
              own.emit('error', new Error('out of memory'));
              own.emit('message', { at, counted: null });
            }
          });
        },
        on: (event: string, hear: (value: never) => void) => own.on(event, hear as (value: unknown) => void),
        terminate: () => undefined,
      };
      expect(await countSchools(options, await split(), 'recorded', () => [helper])).toEqual(
        await alone('recorded'),
      );
      expect(given.length).toBeLessThanOrEqual(2);
    },
  );

  it('gives each helper a school before any has two, and keeps one', async () => {
    const order: string[] = [];
    const trace: Trace = { tasks: [], terminated: 0 };
    await countSchools(options, await split(), 'recorded', (setup, most) => {
      expect(most).toBe(4);
      return ['one', 'two'].map((name) => {
        const helper = makeHelper(setup, trace, () => 'serve');
        const postMessage: SchoolHelper['postMessage'] = (task) => {
          order.push(`${name} ${task.at}`);
          helper.postMessage(task);
        };
        return { ...helper, postMessage };
      });
    });
    expect(order.slice(0, 4)).toEqual(['one 0', 'two 1', 'one 3', 'two 4']);
  });

  it('sends helpers home when the words of the school are at fault', async () => {
    const words = join(folder, 'words.yaml');
    writeFileSync(words, 'rules: 7\n');
    const { config } = options;
    const wrong = { ...options, config: { ...config, files: { ...config.files, words } } };
    const trace: Trace = { tasks: [], terminated: 0 };
    const counting = countSchools(wrong, await split(), 'words', () => [
      makeHelper({ options: { ...options, import: {} }, labels: 'words' }, trace, () => 'serve'),
    ]);
    await expect(counting).rejects.toThrow('words.yaml');
    expect(trace.terminated).toBe(1);
  });

  it('says what is wrong as if it had been alone', async () => {
    const { config } = options;
    const terms = join(folder, 'no-terms.csv');
    const wrong = { ...options, config: { ...config, files: { ...config.files, terms } } };
    const trace: Trace = { tasks: [], terminated: 0 };
    const counting = countSchools(wrong, await split(), 'recorded', (setup) => [
      makeHelper(setup, trace, () => 'serve'),
    ]);
    await expect(counting).rejects.toThrow('no-terms.csv');
    expect(trace.terminated).toBe(1);
  });

  it('asks nobody for a small export or a single school', async () => {
    const start = vi.fn(() => []);
    await countSchools(options, await split(1000), 'recorded', start);
    await countSchools(options, (await split()).slice(0, 1), 'recorded', start);
    expect(start).not.toHaveBeenCalled();
  });
});

describe('the built thread', () => {
  it('counts the same', async () => {
    const counted = await countSchools(options, await split(), 'words', (setup) => [
      new Worker(join(ROOT, 'dist/school-worker.js'), { workerData: setup }),
    ]);
    expect(counted).toEqual(await alone('words'));
  });
});

describe('startSchoolWorkers', () => {
  it('starts nobody from the sources', () => {
    expect(startSchoolWorkers({ options, labels: 'recorded' }, 4)).toEqual([]);
  });
  it('gives each thread what it needs', async () => {
    const echo = `import { parentPort, workerData } from 'node:worker_threads';
      parentPort.postMessage(workerData.labels);`;
    const place = globalThis as { TERMWISE_SCHOOL_WORKER?: string };
    place.TERMWISE_SCHOOL_WORKER = `data:text/javascript,${encodeURIComponent(echo)}`;
    const setup = { options: { ...options, import: {} }, labels: 'recorded' } as const;
    const workers = startSchoolWorkers(setup, 4);
    expect(startSchoolWorkers(setup, 0)).toEqual([]);
    expect(startSchoolWorkers({ ...setup, labels: 'words' }, 0)).toEqual([]);
    delete place.TERMWISE_SCHOOL_WORKER;
    for (const worker of workers) {
      expect(await new Promise((resolve) => worker.on('message', resolve))).toBe('recorded');
      await worker.terminate();
    }
  });
});
