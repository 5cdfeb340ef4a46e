import { type Command, Option } from 'commander';
import type { DetectInput } from '../../detect/detect-input.ts';
import { type MarkedFindings, markFindings } from '../../detect/mark-findings.ts';
import { pictureSubject, type SubjectPicture } from '../../detect/picture-subject.ts';
import { EXIT_CODES, TermwiseError } from '../../errors.ts';
import type { Analysis } from '../../incident/analysis.ts';
import type { LineResult } from '../../pipeline.ts';
import { suggestWord } from '../../policy/suggest-word.ts';
import { makeReplacer, pseudonymiseAnalysis } from '../../privacy/pseudonymise-analysis.ts';
import { deliver } from '../deliver.ts';
import type { Host } from '../host.ts';
import { analysisCsv, type LookedFor } from '../output/analysis-csv.ts';
import { analysisText } from '../output/analysis-text.ts';
import { sayRun } from '../output/say-run.ts';
import { chooseMarks } from '../output/sparkline.ts';
import { subjectText } from '../output/subject-text.ts';
import { writeJson } from '../output/write-json.ts';
import { withLine } from '../prepare-line.ts';
import { readPrevious } from '../read-previous.ts';
import { sayDecisions } from '../say-decisions.ts';
import { listRejectsFiles, sayAssumptions, sayImport } from '../say-import.ts';
import {
  addExportOptions,
  addOutputOptions,
  type ExportOptions,
  type OutputOptions,
} from '../shared-options.ts';
import { turnPupilName } from '../turn-pupil-name.ts';

interface AnalyseOptions extends ExportOptions, OutputOptions {
  readonly pseudonyms?: boolean;
  readonly failOn?: 'clear' | 'possible';
  readonly previous?: string;
  readonly subject?: string;
}

/** Adds `analyse`: patterns, pairs, places and trends. */
export function addAnalyse(program: Command, host: Host): void {
  const command = program
    .command('analyse')
    .summary('what keeps happening, to whom, where, and what changed')
    .description(
      'Finds patterns, pairs, places and trends, each with its numbers. Names pupils: for staff only.',
    )
    .argument('<file...>', 'exports, or a register made by `termwise import`');
  addOutputOptions(command, ['text', 'json', 'csv'])
    .option('--pseudonyms', 'stable codes instead of names')
    .option('--previous <file>', 'an earlier analysis as JSON: marks findings new or still, lists those over')
    .option('--subject <name>', 'one pupil or class: weeks, places, findings and what cannot be told')
    .addOption(
      new Option('--fail-on <tier>', 'exit with 1 if there is a finding of this tier or better').choices([
        'clear',
        'possible',
      ]),
    );
  addExportOptions(command)
    .addHelpText(
      'after',
      '\nExample:\n  termwise analyse my-export.csv --roll roll.csv --term "2025-26 Autumn"',
    )
    .action((files: readonly string[], options: AnalyseOptions) => analyse(files, options, host));
}

