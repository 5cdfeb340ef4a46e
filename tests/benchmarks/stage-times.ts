import { spawnSync } from 'node:child_process';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

interface Profile {
  readonly nodes: readonly {
    readonly id: number;
    readonly callFrame: {
      readonly functionName: string;
      readonly url: string;
      readonly lineNumber: number;
    };
    readonly children?: readonly number[];
  }[];
  readonly samples: readonly number[];
  /** Microseconds before each sample. */
  readonly timeDeltas: readonly number[];
}

/** Milliseconds by stage in one thread. */
export interface ThreadStages {
  readonly thread: string;
  readonly total: number;
  readonly stages: ReadonlyMap<string, number>;
}

/** Source file of each line of a built chunk, from the comments that the bundler leaves. */
const sources = new Map<string, readonly string[]>();
function sourceAt(url: string, line: number): string {
  if (!/\/dist\/.*\.js$/.test(url)) return url;
  let lines = sources.get(url);
  if (lines === undefined) {
    let current = '';
    lines = readFileSync(fileURLToPath(url), 'utf8')
      .split('\n')
      .map((text) => {
        current = /^ *\/\/ ((?:src|node_modules)\/\S+)$/.exec(text)?.[1] ?? current;
        return current;
      });
    sources.set(url, lines);
  }
  return lines[line] ?? url;
}

/** The stage that each node of a profile belongs to: the room that was called first, whoever works for it below. */
function placeNodes({ nodes }: Profile): Map<number, string> {
  const byId = new Map(nodes.map((node) => [node.id, node]));
  const stages = new Map<number, string>();
  const visit = (id: number, above: string | null): void => {
    const node = byId.get(id);
    if (node === undefined) return;
    const { functionName, url, lineNumber } = node.callFrame;
    const room = /^src\/(\w+)\//.exec(sourceAt(url, lineNumber))?.[1] ?? null;
    const own = functionName.startsWith('(') && url === '' ? functionName : null;
    const isLoading = /^(?:ModuleJob|compileSourceTextModule|loadAndTranslate|evaluate)$/.test(functionName);
    const stage = above ?? (room === null || room === 'cli' ? (isLoading ? 'loading modules' : null) : room);
    stages.set(id, (own === '(root)' ? null : own) ?? stage ?? 'the rest');
    for (const child of node.children ?? []) visit(child, stage);
  };
  if (nodes[0] !== undefined) visit(nodes[0].id, null);
  return stages;
}

function readProfile(path: string): ThreadStages {
  const profile = JSON.parse(readFileSync(path, 'utf8')) as Profile;
  const places = placeNodes(profile);
  const stages = new Map<string, number>();
  let total = 0;
  profile.samples.forEach((id, index) => {
    const ms = (profile.timeDeltas[index] ?? 0) / 1000;
    const stage = places.get(id) ?? 'the rest';
    stages.set(stage, (stages.get(stage) ?? 0) + ms);
    total += ms;
  });
  const thread = path.split('.').at(-3) ?? '0';
  return { thread, total, stages };
}

/** Runs the built program once under the sampling profiler and says which room the time of each thread went to. */
export function measureStages(args: readonly string[], folder: string): readonly ThreadStages[] {
  const ran = spawnSync(process.execPath, ['--cpu-prof', `--cpu-prof-dir=${folder}`, ...args], {
    encoding: 'utf8',
  });
  if (ran.status !== 0) throw new Error(`${args.join(' ')}: ${ran.stderr}`);
  return readdirSync(folder)
    .filter((name) => name.endsWith('.cpuprofile'))
    .map((name) => readProfile(join(folder, name)))
    .sort((a, b) => Number(a.thread) - Number(b.thread));
}
