#!/usr/bin/env node
import { REAL_EFFECTS } from '../src/cli/real-effects.ts';
import { run } from '../src/cli/run.ts';
import { tuneEngine } from '../src/cli/tune-engine.ts';

tuneEngine();
process.exitCode = await run(process.argv.slice(2), REAL_EFFECTS);
