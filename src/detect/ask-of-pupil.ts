import { readTaxonomy } from '../policy/taxonomy.ts';
import type { AskedOfSubject } from './asked-of-subject.ts';
import { countCapped } from './count-capped.ts';
import { countOf } from './describe-numbers.ts';
import type { DetectInput, DetectorMeta } from './detect-input.ts';
import { MUTUAL_PAIR } from './mutual-pair.ts';
import { PAIR } from './pair.ts';
import { gatherPairs } from './pair-record.ts';
import { datesByPupil, mostTogether, POLICY_LIMIT, sayLimit } from './policy-limit.ts';
import { PUPIL_PATTERN } from './pupil-pattern.ts';
import { PUPIL_TREND } from './pupil-trend.ts';
import type { DetectThresholds } from './read-thresholds.ts';
import type { PlacedIncident, SchoolRecord } from './school-record.ts';
import { listSerious, SERIOUS_REPEAT } from './serious-repeat.ts';
import { findTargetSpan } from './target-span.ts';

/** What is known of the pupil asked about. */
export interface PupilAsked {
  readonly pupil: number;
  /** Index of the school year looked at. */
  readonly at: number;
  /** The pupil's incidents of that year. */
  readonly ofYear: readonly PlacedIncident[];
  readonly record: SchoolRecord;
  readonly input: DetectInput;
  readonly thresholds: DetectThresholds;
}

const LISTS_AT_MOST = 6;

/** Every question that detectors ask of one pupil, with how much there is to answer it. */
export function askOfPupil(asked: PupilAsked): readonly AskedOfSubject[] {
  const answer = ({ id, question }: DetectorMeta, enough: boolean, said: string): AskedOfSubject => ({
    detector: id,
    question,
    enough,
    said,
  });
  return [
    answer(PUPIL_PATTERN, ...askPattern(asked)),
    answer(PUPIL_TREND, ...askTrend(asked)),
    answer(PAIR, ...askPair(asked)),
    answer(MUTUAL_PAIR, ...askMutual(asked)),
    answer(SERIOUS_REPEAT, ...askSerious(asked)),
    answer(POLICY_LIMIT, ...askLimit(asked)),
  ];
}

type Answer = readonly [enough: boolean, said: string];

function askPattern({ record, ofYear, thresholds: { pupil_pattern } }: PupilAsked): Answer {
  const { min_days } = pupil_pattern;
  const days = new Map<number, Set<number>>();
  for (const { day, categories } of ofYear) {
    for (const one of categories) days.set(one, (days.get(one) ?? new Set()).add(day));
  }
  if (days.size === 0)
    return [false, 'Nothing is recorded this school year, so there is no pattern to tell.'];
  const sorted = [...days].sort(([, one], [, other]) => other.size - one.size);
  const list = (some: typeof sorted): string => {
    const named = some
      .slice(0, LISTS_AT_MOST)
      .map(([one, on]) => `‘${record.categories[one]}’ on ${countOf(on.size, 'day')}`);
    const left = some.length - named.length;
    return [...named, ...(left > 0 ? [`${left} more kinds`] : [])].join(', ');
  };
  const few = sorted.filter(([, on]) => on.size < min_days);
  const many = sorted.filter(([, on]) => on.size >= min_days);
  const tooFew = `too few days to call a pattern (${min_days} needed, less where it is rare).`;
  if (many.length === 0) return [false, `${list(few)}: ${tooFew}`];
  const rest = few.length === 0 ? '' : ` ${list(few)}: ${tooFew}`;
  return [true, `${list(many)} this school year: enough to look at.${rest}`];
}

function askTrend({ pupil, record, input, thresholds }: PupilAsked): Answer {
  const { min_total, min_exposed_days, baseline_terms } = thresholds.pupil_trend;
  const target = findTargetSpan(record, input, baseline_terms);
  if (target === null) return [false, 'There is no earlier term to compare with.'];
  const { now, baseline } = target;
  const onRoll = ({ first, last }: typeof now): number =>
    (record.pupils[pupil]?.years ?? []).reduce(
      (sum, stay) =>
        stay === null ? sum : sum + Math.max(0, Math.min(stay.last, last) - Math.max(stay.first, first) + 1),
      0,
    );
  const [here, earlier] = [onRoll(now), onRoll(baseline)];
  if (here < min_exposed_days || earlier < min_exposed_days)
    return [
      false,
      `On roll for ${countOf(here, 'school day')} of ${input.period.name} and ${earlier} before: not enough to compare (${min_exposed_days} needed in each).`,
    ];
  const cap = thresholds.record.max_per_pupil_day;
  const [after = 0, before = 0] = [now, baseline].map((span) =>
    countCapped(record.events[pupil] ?? [], span, cap),
  );
  const said = `${countOf(after, 'incident')} in ${input.period.name} and ${before} in the terms before`;
  return after + before >= min_total
    ? [true, `${said}: enough to compare.`]
    : [false, `${said}: too few to call a change (${min_total} needed in all).`];
}

function askPair({ pupil, record, at, thresholds }: PupilAsked): Answer {
  const fewest = thresholds.pair.min_harmer_days;
  const days = gatherPairs(record)[at]?.actorDays.get(pupil) ?? 0;
  const said = `Another child is named on ${countOf(days, 'day')}`;
  return days >= fewest
    ? [true, `${said}: enough to tell whether it is the same one.`]
    : [false, `${said}: too few to tell whether it is the same one (${fewest} needed).`];
}

function askMutual({ pupil, record, at, thresholds }: PupilAsked): Answer {
  const fewest = thresholds.pair.min_harmer_days;
  const days = new Set(
    (gatherPairs(record)[at]?.mutual ?? [])
      .filter(({ actor, other }) => actor === pupil || other === pupil)
      .flatMap(({ days }) => days.map(({ day }) => day)),
  ).size;
  const said = `Records say on ${countOf(days, 'day')} that this pupil and another both took part`;
  return days >= fewest
    ? [true, `${said}: enough to tell whether it is the same two.`]
    : [false, `${said}: too few to tell whether it is the same two (${fewest} needed).`];
}

function askSerious({ pupil, record, input }: PupilAsked): Answer {
  const key = record.pupils[pupil]?.key ?? null;
  const found = key === null ? [] : listSerious(input, key);
  if (found.length === 0) return [true, 'No record carries a serious label; one would be listed.'];
  const titles = new Map(readTaxonomy().labels.map(({ code, title }) => [code, title]));
  const named = [...new Set(found)].map((code) => `‘${titles.get(code) ?? code}’`).join(', ');
  return [true, `Serious labels in the whole record: ${named}. One is enough to be listed.`];
}

function askLimit({ pupil, record, input }: PupilAsked): Answer {
  const limit = input.recordLimit;
  if (limit === undefined) return [true, 'No policy was given, so there is no number to hold against.'];
  const dates = datesByPupil(input).get(record.pupils[pupil]?.key ?? '') ?? [];
  const most = mostTogether(dates, input, limit);
  const said = `${countOf(dates.length, 'record')} in ${input.period.name}; the number is ${sayLimit(limit)}`;
  return [true, most >= limit.value ? `${said}: reached.` : `${said}: not reached.`];
}
