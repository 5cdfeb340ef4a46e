import type { Effects } from './effects.ts';
import type { Host } from './host.ts';
import { refuseOverwriting } from './refuse-overwriting.ts';

/** A host for one command line. Whatever a command writes, in a folder too, is held against what it reads. */
export function openHost(effects: Effects): Host {
  const reads = new Set<string>();
  return {
    effects: {
      ...effects,
      writeFiles: (files) => {
        refuseOverwriting(
          reads,
          files.map(({ path }) => ({ path, named: path })),
        );
        effects.writeFiles(files);
      },
    },
    reads,
    writes: [],
    exitCode: 0,
  };
}
