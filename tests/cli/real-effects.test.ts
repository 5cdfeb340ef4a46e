import { describe, expect, it } from 'vitest';
import { REAL_EFFECTS } from '../../src/cli/real-effects.ts';

describe('REAL_EFFECTS', () => {
  it('knows the folder and the day, in UTC', () => {
    expect(REAL_EFFECTS.cwd()).toBe(process.cwd());
    expect(REAL_EFFECTS.today()).toBe(new Date().toISOString().slice(0, 10));
    expect(REAL_EFFECTS.elapsed()).toBeGreaterThan(0);
    expect(REAL_EFFECTS.stderrIsTerminal).toBe(process.stderr.isTTY === true);
    expect(REAL_EFFECTS.stdoutIsTerminal).toBe(process.stdout.isTTY === true);
    const { NO_COLOR, TERM, OS, WT_SESSION } = process.env;
    expect(REAL_EFFECTS.terminal).toEqual({ NO_COLOR, TERM, OS, WT_SESSION });
  });

  it('writes to the process, and asks nobody when there is no terminal', async () => {
    await REAL_EFFECTS.stdout('');
    REAL_EFFECTS.stderr('');
    expect(process.stdin.isTTY === true ? null : await REAL_EFFECTS.ask('Anyone? ')).toBeNull();
  });
});
