import { describe, expect, it } from 'vitest';
import { weekdayOf } from '../../src/calendar/iso-date.ts';
import { detectHotspots } from '../../src/detect/hotspot.ts';
import { buildPlaceCells } from '../../src/detect/place-cells.ts';
import type { DayPeriod } from '../../src/incident/period.ts';
import { createRandom } from '../../src/statistics/seeded-random.ts';
import { calendar, makeContext, makeInput, pupilName, type Told } from './helpers/make-input.ts';

const random = createRandom('places');
const PLACES = ['Classroom', 'Corridor', 'Hall', 'Toilets'];
const TIMES = ['09:20', '11:10', '13:40'];
const quiet: readonly Told[] = calendar.schoolDays.flatMap((date) =>
  [0, 1, 2].map(() => ({
    date,
    who: pupilName(random() < 0.5 ? '1A' : '1B', Math.floor(random() * 30)),
    place: PLACES[Math.floor(random() * 4)] ?? 'Hall',
    time: TIMES[Math.floor(random() * 3)] ?? '09:20',
  })),
);
const tuesdays: readonly Told[] = calendar.schoolDays
  .filter((date) => date >= '2026-01-05' && date <= '2026-05-01' && weekdayOf(date) === 2)
  .flatMap((date, at) =>
    [0, 1].map((n) => ({ date, who: pupilName('1A', (at * 2 + n) % 30), place: 'Corridor', time: '11:10' })),
  );
const detect = (extra: readonly Told[], dayPeriods: readonly DayPeriod[] = []) =>
  detectHotspots(makeContext({ ...makeInput([...quiet, ...extra]), dayPeriods }));

describe('detectHotspots', () => {
  it('finds a place on one weekday for some weeks, and names no child', () => {
    const { findings, run } = detect(tuesdays);

    expect(findings.filter(({ q }) => (q ?? 1) < 0.01)).toHaveLength(1);
    expect(findings[0]).toMatchObject({
      kind: 'hotspot',
      subject: 'Corridor | 11:00-12:00 | Tuesday',
      direction: 'up',
      tier: 'clear',
    });
    expect(findings[0]?.from && findings[0].from <= '2026-01-19' && findings[0].to >= '2026-04-13').toBe(
      true,
    );
    expect(findings[0]?.sentence).toMatch(
      /^Corridor, 11:00-12:00, Tuesdays: \d+ incidents from .* to .*; .* would be usual there\./,
    );
    expect(findings[0]?.sentence).not.toMatch(/1[AB]-\d/);
    expect(run).toMatchObject({ lookedAt: 12, tooFew: 0 });
  });

  it('names no weekday for a place that is busy on all of them', () => {
    const spring = calendar.schoolDays
      .filter((date) => date >= '2026-01-05' && date <= '2026-03-27')
      .map((date, at) => ({ date, who: pupilName('1A', at % 30), place: 'Corridor', time: '11:10' }));
    const { findings } = detect(spring);
    expect(findings[0]?.subject).toBe('Corridor | 11:00-12:00');
    expect(findings[0]?.sentence).toMatch(/^Corridor, 11:00-12:00: \d+ incidents from /);
  });

  it('uses the school’s own periods where it has them', () => {
    const periods: readonly DayPeriod[] = [
      { name: 'Lesson 1', start: '09:00', end: '10:30', kind: 'lesson' },
      { name: 'Lesson 2', start: '10:45', end: '12:00', kind: 'lesson' },
      { name: 'Lesson 3', start: '13:00', end: '15:00', kind: 'lesson' },
    ];
    expect(detect(tuesdays, periods).findings[0]?.subject).toBe('Corridor | Lesson 2 | Tuesday');
  });

  it('does not call a place hot that is always busy, nor all places at once', () => {
    const playground = calendar.schoolDays.flatMap((date) =>
      [1, 2].map((n) => ({ date, who: pupilName('1B', n), place: 'Playground', time: '12:15' })),
    );
    const spring = calendar.schoolDays.filter((date) => date >= '2026-01-05' && date <= '2026-03-27');
    const everywhere = spring.flatMap((date, at) =>
      PLACES.flatMap((place) =>
        TIMES.map((time, n) => ({ date, who: pupilName('1A', (at * 5 + n) % 30), place, time })),
      ),
    );
    expect(detect([]).findings).toEqual([]);
    expect(detect(playground).findings).toEqual([]);
    expect(detect(everywhere).findings).toEqual([]);
  });

  it('says when records name no place', () => {
    const { run } = detectHotspots(makeContext(makeInput(quiet.map(({ date, who }) => ({ date, who })))));
    expect(run).toMatchObject({
      lookedAt: 0,
      note: '0 of 1143 incidents say both where and at what time or in which period.',
    });
  });
});

describe('buildPlaceCells', () => {
  const cells = (
    told: readonly Told[],
    dayPeriods: readonly DayPeriod[] = [],
    period: string | null = null,
  ) => {
    const input = makeInput(told);
    const labelled = input.labelled.map((one) => ({ ...one, incident: { ...one.incident, period } }));
    return buildPlaceCells(makeContext({ ...input, labelled }).record, dayPeriods).map((cell) => [
      cell.location,
      cell.slot,
      cell.incidents.length,
    ]);
  };
  const fight: readonly Told[] = [
    { date: '2026-01-06', time: '10:15', place: 'Yard', who: '1A-01', others: ['1A-02'] },
    { date: '2026-01-06', time: '10:15', place: 'Yard', who: '1A-02', others: ['1A-01'] },
    { date: '2026-01-06', time: '10:15', place: 'yard', who: '1A-03' },
  ];

  it('counts an event written up for each child in it once', () => {
    expect(cells(fight)).toEqual([['Yard', '10:00-11:00', 2]]);
  });

  it('takes the period from the record, else from its time, else leaves it out', () => {
    expect(cells(fight, [], 'Break')).toEqual([['Yard', 'Break', 2]]);
    const periods: readonly DayPeriod[] = [{ name: 'Break', start: '10:00', end: '10:15', kind: 'break' }];
    expect(cells(fight, periods)).toEqual([]);
    expect(cells(fight, periods, 'break')).toEqual([['Yard', 'Break', 2]]);
    expect(cells([{ date: '2026-01-06', place: 'Yard', who: '1A-01' }])).toEqual([]);
    expect(cells([{ date: '2026-01-06', place: 'Yard', who: '1A-01' }], periods)).toEqual([]);
  });
});
