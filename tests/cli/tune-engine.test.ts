import { beforeEach, describe, expect, test, vi } from 'vitest';
import { tuneEngine } from '../../src/cli/tune-engine.ts';

const setFlagsFromString = vi.hoisted(() => vi.fn());
vi.mock('node:v8', () => ({ setFlagsFromString }));

describe('tuneEngine', () => {
  beforeEach(() => setFlagsFromString.mockClear());

  test('sets the budget where it was measured', () => {
    tuneEngine('20.20.0');
    expect(setFlagsFromString).toHaveBeenCalledExactlyOnceWith('--interrupt-budget=600000');
  });

  test.each(['22.12.0', '24.1.0', '200.1.0'])('leaves Node %s as it is', (version) => {
    tuneEngine(version);
    expect(setFlagsFromString).not.toHaveBeenCalled();
  });
});
