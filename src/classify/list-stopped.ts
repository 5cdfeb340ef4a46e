import type { Label, SuppressedLabel } from '../incident/classification.ts';
import type { Candidate } from './candidate.ts';
import { askPerson, findDraft, type LabelWork } from './label-work.ts';

/** What stops a serious label without a person being asked: it was imagined, taught or never done. */
export const IMAGINED: ReadonlySet<Candidate['stop']> = new Set(['lesson', 'hypothetical', 'undone']);

/** Labels that something stopped, and those of them that are kept with the status of what stopped them. */
export interface StoppedLabels {
  readonly stopped: SuppressedLabel[];
  readonly kept: Label[];
}

function isRepeated(seen: readonly Candidate[], { kind, stop }: Candidate): boolean {
  return seen.some((other) => other.kind === kind && other.stop === stop);
}

function noteStopped(work: LabelWork, candidate: Candidate, { stopped, kept }: StoppedLabels): void {
  const { kind, stop } = candidate;
  if (stop === null || stop === 'ordinary') return;
  const evidence = work.answers.showEvidence(candidate);
  const cue = work.answers.showCue(candidate);
  stopped.push({ code: kind.name, reason: stop, evidence: cue === null ? [evidence] : [evidence, cue] });
  if ((stop === 'historical' || stop === 'not_upheld') && !kept.some(({ code }) => code === kind.name))
    kept.push({ code: kind.name, status: stop, strength: 1, evidence: [evidence] });
  if (stop === 'not_upheld') askPerson(work, kind, evidence, 'not_upheld', 4);
  else if (kind.serious && !IMAGINED.has(stop)) askPerson(work, kind, evidence, `suppressed_${stop}`, 2);
}

/** Lists what was stopped, once for each reason; serious labels, and those found untrue, go to a person as well. */
export function listStopped(work: LabelWork): StoppedLabels {
  const listed: StoppedLabels = { stopped: [], kept: [] };
  const seen: Candidate[] = [];
  for (const candidate of work.candidates) {
    const { kind, stop } = candidate;
    if (stop === null || kind.signal || findDraft(work, kind) !== undefined || isRepeated(seen, candidate))
      continue;
    seen.push(candidate);
    noteStopped(work, candidate, listed);
  }
  return listed;
}
