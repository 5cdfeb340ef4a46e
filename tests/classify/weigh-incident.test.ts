import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { CueHit } from '../../src/classify/apply-cues.ts';
import { weighIncident } from '../../src/classify/weigh-incident.ts';

function makeCue(id: string, weight: number): CueHit {
  return { id, flag: 'no_incident', reach: 'record', size: 0, weight, from: 0, to: 1 };
}

describe('the weight of what speaks against an incident', () => {
  it('adds up different cues and names the plainest', () => {
    const cues = [makeCue('a', 2), makeCue('b', 4), makeCue('c', -3)];
    expect(weighIncident(cues, false)).toEqual({ points: 3, plainest: cues[1] });
  });
  it('counts a note without an action', () => {
    expect(weighIncident([], true)).toEqual({ points: 1, plainest: null });
    expect(weighIncident([], false)).toEqual({ points: 0, plainest: null });
  });
  it('counts a cue once, however often it is said', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 20 }), (times) => {
        const cues = Array.from({ length: times }, () => makeCue('a', 3));
        expect(weighIncident(cues, false).points).toBe(3);
      }),
    );
  });
});
