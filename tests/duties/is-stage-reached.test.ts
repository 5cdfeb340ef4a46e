import { describe, expect, it } from 'vitest';
import { isStageReached } from '../../src/duties/is-stage-reached.ts';

/** The numbers behind `stage` or `step` in a text that are stages reached. */
function listReached(text: string): number[] {
  return [...text.matchAll(/(?:stage|step) (\d)/gi)]
    .filter((match) => isStageReached(text.slice(0, match.index), text.slice(match.index + match[0].length)))
    .map((match) => Number(match[1]));
}

describe('stages that a record reached', () => {
  it.each([
    ['Stage 3', [3]],
    ['Stage 2 of the bullying ladder: carried on.', [2]],
    ['Bullying - Stage 3', [3]],
    ['Mia would not stop, so moved to stage 2.', [2]],
    ['Moved from stage 1 to stage 2.', [2]],
    ['Stage 2 restorative meeting to be held tomorrow.', [2]],
    ['Mia pushed Jake. On step 5.', [5]],
    ['When asked if he had hit Jake again he laughed, so step 5.', [5]],
    ['Step 2, peer mediation.', [2]],
    ['Mum aware that Mia is on stage 3.', [3]],
    ['Restorative meeting held due to stage 2 being reached.', [2]],
    ['Will Smith moved to Stage 3', [3]],
    ['May Brown given Stage 2', [2]],
    ['Threatening behaviour - Stage 3', [3]],
    ['Asked if he had hit another child and was given Stage 2', [2]],
    ['Explained that Stage 2 was reached', [2]],
    ['Moved to Stage 2, which will be reviewed on Friday', [2]],
  ])('%s', (text, stages) => {
    expect(listReached(text)).toEqual(stages);
  });
});

describe('numbers behind the word that are no stage reached', () => {
  it.each([
    ['calling him names at the Key Stage 3 disco', []],
    ['in the Key Stage 2 hall', []],
    ['Mia tripped Jake on step 4.', []],
    ['fell down at step 5 of the stairs', []],
    ['tripped on step 5 of the stairs', []],
    ['Stage 1: talk held. Parents told that if it happens again we go to stage 2.', [1]],
    ['If it happens again, stage 3.', []],
    ['Stage 2 restorative meeting held. Mia knows that stage 3 is next.', [2]],
    ['Was at stage 3 last year. Stage 1 now: talk held.', [1]],
    ['Last year at stage 3; stage 1 now.', [1]],
    ['Class meeting held. Next time it will be step 4, a tribunal.', []],
    ['Stage 3 will follow if this carries on. Stage 2.', [2]],
    ['Not yet at stage 3. Stage 2.', [2]],
    ["We haven't reached stage 3.", []],
    ['Head considered stage 3 but stage 2.', [2]],
  ])('%s', (text, stages) => {
    expect(listReached(text)).toEqual(stages);
  });
});