async function analyse(files: readonly string[], options: AnalyseOptions, host: Host): Promise<void> {
  // A picture is of one child, whatever code stands for the name.
  if (options.subject !== undefined && options.pseudonyms === true)
    throw new TermwiseError('usage', '--subject and --pseudonyms cannot be used together');
  const result = await withLine(files, options, host, async (line, { runAnalysis }) => ({
    ...(await runAnalysis(line)),
    recordLimit: line.config.thresholds.persistent_records,
  }));
  const { imported } = result;
  const pseudonyms = options.pseudonyms === true;
  const analysis = pseudonyms ? pseudonymiseAnalysis(result.analysis, imported.pupils) : result.analysis;
  sayImport(imported.audits, options, host);
  sayDecisions(result, options, host);
  sayAssumptions(analysis.meta.assumptions, options, host);
  const { effects } = host;
  const marks = chooseMarks(effects.stdoutIsTerminal && options.out === undefined, effects.terminal);
  const { school } = analysis.meta;
  const marked =
    options.previous === undefined
      ? { findings: analysis.findings, over: undefined }
      : markFindings(
          analysis.findings,
          readPrevious(options.previous, effects.cwd(), {
            school,
            replace: pseudonyms ? makeReplacer(imported.pupils) : null,
          }),
        );
  const whole = { ...analysis, ...marked };
  const picture = options.subject === undefined ? null : findSubject(options.subject, result, marked);
  await deliver(
    picture === null
      ? {
          text: () => analysisText(whole, marks, marked.over),
          json: () => writeJson(whole),
          csv: () => analysisCsv(whole.findings, marked.over, listRuns(whole.detectors)),
        }
      : {
          text: () => subjectText(picture, marks),
          json: () => writeJson(picture),
          csv: () =>
            analysisCsv(
              picture.findings,
              picture.over,
              picture.asked.map(({ detector, said }) => ({ about: detector, said })),
            ),
        },
    options,
    host,
    listRejectsFiles(imported.audits, options, host),
  );
  // Asked of one subject, what is found of others says nothing.
  const found = (picture ?? analysis).findings.some(
    ({ tier }) => tier === options.failOn || options.failOn === 'possible',
  );
  if (found) host.exitCode = EXIT_CODES.found;
}

/** What was looked for, for a spreadsheet: an empty list is no clean bill. */
function listRuns(runs: Analysis['detectors']): readonly LookedFor[] {
  return runs.map((run) => ({ about: run.detector, said: sayRun(run) }));
}

/** The picture of the pupil or class asked for. */
function findSubject(
  name: string,
  {
    labelled,
    imported,
    calendar,
    roll,
    analysis: { meta },
    recordLimit,
  }: LineResult & Pick<DetectInput, 'recordLimit'>,
  { findings, over }: Pick<Analysis, 'findings'> & { readonly over: MarkedFindings['over'] | undefined },
): SubjectPicture {
  const input = {
    labelled,
    pupils: imported.pupils,
    calendar,
    roll: roll ?? [],
    dayPeriods: [],
    period: meta.period,
    asAt: meta.as_at,
    ...(recordLimit === undefined ? {} : { recordLimit }),
  };
  const turned = turnPupilName(name);
  refuseShared(turned.trim(), imported.pupils);
  const picture =
    pictureSubject(name, input, findings, over) ?? pictureSubject(turned, input, findings, over);
  if (picture !== null) return picture;
  throw refuseSubject(name, turned, imported);
}

/**
 * Refuses a name that the export's pupils have with a mark alone: another of that name, who is on the roll and in no
 * record, would pass for the one that is meant.
 */
function refuseShared(name: string, pupils: LineResult['imported']['pupils']): void {
  const wanted = name.toLowerCase();
  const labels = [...pupils.values()].map(({ label }) => label);
  if (labels.some((label) => label.toLowerCase() === wanted)) return;
  const shared = labels.filter((label) => label.toLowerCase().startsWith(`${wanted} (`));
  if (shared.length === 0) return;
  throw new TermwiseError(
    'usage',
    `--subject: more than one pupil is named '${name}'`,
    `Write one with its mark: ${shared.sort().join(', ')}.`,
  );
}

/** Says whose name it may have been. */
function refuseSubject(
  name: string,
  turned: string,
  { pupils, incidents }: LineResult['imported'],
): TermwiseError {
  const labels = [...pupils.values()].map(({ label }) => label);
  const classes = new Set(
    incidents.flatMap(({ involvements }) => involvements.flatMap(({ className }) => className ?? [])),
  );
  const meant = suggestWord(turned.trim(), [...labels, ...classes]);
  return new TermwiseError(
    'usage',
    `--subject: no pupil or class is named '${name}'${meant === null ? '' : ` (did you mean '${meant}'?)`}`,
    'Write the name as it stands in the export, with the mark in brackets where two pupils share it.',
  );
}
