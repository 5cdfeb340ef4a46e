import { EXIT_CODES, TermwiseError } from '../errors.ts';
import type { Effects } from './effects.ts';

/**
 * Runs one command line (without `node` and the program's name) and gives its exit code.
 *
 * The one catch of the program: what the user can put right is said in a line (2), anything else is our fault (3).
 * It loads nothing heavy, so that `--version` answers at once; the commands come late.
 */
export async function run(argv: readonly string[], effects: Effects): Promise<number> {
  try {
    if (argv.length === 1 && (argv[0] === '--version' || argv[0] === '-V')) {
      await effects.stdout(`${TERMWISE_VERSION}\n`);
      return EXIT_CODES.done;
    }
    const { runProgram } = await import('./program.ts');
    return await runProgram(argv, effects);
  } catch (error) {
    return sayError(error, argv, effects);
  }
}

function sayError(error: unknown, argv: readonly string[], effects: Effects): number {
  if (error instanceof TermwiseError) {
    const message = /[.!?]$/.test(error.message) ? error.message : `${error.message}.`;
    effects.stderr(`termwise: ${message}${error.hint === null ? '' : ` ${error.hint}`}\n`);
    return error.exitCode;
  }
  const reason = error instanceof Error ? error.message : String(error);
  effects.stderr(`termwise: this is our fault, not yours: ${reason}\n`);
  if (argv.includes('--debug')) {
    effects.stderr(`${error instanceof Error ? error.stack : reason}\n`);
  } else {
    effects.stderr('Nothing of yours was changed. Run it again with --debug and send us what it prints.\n');
  }
  return EXIT_CODES.fault;
}
