import { describe, expect, it } from 'vitest';
import type { CommonShare, TrustAnalysis } from '../../src/incident/trust-analysis.ts';
import { editCommon } from '../../src/privacy/edit-common.ts';

type Table = Readonly<Record<string, number>>;

function trustOf(tables: readonly Table[]): Pick<TrustAnalysis, 'common' | 'schools'> {
  const kinds = [...new Set(tables.flatMap((table) => Object.keys(table)))];
  const wholes = tables.map((table) => Object.values(table).reduce((sum, count) => sum + count, 0));
  const all = wholes.reduce((sum, count) => sum + count, 0);
  const places: CommonShare[] = kinds.map((kind) => {
    const incidents = tables.reduce((sum, table) => sum + (table[kind] ?? 0), 0);
    const shares = tables.map((table, at) => (table[kind] ?? 0) / (wholes[at] ?? 1));
    return {
      kind,
      title: kind,
      incidents,
      share: incidents / all,
      range: [Math.min(...shares), Math.max(...shares)],
      schools: tables.length,
      schools_leading: 0,
    };
  });
  const schools = tables.map((place_kinds) => ({
    place_kinds,
    time_kinds: {},
    counts: { weekday_period: {} },
  }));
  return { common: { changes: [], places, times: [], weekdays: [] }, schools } as never;
}

const row = (tables: readonly Table[], kind: string, threshold = 5) =>
  editCommon(trustOf(tables), threshold).places.find((one) => one.kind === kind);

describe('editCommon', () => {
  it('gives no share of a few incidents, nor of the one beside it that would tell', () => {
    const tables = [{ playground: 20, corridor: 9, hall: 1 }];
    for (const kind of ['hall', 'corridor'])
      expect(row(tables, kind)).toMatchObject({ incidents: 'hidden', share: null, range: null });
    expect(row(tables, 'playground')).toMatchObject({ incidents: 20, share: 20 / 30 });
  });

  it('gives no range whose end is the share of a few in one school', () => {
    const tables = [
      { playground: 29, corridor: 1 },
      { playground: 20, corridor: 10 },
    ];
    expect(row(tables, 'corridor')).toMatchObject({ incidents: 11, share: 11 / 60, range: null });
    const even = [
      { playground: 20, corridor: 10 },
      { playground: 10, corridor: 20 },
    ];
    expect(row(even, 'corridor')?.range).toEqual([1 / 3, 2 / 3]);
  });

  it('hides nothing from moderators', () => {
    expect(row([{ playground: 29, corridor: 1 }], 'corridor', 1)).toMatchObject({
      incidents: 1,
      share: 1 / 30,
    });
  });
});
