import type { Command } from 'commander';
import { describeClassification } from '../../classify/describe-classification.ts';
import { explainClassification } from '../../classify/explain-classification.ts';
import { TermwiseError } from '../../errors.ts';
import type { LabelledIncident } from '../../incident/labelled-incident.ts';
import { suggestWord } from '../../policy/suggest-word.ts';
import { deliver } from '../deliver.ts';
import type { Host } from '../host.ts';
import { writeJson } from '../output/write-json.ts';
import { withLine } from '../prepare-line.ts';
import { listRejectsFiles } from '../say-import.ts';
import {
  addExportOptions,
  addOutputOptions,
  type ExportOptions,
  type OutputOptions,
} from '../shared-options.ts';

interface ExplainOptions extends ExportOptions, OutputOptions {}

/** Adds `explain`: why one record was labelled as it was. */
export function addExplain(program: Command, host: Host): void {
  const command = program
    .command('explain')
    .summary('why one record was labelled as it was')
    .description(
      'Says in plain English why one record was labelled as it was: words, rules, what held a label back, roles.',
    )
    .argument('<incident-id>', 'as in the export, or as `termwise classify` prints it')
    .argument('<file...>', 'exports, or a register made by `termwise import`');
  addExportOptions(addOutputOptions(command, ['text', 'json']), 'unused')
    .addHelpText('after', '\nExample:\n  termwise explain INC000123 my-export.csv')
    .action((id: string, files: readonly string[], options: ExplainOptions) =>
      explain(id, files, options, host),
    );
}

async function explain(
  id: string,
  files: readonly string[],
  options: ExplainOptions,
  host: Host,
): Promise<void> {
  const { imported, labelled, words } = await withLine(files, options, host, (line, { runClassification }) =>
    runClassification(line),
  );
  const found = findIncidents(id, labelled, files);
  await deliver(
    {
      text: () => found.map((one) => explainClassification(one, imported.pupils, words)).join('\n'),
      json: () => writeJson(found.map(describeClassification)),
    },
    options,
    host,
    listRejectsFiles(imported.audits, options, host),
  );
}

/** Several schools may use one id, so there may be more than one. */
function findIncidents(
  id: string,
  labelled: readonly LabelledIncident[],
  files: readonly string[],
): readonly LabelledIncident[] {
  const wanted = id.trim().toLowerCase();
  const found = labelled.filter(({ incident }) => incident.id.toLowerCase() === wanted);
  if (found.length > 0) return found;
  const meant = suggestWord(
    id,
    labelled.map(({ incident }) => incident.id),
  );
  throw new TermwiseError(
    'usage',
    `no incident has the id '${id}' in ${files.join(', ')}${meant === null ? '' : ` (did you mean '${meant}'?)`}`,
    'The first argument is the id; the files come after it. `termwise classify` prints all ids.',
  );
}
