import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { ROOT, runBuilt } from '../helpers/run-built.ts';
import { LISTED_POLICIES, renderDuties, replaceDuties } from './render-duties.ts';
import { renderReference, replaceReference } from './render-reference.ts';

// Rewrites the command reference and the duties in README.md: run after a change to any option or policy.
const path = join(ROOT, 'README.md');
const helpOf = (command: readonly string[]): string => runBuilt([...command, '--help']).stdout;
const profiles = LISTED_POLICIES.map((name) =>
  JSON.parse(runBuilt(['policy', 'show', name, '--json']).stdout),
);
const readme = replaceReference(readFileSync(path, 'utf8'), renderReference(helpOf));
writeFileSync(path, replaceDuties(readme, renderDuties(profiles)));
