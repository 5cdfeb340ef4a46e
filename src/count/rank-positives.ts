import { compareText } from '../incident/compare-text.ts';
import type { Pupil, PupilKey } from '../incident/incident.ts';
import type { LabelledIncident } from '../incident/labelled-incident.ts';
import type { ReportPeriod } from '../incident/period.ts';
import type { PositiveGroup, PositiveRanking, RankedPupil } from '../incident/positive-ranking.ts';
import type { RollEntry } from '../incident/roll.ts';
import { countBy } from './count-by.ts';
import { eachInvolvement, outermostCategories, takePeriod } from './count-period.ts';
import { isOnRoll, matchRoll } from './match-roll.ts';

/** What the ranking is made from. */
export interface PositiveInput {
  readonly labelled: readonly LabelledIncident[];
  readonly pupils: ReadonlyMap<PupilKey, Pupil>;
  readonly roll: readonly RollEntry[] | null;
  readonly period: Pick<ReportPeriod, 'from' | 'to'>;
  readonly places: { readonly value: number; readonly whose: string };
}

type Counted = Omit<RankedPupil, 'place'>;

/**
 * The pupils with most positive records in the period, in the school and in each year and class that the record or the
 * roll names: a record counts once for each pupil it is about, and all who tie at the last place are named.
 */
export function rankPositives({ labelled, pupils, roll, period, places }: PositiveInput): PositiveRanking {
  const records = takePeriod(labelled, period).filter(({ incident }) => incident.kind === 'positive');
  const entries = (roll ?? []).filter((entry) => isOnRoll(entry, period.from, period.to));
  const onRoll = matchRoll(pupils.values(), entries);
  const counted = new Map<
    PupilKey,
    { entries: number; year_group: string | null; class_name: string | null }
  >();
  for (const record of records) {
    for (const { pupil, yearGroup, className } of eachInvolvement(record)) {
      const known = counted.get(pupil);
      const placed = onRoll.get(pupil);
      counted.set(pupil, {
        entries: (known?.entries ?? 0) + 1,
        year_group: placed?.yearGroup ?? yearGroup ?? known?.year_group ?? null,
        class_name: placed?.className ?? className ?? known?.class_name ?? null,
      });
    }
  }
  const all = [...counted].map(([key, row]): Counted => ({ pupil: pupils.get(key)?.label ?? key, ...row }));
  const groups = (read: (each: Counted) => string | null): PositiveGroup[] =>
    [...new Set(all.flatMap((each) => read(each) ?? []))].sort(compareGroups).map((group) =>
      rankGroup(
        group,
        all.filter((each) => read(each) === group),
        places.value,
      ),
    );
  const recognised = new Set([...counted.keys()].flatMap((key) => onRoll.get(key) ?? []));
  return {
    places: places.value,
    whose: places.whose,
    school: rankGroup('All pupils', all, places.value),
    years: groups(({ year_group }) => year_group),
    classes: groups(({ class_name }) => class_name),
    without: roll === null ? null : entries.filter((entry) => !recognised.has(entry)).length,
    spread: {
      one: all.filter(({ entries }) => entries === 1).length,
      two_to_four: all.filter(({ entries }) => entries > 1 && entries < 5).length,
      five_or_more: all.filter(({ entries }) => entries >= 5).length,
    },
    records: records.length,
    categories: countBy(records.flatMap(({ incident }) => outermostCategories(incident.categories))),
  };
}

/** `Year 2` before `Year 10`; words by code point. */
function compareGroups(a: string, b: string): number {
  const number = (name: string): number => Number(/\d+/.exec(name)?.[0] ?? 0);
  return number(a) - number(b) || compareText(a, b);
}

function rankGroup(group: string, all: readonly Counted[], places: number): PositiveGroup {
  const sorted = [...all].sort((a, b) => b.entries - a.entries || compareText(a.pupil, b.pupil));
  const least = sorted[Math.min(places, sorted.length) - 1]?.entries ?? 0;
  return {
    group,
    entries: all.reduce((sum, { entries }) => sum + entries, 0),
    pupils: all.length,
    ranked: sorted
      .filter(({ entries }) => entries >= least)
      .map((each) => ({ ...each, place: 1 + sorted.filter(({ entries }) => entries > each.entries).length })),
  };
}
