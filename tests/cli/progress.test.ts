import { describe, expect, it } from 'vitest';
import { startProgress } from '../../src/cli/progress.ts';
import { fakeEffects } from './fake-effects.ts';

/** A clock that is moved by hand. */
function clockedEffects(terminal: boolean) {
  const clock = { now: 0 };
  return { clock, effects: fakeEffects({ terminal, elapsed: () => clock.now }) };
}

describe('startProgress', () => {
  it('shows nothing where nobody watches, or when told to be quiet', async () => {
    for (const [terminal, quiet] of [
      [false, false],
      [true, true],
    ] as const) {
      const { clock, effects } = clockedEffects(terminal);
      const progress = await startProgress(effects, quiet);
      clock.now = 5000;
      progress.update(1, 2);
      progress.stop();
      expect(effects.said.err).toBe('');
    }
  });

  it('shows nothing for a job of less than a second', async () => {
    const { clock, effects } = clockedEffects(true);
    const progress = await startProgress(effects, false);
    clock.now = 900;
    progress.update(1, 2);
    progress.stop();
    expect(effects.said.err).toBe('');
  });

  it('shows a bar for a longer one, and takes it away', async () => {
    const { clock, effects } = clockedEffects(true);
    const progress = await startProgress(effects, false);
    clock.now = 1500;
    progress.update(1, 2);
    progress.update(2, 2);
    progress.stop();
    expect(effects.said.err).toContain('Reading');
    expect(effects.said.err).toContain('50 %');
    expect(effects.said.out).toBe('');
  });
});
