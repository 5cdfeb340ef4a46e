import { PassThrough } from 'node:stream';
import { describe, expect, it } from 'vitest';
import { askPerson } from '../../src/cli/ask-person.ts';

/** An input at which a person sits. */
const makeTerminal = () => Object.assign(new PassThrough(), { isTTY: true });

describe('askPerson', () => {
  it('shows the question and gives the answer as typed', async () => {
    const [input, output] = [makeTerminal(), new PassThrough()];
    const answer = askPerson('School? ', input, output);
    input.write('Hill Top\n');
    expect(await answer).toBe('Hill Top');
    expect(String(output.read())).toContain('School? ');
  });

  it('asks nobody where there is no terminal', async () => {
    const output = new PassThrough();
    expect(await askPerson('School? ', new PassThrough(), output)).toBeNull();
    expect(output.read()).toBeNull();
  });

  it('gives nothing when the input ends', async () => {
    const input = makeTerminal();
    const answer = askPerson('School? ', input, new PassThrough());
    input.end();
    expect(await answer).toBeNull();
  });
});
