import { EventEmitter } from 'node:events';
import { join } from 'node:path';
import { Worker } from 'node:worker_threads';
import { beforeAll, describe, expect, it } from 'vitest';
import { buildClassifier } from '../../src/classify/build-classifier.ts';
import { openCrew } from '../../src/classify/open-crew.ts';
import { type ClassificationTask, serveClassification } from '../../src/classify/serve-classification.ts';
import { type Helper, startWorkers } from '../../src/classify/start-workers.ts';
import { importExports } from '../../src/import/import-exports.ts';
import type { Classification } from '../../src/incident/classification.ts';
import type { Incident, Pupil } from '../../src/incident/incident.ts';
import { buildCategoryMap, type CategoryOverride } from '../../src/policy/category-map.ts';
import { ROOT } from '../helpers/run-built.ts';
import { makeIncident } from './read-labelled.ts';

const categoryMap = buildCategoryMap();
const LARGE = 10_000_000;
let incidents: readonly Incident[] = [];
let pupils: ReadonlyMap<string, Pupil> = new Map();
let alone: Classification[] = [];

beforeAll(async () => {
  const imported = await importExports([join(ROOT, 'fixtures/schools/fernhill-primary/export.csv')], {
    categoryMap,
    today: '2026-11-22',
  });
  pupils = imported.pupils;
  // Enough for several parts, of which the last is not full.
  incidents = imported.incidents.slice(0, 1100);
  const { classify } = buildClassifier({ categoryMap });
  alone = incidents.map((incident) => classify(incident, pupils));
});

interface Trace {
  tasks: number;
  terminated: number;
  referenced: number;
}

/** A helper in this thread; messages arrive in a later turn, as they do from another. */
function makeHelper(trace: Trace, answer: (tasks: number) => 'serve' | 'fail' | 'fail but serve'): Helper {
  const own = new EventEmitter();
  const asked = new EventEmitter();
  const early: ClassificationTask[] = [];
  setImmediate(() => {
    serveClassification({
      postMessage: (reply) => void setImmediate(() => own.emit('message', structuredClone(reply))),
      on: (_, hear) => void asked.on('message', hear),
    });
    for (const task of early) asked.emit('message', task);
  });
  return {
    postMessage: (task: ClassificationTask) => {
      if ('setup' in task) {
        early.push(structuredClone(task));
        return;
      }
      trace.tasks++;
      const what = answer(trace.tasks);
      if (what !== 'serve') setImmediate(() => own.emit('error', new Error('out of memory')));
      if (what !== 'fail') setImmediate(() => asked.emit('message', structuredClone(task)));
    },
    on: (event: string, hear: (value: never) => void) => own.on(event, hear as (value: unknown) => void),
    ref: () => {
      trace.referenced++;
    },
    unref: () => undefined,
    terminate: () => {
      trace.terminated++;
    },
  };
}

async function readyCrew(
  trace: Trace,
  answer: Parameters<typeof makeHelper>[1],
  count = 1,
  overrides: readonly CategoryOverride[] = [],
) {
  const crew = openCrew({
    categoryMap: buildCategoryMap(overrides),
    overrides,
    start: () => Array.from({ length: count }, () => makeHelper(trace, answer)),
  });
  crew.expect(LARGE);
  crew.expect(LARGE);
  for (let turn = 0; turn < 5; turn++) await new Promise((resolve) => setImmediate(resolve));
  return crew;
}

