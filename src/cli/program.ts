import { Command, CommanderError } from 'commander';
import { TermwiseError } from '../errors.ts';
import { addAnalyse } from './commands/analyse.ts';
import { addCheck } from './commands/check.ts';
import { addClassify } from './commands/classify.ts';
import { addCollate } from './commands/collate.ts';
import { addDemo } from './commands/demo.ts';
import { addExplain } from './commands/explain.ts';
import { addForget } from './commands/forget.ts';
import { addImport } from './commands/import.ts';
import { addInit } from './commands/init.ts';
import { addInspect } from './commands/inspect.ts';
import { addPolicy } from './commands/policy.ts';
import { addReport } from './commands/report.ts';
import { addReturn } from './commands/return.ts';
import { addReview } from './commands/review.ts';
import type { Effects } from './effects.ts';
import type { Host } from './host.ts';
import { noteFiles } from './note-files.ts';
import { openHost } from './open-host.ts';
import { refuseClashes } from './refuse-clashes.ts';
import { refuseForeignEndings } from './refuse-foreign-endings.ts';
import { refuseOverwriting } from './refuse-overwriting.ts';
import { refuseRepeats } from './refuse-repeats.ts';
import { refuseUnnamed } from './refuse-unnamed.ts';
import { sayUnused } from './say-unused.ts';

/** Help is wrapped at this width whatever the terminal: the README prints the same text. */
const HELP_WIDTH = 100;

/** The whole command tree. Nothing that a command does is loaded before it is called. */
export function buildProgram(host: Host, print: (text: string) => void): Command {
  const program = new Command('termwise')
    .description(
      'Termly behaviour analytics for schools: from the exports a school already has to a report that governors can read. It works offline and keeps nothing.',
    )
    .exitOverride()
    .configureOutput({
      writeOut: print,
      writeErr: host.effects.stderr,
      outputError: () => {},
      getOutHelpWidth: () => HELP_WIDTH,
      getErrHelpWidth: () => HELP_WIDTH,
      getOutHasColors: () => false,
      getErrHasColors: () => false,
    })
    .version(TERMWISE_VERSION, '-V, --version', 'print the version')
    .helpOption('-h, --help', 'print this help')
    .helpCommand('help [command]', 'print the help of a command')
    .showSuggestionAfterError()
    .hook('preAction', (_, action) => {
      refuseUnnamed(action);
      refuseClashes(action.opts());
      noteFiles(action, host);
      refuseOverwriting(host.reads, host.writes);
      refuseForeignEndings(action);
      sayUnused(action.name(), action.opts(), host.effects);
    })
    .addHelpText(
      'after',
      '\nTo begin:\n  termwise demo\n  termwise report governors my-export.csv --out governors.pdf',
    );
  for (const add of [
    addDemo,
    addInit,
    addInspect,
    addImport,
    addForget,
    addClassify,
    addExplain,
    addReview,
    addAnalyse,
    addCheck,
    addReport,
    addReturn,
    addCollate,
    addPolicy,
  ]) {
    add(program, host);
  }
  refuseRepeats(program);
  return program;
}

/** Runs the command that the words ask for. Throws a TermwiseError (`usage`) when they make no sense. */
export async function runProgram(argv: readonly string[], effects: Effects): Promise<number> {
  const host = openHost(effects);
  let printed = '';
  const program = buildProgram(host, (text) => {
    printed += text;
  });
  try {
    await program.parseAsync(turnHelp(argv, program), { from: 'user' });
  } catch (error) {
    if (!(error instanceof CommanderError)) throw error;
    if (error.exitCode !== 0) throw explainUsage(error, argv, program);
  }
  if (printed !== '') await effects.stdout(printed);
  return host.exitCode;
}

/** Commander's complaint in the form of all our messages: what is wrong, then what to do. */
function explainUsage(error: CommanderError, argv: readonly string[], program: Command): TermwiseError {
  if (error.code === 'commander.help') {
    return new TermwiseError(
      'usage',
      'no command was given',
      'The commands are above; `termwise demo` is a good start.',
    );
  }
  const [first = '', ...rest] = error.message.replace(/^error: /, '').split('\n');
  const suggestion = rest.join(' ').replace(/^\((.*)\)$/, '$1');
  if (suggestion !== '') return new TermwiseError('usage', first, suggestion);
  const named = argv.filter((word) => !word.startsWith('-'));
  const isEarly = error.code === 'commander.unknownOption' && named.length > 0 && argv[0]?.startsWith('-');
  return new TermwiseError(
    'usage',
    first,
    `${isEarly === true ? 'Options come after the command. ' : ''}See \`${['termwise', ...findPath(named, program)].join(' ')} --help\`.`,
  );
}

/** The names of the command that words begin with: `policy show` of `policy show alvaston`. */
function findPath(words: readonly string[], program: Command): readonly string[] {
  const [word = '', ...rest] = words;
  const found = findCommand(word, program);
  return found === undefined ? [] : [word, ...findPath(rest, found)];
}

function findCommand(name: string, under: Command): Command | undefined {
  return under.commands.find((command) => command.name() === name);
}

/** `help policy show` as `policy show --help`; a command that there is not as itself, so that it is said to be none. */
function turnHelp([first, ...named]: readonly string[], program: Command): readonly string[] {
  if (first !== 'help' || named.length === 0) return first === undefined ? [] : [first, ...named];
  const path = findPath(named, program);
  const last = path.reduce((command, name) => findCommand(name, command) ?? command, program);
  return path.length === named.length || last.commands.length === 0
    ? [...path, '--help']
    : named.slice(0, path.length + 1);
}
