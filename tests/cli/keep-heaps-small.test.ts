import { beforeEach, describe, expect, test, vi } from 'vitest';
import { keepHeapsSmall } from '../../src/cli/keep-heaps-small.ts';

const setFlagsFromString = vi.hoisted(() => vi.fn());
vi.mock('node:v8', () => ({ setFlagsFromString }));

describe('keepHeapsSmall', () => {
  beforeEach(() => setFlagsFromString.mockClear());

  test('sweeps sooner where it was measured', () => {
    keepHeapsSmall('20.20.0');
    expect(setFlagsFromString).toHaveBeenCalledExactlyOnceWith('--heap-growing-percent=150');
  });

  test.each(['22.12.0', '24.1.0', '200.1.0'])('leaves Node %s as it is', (version) => {
    keepHeapsSmall(version);
    expect(setFlagsFromString).not.toHaveBeenCalled();
  });
});
