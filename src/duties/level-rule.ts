import type { DutyNeed, DutyRule, Ladder } from '../policy/duty-rule.ts';

function levelNeed(need: DutyNeed): DutyNeed {
  return {
    any: need.any,
    say: need.say,
    of: need.of,
    within: need.within,
    by: need.by,
    not_before: need.not_before,
    or_later: need.or_later,
    days: need.days,
    if: need.if,
    unless: need.unless,
    on_repeat: need.on_repeat,
    logged: need.logged,
    missing: need.missing,
    denied_by: need.denied_by,
    to: need.to,
    in_part: need.in_part,
  } as DutyNeed;
}

/**
 * The same rule with every key there, those left out as undefined. Rules of a profile differ in their keys, and the
 * engine that runs us would build its fast paths for each kind of object anew, again and again: by far the largest
 * part of the time that duties took.
 */
export function levelRule(rule: DutyRule): DutyRule {
  return {
    id: rule.id,
    title: rule.title,
    check: rule.check,
    begins: rule.begins,
    nations: rule.nations,
    when: rule.when,
    all: rule.all,
    unless: rule.unless,
    recorded: rule.recorded,
    needs: rule.needs?.map(levelNeed),
    tags: rule.tags,
    barred: rule.barred,
    except: rule.except,
    threshold: rule.threshold,
    serious: rule.serious,
    harmed: rule.harmed,
    on_repeat: rule.on_repeat,
    ladder: rule.ladder,
    ask_above: rule.ask_above,
    limit: rule.limit,
    exactly: rule.exactly,
    waived: rule.waived,
    every: rule.every,
    month: rule.month,
    question: rule.question,
    unseen: rule.unseen,
  } as DutyRule;
}

/** The same ladder, its needs levelled as `levelRule` does. */
export function levelLadder(ladder: Ladder): Ladder {
  return {
    ...ladder,
    steps: ladder.steps.map((step) => ({ ...step, needs: step.needs.map(levelNeed) })),
  };
}
