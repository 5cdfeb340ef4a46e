import { countWeekdays } from '../incident/count-weekdays.ts';
import type { CommonShare, TrustCommon, TrustSchool, TrustTrend } from '../incident/trust-analysis.ts';
import { WEEKDAYS } from '../incident/weekdays.ts';
import { readTrustThresholds } from './read-trust-thresholds.ts';
import { readPlaceKinds, readTimeKinds } from './sort-kinds.ts';

const NOT_RECORDED = 'not_recorded';

interface NamedKind {
  readonly kind: string;
  readonly title: string;
}

/** What schools have in common: measures that rose or fell together, and where and when most is recorded. */
export function findCommon(schools: readonly TrustSchool[], trends: readonly TrustTrend[]): TrustCommon {
  return {
    changes: listChanges(trends),
    places: shareKinds(
      readPlaceKinds(),
      schools.map(({ place_kinds }) => place_kinds),
    ),
    times: shareKinds(
      readTimeKinds(),
      schools.map(({ time_kinds }) => time_kinds),
    ),
    weekdays: shareKinds(
      WEEKDAYS.map((day) => ({ kind: day.toLowerCase(), title: day })),
      schools.map(countWeekdays),
    ).filter(({ incidents }) => incidents > 0),
  };
}

/** A change is shared when the pooled ratio says so and two schools in three lean that way. */
function listChanges(trends: readonly TrustTrend[]): TrustCommon['changes'] {
  return trends.flatMap(({ code, title, comparison, pooled, schools }) => {
    if (pooled === null || pooled.q > readTrustThresholds().trend_false_share) return [];
    const direction = pooled.ratio > 1 ? ('up' as const) : ('down' as const);
    const tested = schools.filter(({ p }) => p !== null);
    const leaning = tested.filter(({ now, now_days, before, before_days }) =>
      direction === 'up' ? now * before_days > before * now_days : now * before_days < before * now_days,
    );
    if (leaning.length * 3 < tested.length * 2) return [];
    return {
      code,
      title,
      comparison,
      direction,
      pooled,
      schools_leaning: leaning.length,
      schools_clear: schools.filter(({ verdict }) => verdict === direction).length,
    };
  });
}

function shareKinds(
  kinds: readonly NamedKind[],
  tables: readonly Readonly<Record<string, number>>[],
): CommonShare[] {
  const placed = tables.map((table) =>
    Object.entries(table).reduce((sum, [kind, count]) => sum + (kind === NOT_RECORDED ? 0 : count), 0),
  );
  const all = placed.reduce((sum, count) => sum + count, 0);
  const least = readTrustThresholds().common_records;
  const telling = tables.flatMap((table, at) => {
    const whole = placed[at] ?? 0;
    return whole >= least ? [{ table, whole }] : [];
  });
  return kinds.map(({ kind, title }) => {
    const incidents = tables.reduce((sum, table) => sum + (table[kind] ?? 0), 0);
    const told = kind !== NOT_RECORDED;
    const shares = telling.map(({ table, whole }) => (table[kind] ?? 0) / whole);
    return {
      kind,
      title,
      incidents,
      share: told && all > 0 ? incidents / all : null,
      range: told && shares.length > 0 ? [Math.min(...shares), Math.max(...shares)] : null,
      schools: telling.length,
      schools_leading: told ? telling.filter(({ table }) => isLeading(kind, table)).length : 0,
    };
  });
}

function isLeading(kind: string, table: Readonly<Record<string, number>>): boolean {
  const most = Math.max(...Object.entries(table).map(([name, count]) => (name === NOT_RECORDED ? 0 : count)));
  return most > 0 && (table[kind] ?? 0) === most;
}