describe('openCrew', () => {
  it.each([1, 3])('gives with %i helpers what one classifier gives', async (count) => {
    const trace: Trace = { tasks: 0, terminated: 0, referenced: 0 };
    const crew = await readyCrew(trace, () => 'serve', count);
    expect(await crew.classifyAll(incidents, pupils)).toEqual(alone);
    crew.close();
    expect(trace).toEqual({ tasks: 9, terminated: count, referenced: count });
  });
  it('takes part beside a helper where much waits, with the same result', async () => {
    const few = incidents.slice(0, 256);
    const many = Array.from({ length: 48 }, () => few).flat();
    const trace: Trace = { tasks: 0, terminated: 0, referenced: 0 };
    const crew = await readyCrew(trace, () => 'serve');
    expect(await crew.classifyAll(many, pupils)).toEqual(
      Array.from({ length: 48 }, () => alone.slice(0, 256)).flat(),
    );
    crew.close();
    expect(trace.tasks).toBeGreaterThan(0);
    expect(trace.tasks).toBeLessThan(96);
  });

  it('reads everything itself when helpers are late, and shares once they are there', async () => {
    const trace: Trace = { tasks: 0, terminated: 0, referenced: 0 };
    const crew = openCrew({ categoryMap, overrides: [], start: () => [makeHelper(trace, () => 'serve')] });
    crew.expect(LARGE);
    expect(await crew.classifyAll(incidents, pupils)).toEqual(alone);
    expect(trace.tasks).toBeLessThan(9);
    crew.close();
  });
  it('takes helpers that were started before it, and starts no others', async () => {
    const trace: Trace = { tasks: 0, terminated: 0, referenced: 0 };
    const crew = openCrew({
      categoryMap,
      overrides: [],
      helpers: [makeHelper(trace, () => 'serve')],
      start: () => {
        throw new Error('one is there');
      },
    });
    crew.expect(LARGE);
    for (let turn = 0; turn < 5; turn++) await new Promise((resolve) => setImmediate(resolve));
    expect(await crew.classifyAll(incidents, pupils)).toEqual(alone);
    expect(trace).toEqual({ tasks: 9, terminated: 0, referenced: 1 });
    crew.close();
  });
  it('asks nobody for a small export', async () => {
    const crew = openCrew({
      categoryMap,
      overrides: [],
      start: () => {
        throw new Error('nobody is needed');
      },
    });
    crew.expect(1000);
    expect(await crew.classifyAll(incidents.slice(0, 3), pupils)).toEqual(alone.slice(0, 3));
    expect(await crew.classifyAll([], pupils)).toEqual([]);
  });
  it('reads again what a helper that failed was given', async () => {
    const trace: Trace = { tasks: 0, terminated: 0, referenced: 0 };
    const crew = await readyCrew(trace, (tasks) => (tasks < 3 ? 'serve' : 'fail'));
    expect(await crew.classifyAll(incidents, pupils)).toEqual(alone);
    crew.close();
  });
  it('takes a part once that a helper which failed gives all the same', async () => {
    const trace: Trace = { tasks: 0, terminated: 0, referenced: 0 };
    const crew = await readyCrew(trace, (tasks) => (tasks < 2 ? 'serve' : 'fail but serve'));
    expect(await crew.classifyAll(incidents, pupils)).toEqual(alone);
    crew.close();
  });
  it.each([0, 1, 3])('ends with %i helpers where the last records repeat those before', async (count) => {
    const all = [
      ...incidents.slice(0, 129),
      ...Array.from({ length: 500 }, () => incidents.slice(0, 3)).flat(),
    ];
    const { classify } = buildClassifier({ categoryMap });
    const trace: Trace = { tasks: 0, terminated: 0, referenced: 0 };
    const crew = await readyCrew(trace, (tasks) => (tasks === 2 ? 'fail' : 'serve'), count);
    expect(await crew.classifyAll(all, pupils)).toEqual(all.map((incident) => classify(incident, pupils)));
    crew.close();
  });
  it('fails as it would alone when a record cannot be read', async () => {
    const broken = { ...makeIncident('x', '', 'He hit Sam.', ''), narrative: null as unknown as string };
    const all = [...incidents.slice(0, 300), broken];
    const { classify } = buildClassifier({ categoryMap });
    let said = '';
    try {
      classify(broken, pupils);
    } catch (error) {
      said = String(error);
    }
    expect(said).not.toBe('');
    const crew = await readyCrew({ tasks: 0, terminated: 0, referenced: 0 }, () => 'fail');
    await expect(crew.classifyAll(all, pupils)).rejects.toThrow(said.replace(/^\w+: /, ''));
  });
});

describe('the built helping thread', () => {
  it('gives the same labels from another thread', async () => {
    const crew = openCrew({
      categoryMap,
      overrides: [],
      start: () => [new Worker(join(ROOT, 'dist/classify-worker.js'))],
    });
    crew.expect(LARGE);
    expect(await crew.classifyAll(incidents, pupils)).toEqual(alone);
    crew.close();
  });
});

describe('startWorkers', () => {
  it('starts nobody from the sources', () => {
    expect(startWorkers()).toEqual([]);
  });
  it('starts threads that are told what the category map was built with', async () => {
    const echo = `import { parentPort } from 'node:worker_threads';
      parentPort.on('message', (told) => parentPort.postMessage(told));`;
    const place = globalThis as { TERMWISE_WORKER?: string };
    place.TERMWISE_WORKER = `data:text/javascript,${encodeURIComponent(echo)}`;
    const workers = startWorkers();
    delete place.TERMWISE_WORKER;
    const overrides = [{ category: 'Low level', code: 'disruption', note: '' }];
    const words = { aliases: { detenshun: 'detention' } };
    const crew = openCrew({ categoryMap, overrides, words, helpers: workers });
    for (const worker of workers) {
      worker.ref();
      expect(await new Promise((resolve) => worker.on('message', resolve))).toEqual({
        setup: { overrides, words },
      });
    }
    crew.close();
  });
});

describe('a school that has its own categories', () => {
  it('has them from a helper too', async () => {
    const overrides = [{ category: 'Zebra', code: 'bullying.verbal', note: '' }];
    const trace: Trace = { tasks: 0, terminated: 0, referenced: 0 };
    const crew = await readyCrew(trace, () => 'serve', 1, overrides);
    const [found] = await crew.classifyAll([makeIncident('z', 'Zebra', '', '')], pupils);
    expect(found?.labels.map(({ code }) => code)).toContain('bullying.verbal');
    expect(trace.tasks).toBe(1);
    crew.close();
  });
});
