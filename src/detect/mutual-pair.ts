import { formatDayMonthYear } from '../calendar/iso-date.ts';
import type { Finding } from '../incident/finding.ts';
import { benjaminiHochberg } from '../statistics/benjamini-hochberg.ts';
import { binomialUpperTail } from '../statistics/binomial-upper-tail.ts';
import { expectedChanceListed } from '../statistics/expected-chance-listed.ts';
import { informationComponent } from '../statistics/information-component.ts';
import { countOf, describeExpected } from './describe-numbers.ts';
import type { DetectorMeta, DetectorResult } from './detect-input.ts';
import type { DetectionContext } from './detection-context.ts';
import { makeFinding } from './make-finding.ts';
import { makeRun } from './make-run.ts';
import type { PairDays, PairRecord } from './pair-record.ts';
import { sayPupilsTold } from './say-pupils-told.ts';
import { yearMatesOf } from './year-mates.ts';

export const MUTUAL_PAIR: DetectorMeta = {
  id: 'mutual_pair',
  question: 'Do the same two pupils keep coming into conflict, both taking part?',
  unit: 'two pupils of a year group, asked from either side',
  needs: ['linked pupils'],
};

/** Two pupils with what chance would give them, whichever of the two it is asked from. */
interface MutualResult {
  readonly pair: PairDays;
  readonly year: string;
  readonly expected: number;
  readonly p: number;
}

/**
 * Finds two pupils who keep being in conflict with each other, where records say both took part: no harmer and no
 * target, so it is kept apart from directed pairs.
 *
 * Asked from each side as a directed pair would be; the larger p of the two counts, so that neither one's few nor
 * the other's many conflicts make the pair.
 */
export function detectMutualPairs(context: DetectionContext): DetectorResult {
  const { record, thresholds } = context;
  const limits = thresholds.pair;
  const results: MutualResult[] = [];
  let [family, tooFew, told, fewer] = [0, 0, 0, 0];
  for (const gathered of context.pairs) {
    if (gathered.mutual.length === 0) continue;
    const both = asBothWays(gathered);
    const mates = yearMatesOf(record, both);
    for (const [actor, days] of both.actorDays) {
      const isTold = days >= limits.min_harmer_days;
      if (isTold) [told, family] = [told + 1, family + mates.countFor(actor)];
      else [fewer, tooFew] = [fewer + 1, tooFew + mates.countFor(actor)];
    }
    const chance = ({ actor, other, days }: PairDays) => {
      const of = both.actorDays.get(actor) ?? 0;
      const share = mates.shareOf(actor, other);
      return { expected: of * share, p: share > 0 ? binomialUpperTail(days.length, of, share) : 1 };
    };
    for (const pair of both.pairs) {
      if (pair.actor > pair.other || pair.days.length < 2) continue;
      const [one, two] = [chance(pair), chance({ ...pair, actor: pair.other, other: pair.actor })];
      const larger = one.p >= two.p ? one : two;
      results.push({ pair, year: gathered.year.name, ...larger });
    }
  }
  const q = benjaminiHochberg(
    results.map(({ p }) => p),
    Math.max(family, results.length),
  );
  const findings = results.flatMap((result, at) => {
    const { pair, expected } = result;
    const weeks = new Set(pair.days.map(({ day }) => record.week[day])).size;
    const repeated = pair.days.length >= limits.min_days && weeks >= limits.min_weeks;
    const above = expected > 0 && informationComponent(pair.days.length, expected).ic025 > 0;
    return repeated && above && (q[at] ?? 1) <= limits.q_clear ? [describe(context, result, q[at] ?? 1)] : [];
  });
  return {
    findings,
    run: makeRun(MUTUAL_PAIR, findings, {
      lookedAt: family + tooFew,
      tooFew,
      tooFewIf: `fewer than ${limits.min_harmer_days} days on which records say that the pupil and another both took part`,
      expectedByChance: family === 0 ? 0 : Number(expectedChanceListed(limits.q_clear).toPrecision(2)),
      note: sayPupilsTold(told, fewer, 'a record says that both children took part', limits.min_harmer_days),
    }),
  };
}

/** Mutual pairs from either side, so that each pupil's own conflicts are counted. */
function asBothWays({ year, mutual }: PairRecord): PairRecord {
  const days = new Map<number, Set<number>>();
  for (const pair of mutual) {
    for (const pupil of [pair.actor, pair.other]) {
      const known = days.get(pupil) ?? new Set();
      for (const { day } of pair.days) known.add(day);
      days.set(pupil, known);
    }
  }
  return {
    year,
    mutual,
    pairs: mutual.flatMap((pair) => [pair, { ...pair, actor: pair.other, other: pair.actor }]),
    actorDays: new Map([...days].map(([pupil, set]) => [pupil, set.size])),
  };
}

function describe(
  { record }: DetectionContext,
  { pair, year, expected, p }: MutualResult,
  q: number,
): Finding {
  const observed = pair.days.length;
  const names = [record.pupils[pair.actor]?.label ?? '', record.pupils[pair.other]?.label ?? ''].sort();
  // The records' own days, of a weekend too.
  const [from, to] = [pair.days[0], pair.days.at(-1)].map((one) => one?.source.incident.date ?? '') as [
    string,
    string,
  ];
  const { ic025, ic975 } = informationComponent(observed, expected);
  return makeFinding({
    kind: 'pair',
    subject: names.join(' <-> '),
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
    sentence:
      `${names.join(' and ')} were in conflict with each other on ${countOf(observed, 'day')} in ${year}, both taking part; ` +
      `by chance it would be ${describeExpected(expected)}. ${formatDayMonthYear(from)} to ${formatDayMonthYear(to)}. ` +
      'The records give no direction: ask both.',
    evidence: pair.days,
  });
}
