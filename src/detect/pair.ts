import { daysBetween, formatDayMonthYear } from '../calendar/iso-date.ts';
import type { Finding } from '../incident/finding.ts';
import { binomialUpperTail } from '../statistics/binomial-upper-tail.ts';
import { expectedChanceListed } from '../statistics/expected-chance-listed.ts';
import { informationComponent } from '../statistics/information-component.ts';
import { weightedBenjaminiHochberg } from '../statistics/weighted-benjamini-hochberg.ts';
import { countOf, describeExpected } from './describe-numbers.ts';
import type { DetectorMeta, DetectorResult } from './detect-input.ts';
import type { DetectionContext } from './detection-context.ts';
import { makeFinding } from './make-finding.ts';
import { makeRun } from './make-run.ts';
import type { PairDays, PairRecord } from './pair-record.ts';
import { sayPupilsTold } from './say-pupils-told.ts';
import { type YearMates, yearMatesOf } from './year-mates.ts';

export const PAIR: DetectorMeta = {
  id: 'pair',
  question: 'Do one pupil’s incidents keep involving the same other child?',
  unit: 'a pupil and a child of the same year group in a school year',
  needs: ['linked pupils'],
};

/** A pair with what chance would give it. */
interface PairResult {
  readonly pair: PairDays;
  readonly record: PairRecord;
  readonly of: number;
  readonly expected: number;
  readonly p: number;
  /** What the pair counts for in the family of tests. */
  readonly weight: number;
}

/**
 * Finds pupils whose incidents hit the same child more often than that child's share of being hit by others explains.
 *
 * Of a pupil's n incident-days that name someone, the number naming one child is binomial; the chance weighs class
 * and year group, and how often others name that child. Every pupil with three or more such days is tried against
 * every year-mate, and all of those tests count for the false discovery rate, not only the pairs that occurred:
 * that is what keeps two busy children in one class from being called a pair. Children of one class meet more often
 * than others of their year group, and their pairs weigh accordingly; the weights' mean is one for every pupil.
 */
export function detectPairs(context: DetectionContext): DetectorResult {
  const { record, thresholds } = context;
  const results: PairResult[] = [];
  let [family, tooFew, told, fewer] = [0, 0, 0, 0];
  for (const gathered of context.pairs) {
    const mates = yearMatesOf(record, gathered);
    for (const [actor, days] of gathered.actorDays) {
      const isTold = days >= thresholds.pair.min_harmer_days;
      if (isTold) [told, family] = [told + 1, family + mates.countFor(actor)];
      else [fewer, tooFew] = [fewer + 1, tooFew + mates.countFor(actor)];
    }
    results.push(...testPairs(gathered, mates, thresholds.pair.min_harmer_days));
  }
  const q = weightedBenjaminiHochberg(
    results.map(({ p }) => p),
    results.map(({ weight }) => weight),
    Math.max(family, results.length),
    1,
  );
  const findings = results.flatMap((result, at) =>
    (q[at] ?? 1) <= thresholds.pair.q_clear && isRepeated(context, result)
      ? [describe(context, result, q[at] ?? 1, results)]
      : [],
  );
  const fewest = thresholds.pair.min_harmer_days;
  return {
    findings: findings.toSorted((one, other) => (one.p ?? 1) - (other.p ?? 1)),
    run: makeRun(PAIR, findings, {
      lookedAt: family + tooFew,
      tooFew,
      tooFewIf: `fewer than ${fewest} days on which the pupil’s records name another child`,
      expectedByChance:
        family === 0 ? 0 : Number(expectedChanceListed(thresholds.pair.q_clear).toPrecision(2)),
      note: sayPupilsTold(told, fewer, 'a record about a pupil names another child', fewest),
    }),
  };
}

function testPairs(gathered: PairRecord, mates: YearMates, fewest: number): readonly PairResult[] {
  return gathered.pairs.flatMap((pair) => {
    const of = gathered.actorDays.get(pair.actor) ?? 0;
    const share = mates.shareOf(pair.actor, pair.other);
    if (of < fewest || share <= 0) return [];
    const observed = pair.days.length;
    const p = binomialUpperTail(observed, of, share);
    const weight = mates.weightOf(pair.actor, pair.other);
    return [{ pair, record: gathered, of, expected: of * share, p, weight }];
  });
}

function isRepeated({ record, thresholds }: DetectionContext, { pair, expected }: PairResult): boolean {
  const limits = thresholds.pair;
  const weeks = new Set(pair.days.map(({ day }) => record.week[day])).size;
  return (
    pair.days.length >= limits.min_days &&
    weeks >= limits.min_weeks &&
    informationComponent(pair.days.length, expected).ic025 > 0
  );
}

function describe(
  context: DetectionContext,
  { pair, record: gathered, of, expected, p }: PairResult,
  q: number,
  all: readonly PairResult[],
): Finding {
  const { record } = context;
  const observed = pair.days.length;
  const [actor, other] = [record.pupils[pair.actor]?.label ?? '', record.pupils[pair.other]?.label ?? ''];
  // The records' own days, of a weekend too.
  const [from, to] = [pair.days[0], pair.days.at(-1)].map((one) => one?.source.incident.date ?? '') as [
    string,
    string,
  ];
  const weeks = Math.max(1, Math.ceil((daysBetween(from, to) + 1) / 7));
  const back = all.find(
    (one) => one.record === gathered && one.pair.actor === pair.other && one.pair.other === pair.actor,
  );
  const sentence = [
    pair.roleKnown
      ? `On ${observed} of the ${of} days in ${gathered.year.name} on which a record says ${actor} hurt another child, it was ${other}.`
      : `On ${observed} of the ${of} days in ${gathered.year.name} on which a record about ${actor} names another child, ${other} was involved.`,
    `By chance it would be ${describeExpected(expected)}.`,
    `${formatDayMonthYear(from)} to ${formatDayMonthYear(to)}, over ${countOf(weeks, 'week')}.`,
    ...(back === undefined
      ? []
      : [`Records also name them the other way round on ${countOf(back.pair.days.length, 'day')}.`]),
    'Check whether this is repeated and aimed at one child.',
  ].join(' ');
  const { ic025, ic975 } = informationComponent(observed, expected);
  return makeFinding({
    kind: 'pair',
    subject: `${actor} -> ${other}`,
    category: null,
    direction: 'up',
    from,
    to,
    comparison: null,
    tier: 'clear',
    observed,
    expected,
    interval: [2 ** ic025, 2 ** ic975],
    p,
    q,
    started: null,
    sentence,
    evidence: pair.days,
  });
}
