import { isShown } from '../../../privacy/count-cell.ts';
import type { EditionOutlier, TrustEdition } from '../../../privacy/trust-edition.ts';
import type { ReportFigure } from '../../report-document.ts';
import {
  countNoun,
  formatAbout,
  formatRatio,
  formatShare,
  joinWords,
  uncapitalise,
} from '../sentences/format-number.ts';
import { printRate, type TrustContext } from './trust-context.ts';

/**
 * Schools that stand out, what each stands out in by one direction in one sentence, with what to bear in mind once.
 * `own`: on the school's own page, which has its name above.
 */
export function tellOutliers(
  outliers: readonly EditionOutlier[],
  { words }: TrustContext,
  own = false,
): readonly string[] {
  const together = groupBy(outliers, ({ school, direction }) => `${school}|${direction}`);
  return together.flatMap((all) => {
    const [one] = all;
    if (one === undefined) return [];
    const explained = all.find(({ expected }) => expected !== null);
    const flags = [...new Set(all.flatMap(({ cautions }) => cautions))];
    const told = words.say_(own ? 'outlier_own' : 'outlier', {
      school: one.school,
      direction: words.name('directions', one.direction),
      others: words.name('others', one.phase),
      measures: joinWords(all.map((outlier) => tellMeasure(outlier, outlier === explained, words))),
    });
    return flags.length === 0 || own
      ? told
      : told + words.say_('caution', { flags: joinWords(flags.map((flag) => words.name('flags', flag))) });
  });
}

function tellMeasure(outlier: EditionOutlier, isFirst: boolean, words: TrustContext['words']): string {
  const { observed, expected } = outlier;
  const values = { measure: uncapitalise(words.measure(outlier)), observed: String(observed) };
  if (expected === null) return words.say_('outlier_plain', values);
  return words.say_(isFirst ? 'outlier_measure' : 'outlier_further', {
    ...values,
    expected: expected < 1 ? '1 or fewer' : formatAbout(Math.round(expected)),
  });
}

/** What is said where no school, or not every one that stands out, can be told. */
export function tellUntold(told: number, untold: number, { words }: TrustContext): readonly string[] {
  if (untold > 0) return [words.say_(told > 0 ? 'untold' : 'untold_only', { count: String(untold) })];
  return told > 0 ? [] : [words.say_('no_outlier')];
}

/** Changes that the schools share. */
export function tellShared(shared: TrustEdition['shared'], { words }: TrustContext): readonly string[] {
  if (shared.length === 0) return [words.say_('no_shared')];
  return shared.map(({ pooled, direction, comparison, ...measure }) =>
    words.say_('shared', {
      measure: words.measure(measure),
      direction: words.name('directions', direction),
      other: words.name('comparisons', comparison),
      ratio: formatRatio(pooled.ratio),
      low: formatRatio(pooled.interval[0]),
      high: formatRatio(pooled.interval[1]),
      schools: String(pooled.schools),
    }),
  );
}

/** Groups that stand out, each once: of a characteristic, those with a higher rate, else with a lower. */
export function tellGroups(groups: TrustEdition['groups'], { words }: TrustContext): readonly string[] {
  const outstanding = groups.filter(({ pooled, stands_out }) => pooled !== null && stands_out);
  const higher = new Set(
    outstanding.filter(({ pooled }) => (pooled?.ratio ?? 0) > 1).map(({ characteristic }) => characteristic),
  );
  const told = outstanding.flatMap(({ characteristic, group, pooled }) =>
    pooled !== null && (pooled.ratio > 1 || !higher.has(characteristic))
      ? words.say_('group', {
          group: words.group(group),
          characteristic: words.group(characteristic),
          ratio: formatRatio(pooled.ratio),
          low: formatRatio(pooled.spread[0]),
          high: formatRatio(pooled.spread[1]),
        })
      : [],
  );
  return told.length > 0 ? told : [words.say_('no_group')];
}

/** Kinds of place and time that take the largest shares. */
export function tellCommon({ common }: TrustEdition, { words }: TrustContext): readonly string[] {
  return [common.places, common.times, common.weekdays].flatMap((kinds) =>
    [...kinds]
      .filter(
        // A range that rests on a few incidents is hidden; what the schools have in common is told without it.
        ({ share, incidents }) => share !== null && isShown(incidents) && incidents >= 20,
      )
      .sort((a, b) => (b.share ?? 0) - (a.share ?? 0) || (a.kind < b.kind ? -1 : 1))
      .slice(0, 2)
      .map(({ title, share, range }) =>
        words.say_(range === null ? 'common_whole' : 'common', {
          title,
          share: formatShare(share ?? 0),
          low: formatShare(range?.[0] ?? 0),
          high: formatShare(range?.[1] ?? 0),
        }),
      ),
  );
}

type Funnel = TrustEdition['funnels'][number];

/** Figures a report has room for: who else stands apart is told in words at its beginning. */
const MOST_FUNNELS = 4;

function standsApart({ units }: Funnel): boolean {
  return units.some(({ outlying }) => outlying);
}

function canBeDrawn(funnel: Funnel): boolean {
  const { code, units, rate } = funnel;
  return rate !== null && units.length >= 3 && (code === 'all' || standsApart(funnel));
}

