import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { CueHit } from '../../src/classify/cue-hit.ts';
import { weighIncident } from '../../src/classify/weigh-incident.ts';

function makeCue(id: string, weight: number): CueHit {
  return { id, flag: 'no_incident', reach: 'record', size: 0, weight, from: 0, to: 1 };
}

const nowhere = () => false;

describe('the weight of what speaks against an incident', () => {
  it('adds up different cues and names the plainest', () => {
    const cues = [makeCue('a', 2), makeCue('b', 4), makeCue('c', -3)];
    expect(weighIncident(cues, false, nowhere)).toEqual({ points: 3, plainest: cues[1] });
  });
  it('counts a note without an action', () => {
    expect(weighIncident([], true, nowhere)).toEqual({ points: 1, plainest: null });
    expect(weighIncident([], false, nowhere)).toEqual({ points: 0, plainest: null });
  });
  it('counts in the action only what says outright that there was none', () => {
    const cues = [makeCue('briefing', 3), makeCue('outright', 4), makeCue('harm', -1)];
    expect(weighIncident(cues, false, () => true)).toEqual({ points: 3, plainest: cues[1] });
  });
  it('counts a cue once, however often it is said', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 20 }), (times) => {
        const cues = Array.from({ length: times }, () => makeCue('a', 3));
        expect(weighIncident(cues, false, nowhere).points).toBe(3);
      }),
    );
  });
});
