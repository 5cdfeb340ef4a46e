import { PassThrough } from 'node:stream';
import { describe, expect, it } from 'vitest';
import { askPerson } from '../../src/cli/ask-person.ts';

describe('askPerson', () => {
  it('shows the question and gives the answer as typed', async () => {
    const [input, output] = [new PassThrough(), new PassThrough()];
    const answer = askPerson('School? ', input, output);
    input.write('Hill Top\n');
    expect(await answer).toBe('Hill Top');
    expect(String(output.read())).toContain('School? ');
  });

  it('gives nothing when the input ends', async () => {
    const input = new PassThrough();
    const answer = askPerson('School? ', input, new PassThrough());
    input.end();
    expect(await answer).toBeNull();
  });
});
