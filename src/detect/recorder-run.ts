import type { DetectorRun } from '../incident/finding.ts';
import type { DetectorMeta } from './detect-input.ts';
import { makeRun } from './make-run.ts';
import { FEWEST_EXTRA } from './recorder-caution.ts';
import type { RecorderLook } from './recorder-look.ts';

const RECORDER: DetectorMeta = {
  id: 'recorder',
  question: 'Did one member of staff enter most of what changed, so that recording may be what changed?',
  unit: 'a finding of a change or of a busy place',
  needs: [],
};

/** What was asked of who entered the records behind the findings: a caution inside them, never a finding of its own. */
export function sumUpRecorders(looks: readonly RecorderLook[], share: number): DetectorRun {
  const cautioned = looks.filter(({ verdict }) => verdict === 'one').length;
  return makeRun(RECORDER, [], {
    lookedAt: looks.length,
    tooFew: looks.filter(({ verdict }) => verdict === 'too_few').length,
    tooFewIf: `fewer than ${FEWEST_EXTRA} records more or less than usual, or nobody is named who entered them`,
    expectedByChance: null,
    note:
      looks.length === 0
        ? 'Nothing that changed was found, so there was nothing to ask.'
        : `${cautioned} of them ${cautioned === 1 ? 'says' : 'say'} so, where more than ${Math.round(share * 10)} in 10 of the extra or missing records are one person’s.`,
  });
}
