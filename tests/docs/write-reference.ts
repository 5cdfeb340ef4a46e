import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { ROOT, runBuilt } from '../helpers/run-built.ts';
import { renderReference, replaceReference } from './render-reference.ts';

// Rewrites the command reference in README.md from the built program: run after a change to any option.
const path = join(ROOT, 'README.md');
const helpOf = (command: readonly string[]): string => runBuilt([...command, '--help']).stdout;
writeFileSync(path, replaceReference(readFileSync(path, 'utf8'), renderReference(helpOf)));