/** Funnels that are drawn, in their order: those in which a school stands apart go before the others. */
function chooseFunnels({ funnels }: TrustEdition): readonly Funnel[] {
  const drawable = funnels.filter(canBeDrawn);
  const first = [...drawable.filter(standsApart), ...drawable.filter((funnel) => !standsApart(funnel))];
  const chosen = new Set(first.slice(0, MOST_FUNNELS));
  return drawable.filter((funnel) => chosen.has(funnel));
}

/**
 * Measures that are not drawn, and why: no school stands apart, too few have a number that can be shown, or there are
 * figures enough.
 */
export function tellQuietFunnels(edition: TrustEdition, { words }: TrustContext): readonly string[] {
  const stands = ({ phase, code }: Funnel): boolean =>
    edition.outliers.some((outlier) => outlier.phase === phase && outlier.code === code);
  const drawn = new Set(chooseFunnels(edition));
  const why = (funnel: Funnel): 'funnel_enough' | 'funnel_few' | 'funnel_quiet' => {
    if (standsApart(funnel) || stands(funnel)) return canBeDrawn(funnel) ? 'funnel_enough' : 'funnel_few';
    return 'funnel_quiet';
  };
  const undrawn = edition.funnels.filter((funnel) => !drawn.has(funnel));
  return groupBy(undrawn, (funnel) => `${funnel.phase}|${why(funnel)}`).flatMap((group) => {
    const [first] = group;
    if (first === undefined) return [];
    return words.say_(why(first), {
      phase: words.name('phases', first.phase),
      measures: joinWords(group.map((funnel) => uncapitalise(words.measure(funnel)))),
    });
  });
}

/** Which schools a funnel's average is of: those that stand apart are left out of it. */
function tellAveraged({ schools, averaged }: Funnel, words: TrustContext['words']): string {
  if (averaged === null) return words.say_('average_rest');
  if (averaged === schools) return words.say_('average_all', { schools: String(schools) });
  return words.say_('average_some', { schools: String(averaged) });
}

/** Funnels of the measures in which a school stands apart and of all incidents of each kind of school, some of each. */
export function funnelFigures(
  edition: TrustEdition,
  { words, terms }: TrustContext,
): readonly ReportFigure[] {
  return chooseFunnels(edition).map((funnel, at) => {
    const { phase, rate, units, hidden, schools } = funnel;
    const average = tellAveraged(funnel, words);
    const names = units.filter(({ outlying }) => outlying).map(({ school }) => school);
    const values = {
      measure: words.measure(funnel),
      phase: words.name('phases', phase),
      schools: joinWords(names),
    };
    const title = names.length === 0 ? 'funnel_none' : names.length === 1 ? 'funnel_one' : 'funnel_more';
    return {
      type: 'figure',
      title: words.say_(title, values),
      subtitle: words.say_('funnel_sub', {
        schools: String(schools),
        phase: words.name('phases', phase),
        terms,
        average,
      }),
      source: words
        .say_(at === 0 ? 'funnel_source' : 'funnel_source_again', {
          hidden: hidden > 0 ? words.say_('funnel_hidden', { count: String(hidden) }) : '',
        })
        .trim(),
      alt: `${words.say_('funnel_alt', {
        drawn: units.length === schools ? '' : `${String(units.length)} of `,
        schools: String(schools),
        phase: words.name('phases', phase),
        average,
        rate: printRate(rate),
        named:
          names.length > 0
            ? words.say_('funnel_alt_named', { names: joinWords(names) })
            : words.say_('funnel_alt_none'),
      })}${funnel.code === 'all' ? words.say_('funnel_alt_table') : ''}`,
      chart: {
        kind: 'funnel',
        xLabel: 'Pupil days (pupils on roll times school days)',
        yLabel: 'Recorded per 100 pupils per school day',
        mean: rate ?? 0,
        points: units.map(({ school, pupil_days, rate: own, outlying }) => ({
          label: school,
          x: pupil_days,
          y: own,
          named: outlying,
        })),
        limits: [...units]
          .sort((a, b) => a.pupil_days - b.pupil_days)
          .map(({ pupil_days, wide95, wide998 }) => ({
            x: pupil_days,
            low95: wide95[0],
            high95: wide95[1],
            low998: wide998[0],
            high998: wide998[1],
          })),
      },
    };
  });
}

/** More schools than this with one change are counted, not named. */
const MOST_NAMED = 12;

/** Schools' own changes, those of one measure and direction in one sentence; `own`: without the name above the page. */
export function tellChanges(
  changes: TrustEdition['changes'],
  { words }: TrustContext,
  own = false,
): readonly string[] {
  const together = groupBy(changes, ({ code, direction }) => `${code}|${direction}`);
  return together.flatMap((all) => {
    const [first] = all;
    if (first === undefined) return [];
    const parts = groupBy(all, ({ comparison }) => comparison).map((same) => {
      const schools = same.map(({ school }) => school);
      return words.say_(own ? 'change_part_own' : 'change_part', {
        other: words.name('comparisons', same[0]?.comparison ?? ''),
        schools: schools.length > MOST_NAMED ? countNoun(schools.length, 'school') : joinWords(schools),
      });
    });
    return words.say_('change', {
      measure: words.measure(first),
      direction: words.name('directions', first.direction),
      parts: own ? joinWords(parts) : parts.join('; '),
    });
  });
}

function groupBy<T>(items: readonly T[], keyOf: (item: T) => string): T[][] {
  const groups = new Map<string, T[]>();
  for (const item of items) groups.set(keyOf(item), [...(groups.get(keyOf(item)) ?? []), item]);
  return [...groups.values()];
}
