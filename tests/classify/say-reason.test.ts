import { describe, expect, it } from 'vitest';
import { IMAGINED } from '../../src/classify/list-stopped.ts';
import { STOPPING } from '../../src/classify/read-rule.ts';
import { sayReason } from '../../src/classify/say-reason.ts';

const STOPS = [...STOPPING, 'staff_actor', 'no_incident'] as const;

describe('sayReason', () => {
  it.each(STOPS)('says in words why %s stops a label', (stop) => {
    expect(sayReason('stopped', stop)).not.toBe(stop.replaceAll('_', ' '));
  });

  it.each(STOPS.filter((stop) => stop !== 'not_upheld' && !IMAGINED.has(stop)))(
    'says in words why a person is asked where %s stops a serious label',
    (stop) => {
      expect(sayReason('review', `suppressed_${stop}`)).not.toContain('suppressed');
    },
  );
});
