import type { DutyRule, Ladder } from '../policy/duty-rule.ts';
import type { DutyContext, DutyFinding, RecordCheck, WholeCheck } from './duty-case.ts';
import { findTermThreshold } from './find-term-threshold.ts';
import { joinNeeds } from './follow-ups.ts';
import { groupByActor } from './list-repeats.ts';
import { readStage } from './read-stage.ts';
import { seekNeed } from './seek-need.ts';
import { splitByTerm } from './split-by-term.ts';

function ladderOf(rule: DutyRule, context: DutyContext): Ladder {
  return context.ladders.find(({ name }) => name === rule.ladder) ?? { name: '', words: [], steps: [] };
}

/** Whether the record shows what the step it reached asks for; without a step there is nothing to hold it against. */
export const checkLadder: RecordCheck = (rule, one, context) => {
  const step = readStage(ladderOf(rule, context), one);
  if (step === null) {
    if (rule.question === undefined) return null;
    return { status: 'not_evidenced', message: rule.question };
  }
  const asked = step.needs.filter(
    (need) =>
      (need.if === undefined || need.if.some((code) => one.signs.has(code))) &&
      need.unless?.some((code) => one.signs.has(code)) !== true,
  );
  const verdict = joinNeeds(asked.map((need) => seekNeed(need, one, context)));
  return { ...verdict, message: `Step ${step.step}, ${step.title}. ${verdict.message}` };
};

/** What a pupil's records of one term say of a rise. */
function judgeRise(stages: readonly (number | null)[]): Pick<DutyFinding, 'status' | 'message'> {
  const known = stages.flatMap((stage) => stage ?? []);
  const [first, last] = [known[0], known.at(-1)];
  const count = stages.length;
  if (first === undefined || last === undefined || known.length < 2) {
    return {
      status: 'not_evidenced',
      message: `${count} records in the term, and fewer than two say which step was used.`,
    };
  }
  if (last > first || Math.max(...known) > first)
    return {
      status: 'met',
      message: `${count} records in the term, from step ${first} up to step ${Math.max(...known)}.`,
    };
  return {
    status: 'not_met',
    message: `${count} records in the term without a rise: step ${first} first and step ${last} last.`,
  };
}

/** Whether repeats by one pupil in a term led to a higher step of the ladder. */
export const checkSameStage: WholeCheck = (rule, cases, context) => {
  const ladder = ladderOf(rule, context);
  const limit = findTermThreshold(context.thresholds, rule.threshold ?? 'persistent_records').value;
  const found: DutyFinding[] = [];
  for (const [pupil, records] of groupByActor(rule, cases)) {
    for (const term of splitByTerm(records, context.calendar)) {
      if (term.length < limit) continue;
      const stages = term.map((one) => readStage(ladder, one)?.step ?? null);
      found.push({ ...judgeRise(stages), incident: null, pupils: [pupil] });
    }
  }
  return found;
};
