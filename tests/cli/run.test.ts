import { describe, expect, it } from 'vitest';
import { run } from '../../src/cli/run.ts';
import { TermwiseError } from '../../src/errors.ts';
import { makeFolder } from '../helpers/make-folder.ts';
import { fakeEffects } from './fake-effects.ts';

const folder = makeFolder('run');

async function runHere(...argv: string[]) {
  const effects = fakeEffects({ cwd: folder });
  return { status: await run(argv, effects), ...effects.said };
}

describe('run', () => {
  it('prints the version', async () => {
    for (const option of ['--version', '-V']) {
      expect(await runHere(option)).toEqual({ status: 0, out: `${TERMWISE_VERSION}\n`, err: '' });
    }
    expect((await runHere('--version', 'inspect')).out).toBe(`${TERMWISE_VERSION}\n`);
  });

  it('prints help on stdout when asked', async () => {
    for (const argv of [['--help'], ['help'], ['help', 'inspect'], ['inspect', '--help']]) {
      const { status, out, err } = await runHere(...argv);
      expect([status, err]).toEqual([0, '']);
      expect(out).toContain(`Usage: termwise${argv.includes('inspect') ? ' inspect' : ''} `);
    }
  });

  it.each([
    [['help', 'policy', 'show'], 'Usage: termwise policy show '],
    [['help', 'policy'], 'Usage: termwise policy '],
    [['help', 'inspect', 'a.csv'], 'Usage: termwise inspect '],
    [['policy', 'help', 'show'], 'Usage: termwise policy show '],
  ])('prints the help of the very command that is named: %j', async (argv, usage) => {
    const { status, out } = await runHere(...argv);
    expect(status).toBe(0);
    expect(out).toContain(usage);
  });

  it.each([
    ['check', 'else all records'],
    ['classify', 'else all records'],
    ['review', 'else all records'],
    ['report', 'else the latest term with data'],
    ['inspect', 'makes no difference here'],
  ])('says in the help of %s what it works on without a term', async (command, said) => {
    const { out } = await runHere(command, '--help');
    expect(out.match(/--term <name>.*/)?.[0]).toContain(said);
  });

  it('ends with 2 and help on stderr when no command is given', async () => {
    const { status, out, err } = await runHere();
    expect([status, out]).toEqual([2, '']);
    expect(err).toContain('Usage: termwise');
    expect(err).toContain('termwise: no command was given');
  });

  it.each([
    [['inspct', 'a.csv'], "termwise: unknown command 'inspct'", 'Did you mean inspect?'],
    [['inspect', '--tem', 'x', 'a.csv'], "termwise: unknown option '--tem'", 'Did you mean --term?'],
    [['inspect'], "termwise: missing required argument 'file'", 'See `termwise inspect --help`.'],
    [['review', 'a.csv'], "termwise: required option '--out <file>' not specified", '--help'],
    [
      ['report', 'governer', 'a.csv'],
      "argument value 'governer' is invalid for argument 'kind'",
      'governors',
    ],
    [['inspect', 'a.csv', '--from', '31/02/2026'], "'31/02/2026' is invalid", '2026-01-31'],
    [['inspect', 'a.csv', '--format', 'xml'], "argument 'xml' is invalid", 'text, json'],
    [['policy', 'shw', 'national'], "unknown command 'shw'", 'show'],
    [['policy', 'zebra'], "unknown command 'zebra'", 'See `termwise policy --help`.'],
    [
      ['policy', 'show', 'a', '--format', 'x'],
      "argument 'x' is invalid",
      'See `termwise policy show --help`.',
    ],
    [['help', 'zebra'], "unknown command 'zebra'", 'See `termwise --help`.'],
    [['help', 'policy', 'shw'], "unknown command 'shw'", 'Did you mean show?'],
    [['--debug'], "unknown option '--debug'", 'See `termwise --help`.'],
    [
      ['--quiet', 'inspect', 'a.csv'],
      "unknown option '--quiet'",
      'Options come after the command. See `termwise inspect --help`.',
    ],
  ])('says what is wrong with %j and ends with 2', async (argv, message, hint) => {
    const { status, out, err } = await runHere(...argv);
    expect([status, out]).toEqual([2, '']);
    expect(err).toContain(message);
    expect(err).toContain(hint);
    expect(err).toMatch(/^termwise: /);
  });

  it.each([['--version'], ['--help'], ['policy', 'list']])(
    'ends with 2 and one line when the answer to %j cannot be written',
    async (...argv) => {
      const effects = fakeEffects({ cwd: folder });
      const full = {
        ...effects,
        stdout: () => Promise.reject(new TermwiseError('output/write', 'the disk is full')),
      };
      expect(await run(argv, full)).toBe(2);
      expect(effects.said.err).toBe('termwise: the disk is full.\n');
    },
  );

  it('owns up to a fault of ours with 3, and gives the place only with --debug', async () => {
    const broken = {
      ...fakeEffects({ cwd: folder }),
      stdout: () => Promise.reject(new RangeError('pipe burst')),
    };
    expect(await run(['policy', 'list'], broken)).toBe(3);
    expect(broken.said.err).toContain('termwise: this is our fault, not yours: pipe burst');
    expect(broken.said.err).not.toContain('    at ');
    expect(await run(['policy', 'list', '--debug'], broken)).toBe(3);
    expect(broken.said.err).toContain('    at ');
  });

  it('owns up to something thrown that is no error', async () => {
    const broken = { ...fakeEffects(), stdout: () => Promise.reject('a bare word') };
    expect(await run(['policy', 'list', '--debug'], broken)).toBe(3);
    expect(broken.said.err).toContain('a bare word');
  });
});
