import { describe, expect, it } from 'vitest';
import { sampleReturn } from './helpers/sample-return.ts';
import { collate } from './helpers/simulate-trust.ts';

describe('warnings and comparability', () => {
  it('names schools without a return and schools not on the list', () => {
    const { meta, warnings } = collate([sampleReturn()], ['ash primary  school', 'Birch School']);
    expect(meta.missing).toEqual(['Birch School']);
    expect(warnings.map(({ code, school }) => `${code} ${school}`)).toEqual(['missing_school Birch School']);
    expect(collate([sampleReturn()], ['Birch School']).warnings.map(({ code }) => code)).toEqual([
      'missing_school',
      'not_on_list',
    ]);
    expect(collate([sampleReturn()]).meta.missing).toBeNull();
  });

  it('names a term that one school lacks, and a nil return', () => {
    const { counts, quality } = sampleReturn();
    const spring = { name: '2025-26 Spring', from: '2026-01-05', to: '2026-03-27', school_days: 55 };
    const { warnings } = collate([
      sampleReturn(),
      sampleReturn({ period: spring }),
      sampleReturn({
        school: 'Birch School',
        profile: 'own',
        counts: { ...counts, incidents: 0 },
        quality: { ...quality, incidents: 0 },
      }),
    ]);
    const said = warnings.map(({ message }) => message).join('\n');
    expect(said).toContain('Birch School has no return for 2025-26 Spring');
    expect(said).toContain('none recorded is not none happened');
    expect(said).toContain('different policies (national, own)');
  });

  it('says nothing of a school by a few records, or by empty days that so few records leave', () => {
    const { quality, counts } = sampleReturn();
    const flagsOf = (records: number, late: number, quiet: number) =>
      collate([
        sampleReturn({
          counts: {
            ...counts,
            incidents: records,
            records: { behaviour: records, positive: 0, safeguarding: 0, accident: 0, uncategorised: 0 },
          },
          quality: {
            ...quality,
            ...{ incidents: records, with_category: records, with_recorded_date: records },
            ...{ with_time: records, with_place: records, unmapped_incidents: 0 },
            late,
            days_without_entries: quiet,
          },
        }),
      ]).comparability[0]?.flags;
    expect(flagsOf(6, 3, 66)).toEqual([]);
    expect(flagsOf(12, 6, 61)).toEqual(['late']);
    expect(flagsOf(40, 0, 42)).toEqual([]);
    expect(flagsOf(120, 0, 40)).toEqual(['days_without_entries']);
  });

  it('flags records that are late, without a place or time, or without a meaning', () => {
    const { quality } = sampleReturn();
    const [row] = collate([
      sampleReturn({
        calendar: { source: 'assumed', terms_in_year: 3 },
        quality: {
          ...quality,
          late: 40,
          with_time: 30,
          with_place: 20,
          unmapped_incidents: 50,
          days_without_entries: 40,
        },
      }),
    ]).comparability;
    expect(row?.flags).toEqual([
      'assumed_calendar',
      'unmapped',
      'late',
      'days_without_entries',
      'without_time',
      'without_place',
    ]);
    expect(row).toMatchObject({ late: 0.4, unmapped: 0.5, with_time: 0.3 });
  });
});
