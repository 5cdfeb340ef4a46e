import { buildCalendar } from '../../../src/calendar/build-calendar.ts';
import { choosePeriod } from '../../../src/calendar/choose-period.ts';
import { addDays, weekdayOf } from '../../../src/calendar/iso-date.ts';
import type { DetectInput } from '../../../src/detect/detect-input.ts';
import type { Pupil } from '../../../src/incident/incident.ts';
import type { LabelledIncident } from '../../../src/incident/labelled-incident.ts';
import type { DayPeriod } from '../../../src/incident/period.ts';
import type { RollEntry } from '../../../src/incident/roll.ts';
import { drawGamma } from '../../../src/statistics/draw-gamma.ts';
import { createRandom, type Random } from '../../../src/statistics/seeded-random.ts';
import { sampleHalfTerms } from '../../calendar/helpers/sample-half-terms.ts';
import { makeIncident, makeInvolvement } from '../../helpers/make-labelled.ts';

/** A true change put into a simulated school. */
export type Planted =
  | { readonly kind: 'pupil_trend'; readonly subject: string; readonly ratio: number }
  | {
      readonly kind: 'class_trend';
      readonly subject: string;
      readonly ratio: number;
      readonly from: string;
      readonly to: string;
    }
  | {
      readonly kind: 'hotspot';
      readonly subject: string;
      readonly from: string;
      readonly to: string;
      readonly events: number;
    }
  | {
      readonly kind: 'pupil_pattern';
      readonly subject: string;
      readonly category: string;
      readonly from: string;
      readonly to: string;
      readonly days: number;
    }
  | {
      readonly kind: 'pair';
      readonly subject: string;
      readonly from: string;
      readonly to: string;
      readonly days: number;
    };

export interface SimulatedSchool {
  readonly input: DetectInput;
  readonly planted: readonly Planted[];
  /**
   * True mean incidents of a pupil in a category over a year and over the busiest of its terms, with their ratios to the
   * mean of pupils; the season left out.
   */
  readonly truePattern: (
    pupil: string,
    category: string,
    year: string,
  ) => { readonly year: RatioAndCount; readonly term: RatioAndCount };
  /** True mean rate a day of a class between two dates, the school's rhythm and weekly noise left out. */
  readonly trueClassRate: (form: string, from: string, to: string) => number;
  /** True rate a day in the last term over that of the three before, the school's rhythm left out. */
  readonly trueTrend: (pupil: string) => number;
}

interface RatioAndCount {
  readonly ratio: number;
  readonly count: number;
}

export interface SimulationOptions {
  readonly seed: number;
  readonly yearGroups?: number;
  readonly classesPerYear?: number;
  readonly pupilsPerClass?: number;
  /** Mean incidents a pupil and school day. */
  readonly rate?: number;
  readonly withPlanted?: boolean;
  /** Gamma shapes: a pupil's rate from half-term to half-term, a class's from week to week, pupils among themselves. */
  readonly wobbleShape?: number;
  readonly classWeekShape?: number;
  readonly unevenness?: number;
  /** Share of pupils who join or leave within a year. */
  readonly moving?: number;
  /** Size of the swing of the season: 0.15 unless given. */
  readonly season?: number;
  /** How many times as much is recorded from the second September on; drawn between 0.78 and 1.28 unless given. */
  readonly recordingStep?: number;
  /** A day in each year on which a whole year group is written up, some pupils twice. */
  readonly massEvent?: boolean;
}

const CATEGORIES = [
  ['Disruption', 0.26, 'lesson', false],
  ['Defiance', 0.17, 'lesson', false],
  ['Physical', 0.15, 'any', true],
  ['Verbal abuse', 0.12, 'any', true],
  ['Bullying', 0.03, 'break', true],
  ['Prejudice', 0.02, 'any', true],
  ['Fighting', 0.04, 'break', false],
  ['Damage', 0.03, 'any', false],
  ['Swearing', 0.09, 'any', false],
  ['Leaving class', 0.03, 'lesson', false],
  ['Theft', 0.02, 'any', false],
  ['Device', 0.03, 'lesson', false],
  ['Online', 0.01, 'any', false],
] as const;

const PERIODS: readonly DayPeriod[] = [
  { name: 'Arrival', start: '08:35', end: '09:00', kind: 'edge' },
  { name: 'Lesson 1', start: '09:00', end: '10:30', kind: 'lesson' },
  { name: 'Break', start: '10:30', end: '10:45', kind: 'break' },
  { name: 'Lesson 2', start: '10:45', end: '12:00', kind: 'lesson' },
  { name: 'Lunch', start: '12:00', end: '13:00', kind: 'break' },
  { name: 'Lesson 3', start: '13:00', end: '15:10', kind: 'lesson' },
  { name: 'Home time', start: '15:10', end: '15:30', kind: 'edge' },
];
const PLACES: Readonly<Record<DayPeriod['kind'], readonly (readonly [string, number])[]>> = {
  lesson: [
    ['Classroom', 0.79],
    ['Corridor', 0.08],
    ['Hall', 0.07],
    ['Library', 0.03],
    ['Toilets', 0.03],
  ],
  break: [
    ['Playground', 0.66],
    ['Field', 0.13],
    ['Dinner Hall', 0.13],
    ['Toilets', 0.04],
    ['Corridor', 0.04],
  ],
  edge: [
    ['School Gate', 0.38],
    ['Cloakroom', 0.4],
    ['Corridor', 0.22],
  ],
};
/** Ratios planted in the last term, with the fewest incidents a term before: a doubling of one would be no trend. */
const PLANTED_TRENDS: readonly (readonly [number, number])[] = [
  ...Array.from({ length: 5 }, () => [2, 6] as const),
  ...Array.from({ length: 5 }, () => [3, 3] as const),
  ...Array.from({ length: 5 }, () => [5, 1] as const),
  ...Array.from({ length: 5 }, () => [0.3, 8] as const),
];
const [DAYS_OF_TERM, DAYS_OF_YEAR] = [60, 190];

/** One pattern in nearly every category, a second in those that children do to one another. */
const PATTERN_CATEGORIES = [2, 3, 4, 5, 7, 9, 10, 8, 0, 1, 11, 12, 2, 3, 4];

/** Where hot spots are planted, in every other school: a quiet corner, a corridor, the edge of the day, the busiest place. */
const PLANTED_PLACES: readonly (readonly [string, DayPeriod['kind']])[] = [
  ['Toilets', 'lesson'],
  ['Corridor', 'lesson'],
  ['Cloakroom', 'edge'],
  ['Playground', 'break'],
  ['School Gate', 'edge'],
];
const WEEKDAY_RHYTHM = [1, 0.94, 0.96, 1, 1.14];
/** Spread of a class's rate from week to week and of a pupil's from half-term to half-term, as gamma shapes. */
const USUAL_SHAPES = { wobbleShape: 12, classWeekShape: 40, unevenness: 0.45 };

interface SimPupil {
  readonly name: string;
  readonly rate: number;
  readonly mix: readonly number[];
  readonly exposed: number;
  readonly firstYearGroup: number;
  readonly form: number;
  readonly wobble: readonly number[];
  readonly trend: number;
}

/**
 * Makes a school of two years with uneven pupils who wobble, classes that vary from week to week, a weekday and season
 * rhythm, a step in recording in the second September, and one-day bursts; with `withPlanted`, real changes too.
 */
export function simulateSchool(options: SimulationOptions): SimulatedSchool {
  const { yearGroups = 7, classesPerYear = 2, pupilsPerClass = 28, rate = 0.02 } = options;
  const random = createRandom(`simulated school ${options.seed}`);
  const calendar = buildCalendar(sampleHalfTerms(), 'england');
  const halves = sampleHalfTerms();
  const shapes = { ...USUAL_SHAPES, ...options };
  const pupils = makePupils(random, yearGroups, classesPerYear, pupilsPerClass, rate, halves.length, shapes);
  const stays = makeStays(pupils, options.moving ?? 0, `stays ${options.seed}`);
  const formOf = (pupil: SimPupil, year: number): string | null => {
    const group = pupil.firstYearGroup + year;
    // Who joins within the second year is on no roll of the first.
    if (year === 0 && stays.get(pupil.name)?.start) return null;
    return group < 1 || group > yearGroups ? null : `${group} ${'ABCDEF'.charAt(pupil.form) || pupil.form}`;
  };
  const isHere: IsHere = (pupil, date) => isThere(stays.get(pupil.name), date);
  const staying = pupils.filter(({ name }) => !stays.has(name));
  const planted: Planted[] = [];
  const trended = new Map<string, number>();
  const steps = new Map<string, { from: string; ratio: number }>();
  if (options.withPlanted) plantChanges(random, staying, pupils, formOf, planted, trended, steps);
  const weeks = [...new Set(calendar.schoolDays.map((date) => addDays(date, 1 - weekdayOf(date))))];
  const season = new Map(
    weeks.map((week, at) => [
      week,
      1 + (options.season ?? 0.15) * Math.sin((at / 39) * 2 * Math.PI) + 0.1 * (random() - 0.5),
    ]),
  );
  const drawnStep = Math.exp(0.5 * (random() - 0.5));
  const recordingStep = options.recordingStep ?? drawnStep;
  const classWeek = new Map<string, number>();
  const labelled: LabelledIncident[] = [];
  const add = makeRecorder(labelled);
  const cohorts = new Map(
    [...new Set(pupils.map(({ firstYearGroup }) => firstYearGroup))].map((first) => [
      first,
      pupils.filter(({ firstYearGroup }) => firstYearGroup === first),
    ]),
  );
  const popularity = new Map(pupils.map(({ name }) => [name, drawGamma(random, 2)]));
  for (const date of calendar.schoolDays) {
    const year = date < '2025-08-01' ? 0 : 1;
    const week = addDays(date, 1 - weekdayOf(date));
    const half = halves.findIndex(({ start, end }) => start <= date && date <= end);
    const daily =
      (season.get(week) ?? 1) * (WEEKDAY_RHYTHM[weekdayOf(date) - 1] ?? 1) * (year === 1 ? recordingStep : 1);
    for (const pupil of pupils) {
      const form = formOf(pupil, year);
      if (form === null || !isHere(pupil, date)) continue;
      const key = `${form} ${week}`;
      const noise = classWeek.get(key) ?? drawGamma(random, shapes.classWeekShape) / shapes.classWeekShape;
      classWeek.set(key, noise);
      const step = steps.get(`${year} ${form}`);
      const changed =
        (step !== undefined && date >= step.from ? step.ratio : 1) *
        (date >= '2026-04-13' ? (trended.get(pupil.name) ?? 1) : 1);
      const mean = pupil.rate * (pupil.wobble[half] ?? 1) * daily * noise * changed;
      for (let n = drawPoisson(random, mean); n > 0; n -= 1) {
        addOne(random, pupil, form, date, add, () =>
          pickTarget(
            random,
            pupil,
            (cohorts.get(pupil.firstYearGroup) ?? []).filter((one) => isHere(one, date)),
            formOf,
            year,
            popularity,
          ),
        );
      }
    }
  }
  addBursts(random, pupils, formOf, isHere, calendar.schoolDays, add);
  if (options.massEvent) addMassEvents(random, pupils, formOf, isHere, calendar.schoolDays, add);
  const repeats: Repeat[] = [];
  if (options.withPlanted) {
    plantHotspots(random, pupils, formOf, isHere, calendar.schoolDays, weeks, planted, add);
    repeats.push(
      ...plantRepeats(
        createRandom(`repeats ${options.seed}`),
        staying,
        formOf,
        calendar.schoolDays,
        planted,
        add,
      ),
    );
  }
  return assemble(pupils, formOf, calendar, labelled, planted, trended, steps, stays, repeats, recordingStep);
}

/** What planting adds to a pupil's rate a day. */
interface Repeat {
  readonly pupil: SimPupil;
  readonly from: string;
  readonly to: string;
  readonly category: number;
  readonly days: number;
  readonly perDay: number;
}

/** First and last day of pupils who are not there for all of the second year. */
type Stays = ReadonlyMap<string, { readonly start: string | null; readonly end: string | null }>;

function makeStays(pupils: readonly SimPupil[], moving: number, seed: string): Stays {
  const random = createRandom(seed);
  const stays = new Map<string, { start: string | null; end: string | null }>();
  for (const { name } of pupils) {
    if (random() >= moving) continue;
    const date = addDays('2025-10-06', Math.floor(random() * 240));
    stays.set(name, random() < 0.5 ? { start: date, end: null } : { start: null, end: date });
  }
  return stays;
}

function isThere(
  stay: { readonly start: string | null; readonly end: string | null } | undefined,
  date: string,
): boolean {
  if (stay === undefined) return true;
  if (stay.start !== null) return date >= stay.start;
  return stay.end === null || date <= stay.end;
}

/** Pupils who keep doing one thing, and who keep harming the same child: on so many days, spread over a term or two. */
function plantRepeats(
  random: Random,
  pupils: readonly SimPupil[],
  formOf: FormOf,
  days: readonly string[],
  planted: Planted[],
  add: Add,
): readonly Repeat[] {
  const repeats: Repeat[] = [];
  const left = pupils.filter((pupil) => formOf(pupil, 1) !== null);
  const takeOne = (): SimPupil | undefined => left.splice(Math.floor(random() * left.length), 1)[0];
  const ofYear = days.filter((date) => date >= '2025-09-01');
  const spread = (count: number): readonly string[] => {
    const length = Math.min(ofYear.length - 1, Math.max(count, 25 + Math.floor(random() * 85)));
    const start = Math.floor(random() * (ofYear.length - length));
    const window = ofYear.slice(start, start + length);
    const chosen = new Set([window[0] ?? '', window.at(-1) ?? '']);
    while (chosen.size < count) chosen.add(window[Math.floor(random() * window.length)] ?? '');
    return [...chosen].sort();
  };
  const note = (
    pupil: SimPupil,
    dates: readonly string[],
    category: number,
  ): { from: string; to: string; days: number } => {
    const [from, to] = [dates[0] ?? '', dates.at(-1) ?? ''];
    const length = ofYear.filter((date) => from <= date && date <= to).length;
    repeats.push({ pupil, from, to, category, days: dates.length, perDay: dates.length / length });
    return { from, to, days: dates.length };
  };
  for (const category of PATTERN_CATEGORIES) {
    // In the two commonest kinds a handful is nothing.
    const mean = category < 2 ? 11 : ([4, 5, 6, 6, 8, 11, 15][Math.floor(random() * 7)] ?? 8);
    const count = Math.max(3, drawPoisson(random, mean));
    const pupil = takeOne();
    const form = pupil === undefined ? null : formOf(pupil, 1);
    if (pupil === undefined || form === null) continue;
    const dates = spread(count);
    for (const date of dates) addOne(random, pupil, form, date, add, () => null, category);
    planted.push({
      kind: 'pupil_pattern',
      subject: pupil.name,
      category: CATEGORIES[category]?.[0] ?? '',
      ...note(pupil, dates, category),
    });
  }
  for (const mean of [4, 4, 5, 5, 6, 7, 8, 10, 12, 14]) {
    const count = Math.max(3, drawPoisson(random, mean));
    const pupil = takeOne();
    const form = pupil === undefined ? null : formOf(pupil, 1);
    const mates = left.filter((one) => formOf(one, 1) === form);
    const target = mates[Math.floor(random() * mates.length)];
    if (pupil === undefined || form === null || target === undefined) continue;
    const dates = spread(count);
    left.splice(left.indexOf(target), 1);
    const category = [2, 3, 4][Math.floor(random() * 2.5)] ?? 2;
    for (const date of dates) addOne(random, pupil, form, date, add, () => target, category);
    planted.push({
      kind: 'pair',
      subject: `${pupil.name} -> ${target.name}`,
      ...note(pupil, dates, category),
    });
  }
  return repeats;
}

type FormOf = (pupil: SimPupil, year: number) => string | null;
type IsHere = (pupil: SimPupil, date: string) => boolean;
type Add = (
  pupil: SimPupil,
  form: string,
  date: string,
  category: string,
  place: string,
  period: DayPeriod,
  minute: number,
  target: SimPupil | null,
) => void;

function makePupils(
  random: Random,
  yearGroups: number,
  classesPerYear: number,
  pupilsPerClass: number,
  rate: number,
  halves: number,
  { wobbleShape, unevenness }: typeof USUAL_SHAPES,
): readonly SimPupil[] {
  const pupils: SimPupil[] = [];
  // Cohorts: those who leave after the first year, those who stay, those who join in the second.
  for (let first = 0; first <= yearGroups; first += 1) {
    for (let form = 0; form < classesPerYear; form += 1) {
      for (let n = 0; n < pupilsPerClass; n += 1) {
        const weights = CATEGORIES.map(([, share]) => share * drawGamma(random, 1));
        const sum = weights.reduce((total, one) => total + one, 0);
        pupils.push({
          name: `Pupil ${first}-${form}-${n}`,
          rate: (rate * drawGamma(random, unevenness)) / unevenness,
          mix: weights.map((one) => one / sum),
          exposed: random(),
          firstYearGroup: first,
          form,
          wobble: Array.from({ length: halves }, () => drawGamma(random, wobbleShape) / wobbleShape),
          trend: 1,
        });
      }
    }
  }
  return pupils;
}

function addOne(
  random: Random,
  pupil: SimPupil,
  form: string,
  date: string,
  add: Add,
  target: () => SimPupil | null,
  given?: number,
): void {
  const [name, , where, harms] = CATEGORIES[given ?? pick(random, pupil.mix)] ?? CATEGORIES[0];
  const kind = where === 'any' ? (random() < 0.5 ? 'lesson' : random() < 0.75 ? 'break' : 'edge') : where;
  const choices = PERIODS.filter((period) => period.kind === kind);
  const period = choices[Math.floor(random() * choices.length)] ?? choices[0];
  if (period === undefined) return;
  const places = PLACES[kind];
  const place =
    places[
      pick(
        random,
        places.map(([, share]) => share),
      )
    ]?.[0] ?? 'Classroom';
  add(pupil, form, date, name, place, period, Math.floor(random() * 15), harms ? target() : null);
}

function makeRecorder(labelled: LabelledIncident[]): Add {
  return (pupil, form, date, category, place, period, minute, target) => {
    const id = `S${String(labelled.length).padStart(6, '0')}`;
    const time = `${period.start.slice(0, 3)}${String(Math.min(59, Number(period.start.slice(3)) + minute)).padStart(2, '0')}`;
    labelled.push({
      incident: makeIncident({
        id,
        date,
        time,
        categories: [category],
        location: place,
        reportedBy: `Staff ${form}`,
        involvements: [
          makeInvolvement(pupil.name, { className: form, yearGroup: `Year ${form.slice(0, 1)}` }),
          ...(target === null ? [] : [makeInvolvement(target.name, { origin: 'linked' })]),
        ],
      }),
      classification: { labels: [], suppressed: [], review: [], roles: new Map() },
      codes: new Set(),
    });
  };
}

function pickTarget(
  random: Random,
  pupil: SimPupil,
  pupils: readonly SimPupil[],
  formOf: FormOf,
  year: number,
  popularity: ReadonlyMap<string, number>,
): SimPupil | null {
  const sameClass = random() < 0.82;
  const form = formOf(pupil, year);
  // Whoever was in a class with the pupil was in their year group.
  const mates = pupils.filter(
    (other) =>
      other !== pupil &&
      formOf(other, year) !== null &&
      (sameClass ? formOf(other, year) === form : other.firstYearGroup === pupil.firstYearGroup),
  );
  return (
    mates[
      pick(
        random,
        mates.map(({ name }) => popularity.get(name) ?? 1),
      )
    ] ?? null
  );
}

/** One bad day or week: it must not be called a pattern. */
function addBursts(
  random: Random,
  pupils: readonly SimPupil[],
  formOf: FormOf,
  isHere: IsHere,
  days: readonly string[],
  add: Add,
): void {
  for (let n = 0; n < 12; n += 1) {
    const pupil = pupils[Math.floor(random() * pupils.length)];
    const at = Math.floor(random() * (days.length - 5));
    const date = days[at] ?? '';
    const category = 4 + Math.floor(random() * 9);
    const form = pupil === undefined ? null : formOf(pupil, date < '2025-08-01' ? 0 : 1);
    if (pupil === undefined || form === null) continue;
    const oneDay = random() < 0.5;
    const size = 3 + Math.floor(random() * 3);
    for (let i = 0; i < size; i += 1) {
      const day = oneDay ? date : (days[at + i] ?? date);
      if (isHere(pupil, day)) addOne(random, pupil, form, day, add, () => null, category);
    }
  }
}

/** One bad day of a whole year group in each year: it must not be called a change of anybody's. */
function addMassEvents(
  random: Random,
  pupils: readonly SimPupil[],
  formOf: FormOf,
  isHere: IsHere,
  days: readonly string[],
  add: Add,
): void {
  for (const year of [0, 1]) {
    const ofYear = days.filter((date) => date < '2025-08-01' === (year === 0));
    const date = ofYear[20 + Math.floor(random() * (ofYear.length - 40))] ?? '';
    const group = `${1 + Math.floor(random() * 3)} `;
    for (const pupil of pupils) {
      const form = formOf(pupil, year);
      if (form?.startsWith(group) !== true || !isHere(pupil, date) || random() < 0.4) continue;
      for (let n = random() < 0.3 ? 2 : 1; n > 0; n -= 1)
        addOne(random, pupil, form, date, add, () => null, 2);
    }
  }
}

function plantChanges(
  random: Random,
  staying: readonly SimPupil[],
  pupils: readonly SimPupil[],
  formOf: FormOf,
  planted: Planted[],
  trended: Map<string, number>,
  steps: Map<string, { from: string; ratio: number }>,
): void {
  const present = staying
    .filter((pupil) => formOf(pupil, 0) !== null && formOf(pupil, 1) !== null)
    .toSorted((one, other) => other.rate - one.rate);
  for (const [ratio, least] of PLANTED_TRENDS) {
    const left = present.filter(({ name }) => !trended.has(name));
    const enough = left.filter(({ rate }) => rate * DAYS_OF_TERM >= least);
    const among = enough.length > 0 ? enough : left.slice(0, 20);
    const pupil = among[Math.floor(random() * among.length)];
    if (pupil === undefined) continue;
    trended.set(pupil.name, ratio);
    planted.push({ kind: 'pupil_trend', subject: pupil.name, ratio });
  }
  const forms = [...new Set(pupils.flatMap((pupil) => formOf(pupil, 1) ?? []))];
  for (const ratio of [3, 2, 0.4, 1.6, 2]) {
    const form = forms.splice(Math.floor(random() * forms.length), 1)[0] ?? '';
    const year = random() < 0.5 ? 0 : 1;
    const from = addDays(year === 0 ? '2024-11-11' : '2025-11-10', 7 * Math.floor(random() * 22));
    steps.set(`${year} ${form}`, { from, ratio });
    planted.push({
      kind: 'class_trend',
      subject: form,
      ratio,
      from,
      to: year === 0 ? '2025-07-22' : '2026-07-21',
    });
  }
}

function plantHotspots(
  random: Random,
  pupils: readonly SimPupil[],
  formOf: FormOf,
  isHere: IsHere,
  days: readonly string[],
  weeks: readonly string[],
  planted: Planted[],
  add: Add,
): void {
  const cells = PERIODS.flatMap((period) => PLACES[period.kind].map(([place]) => ({ period, place })));
  const anywhere = random() < 0.5;
  for (const [nth, [events, weekday]] of (
    [
      [10, true],
      [16, true],
      [24, true],
      [18, false],
      [30, false],
    ] as const
  ).entries()) {
    const [place, kind] = PLANTED_PLACES[nth] ?? ['', 'edge'];
    const fitting = cells.filter((one) => anywhere || (one.place === place && one.period.kind === kind));
    const cell = fitting[Math.floor(random() * fitting.length)];
    if (cell === undefined) continue;
    cells.splice(cells.indexOf(cell), 1);
    const length = 12 + Math.floor(random() * 14);
    const start = 38 + Math.floor(random() * (weeks.length - 38 - length));
    const [from, to] = [weeks[start] ?? '', addDays(weeks[start + length - 1] ?? '', 4)];
    const onDay = 1 + Math.floor(random() * 5);
    const open = days.filter((date) => date >= from && date <= to && (!weekday || weekdayOf(date) === onDay));
    for (let n = drawPoisson(random, events); n > 0; n -= 1) {
      const pupil =
        pupils[
          pick(
            random,
            pupils.map(({ rate }) => rate),
          )
        ];
      const form = pupil === undefined ? null : formOf(pupil, 1);
      const date = open[Math.floor(random() * open.length)];
      if (pupil === undefined || form === null || date === undefined || !isHere(pupil, date)) continue;
      add(pupil, form, date, 'Physical', cell.place, cell.period, Math.floor(random() * 15), null);
    }
    const names = ['Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday'];
    const subject = [cell.place, cell.period.name, ...(weekday ? [names[onDay - 1]] : [])].join(' | ');
    planted.push({ kind: 'hotspot', subject, from, to, events });
  }
}

function assemble(
  pupils: readonly SimPupil[],
  formOf: FormOf,
  calendar: DetectInput['calendar'],
  labelled: readonly LabelledIncident[],
  planted: readonly Planted[],
  trended: ReadonlyMap<string, number>,
  steps: ReadonlyMap<string, { readonly from: string; readonly ratio: number }>,
  stays: Stays,
  repeats: readonly Repeat[],
  recordingStep: number,
): SimulatedSchool {
  const halves = sampleHalfTerms();
  const dates = labelled.map(({ incident }) => incident.date).sort();
  const range = [dates[0] ?? '', dates.at(-1) ?? ''] as const;
  const people = new Map<string, Pupil>(
    pupils.map(({ name }) => [name, { key: name, name, label: name, upn: null, dateOfBirth: null }]),
  );
  const roll = pupils.flatMap((pupil) =>
    [0, 1].flatMap((year): RollEntry[] => {
      const form = formOf(pupil, year);
      return form === null
        ? []
        : [
            {
              ...rollEntry(pupil.name, form, year === 0 ? '2024-25' : '2025-26'),
              ...(year === 1 ? stays.get(pupil.name) : undefined),
            },
          ];
    }),
  );
  const meanOf = (category: number, year: number): number => {
    const present = pupils.filter((pupil) => formOf(pupil, year) !== null);
    return present.reduce((sum, { rate, mix }) => sum + rate * (mix[category] ?? 0), 0) / present.length;
  };
  const byName = new Map(pupils.map((pupil) => [pupil.name, pupil]));
  return {
    input: {
      labelled,
      pupils: people,
      calendar,
      roll,
      dayPeriods: PERIODS,
      period: choosePeriod(calendar, {}, range).period,
      asAt: addDays(range[1], 1),
    },
    planted,
    truePattern: (name, category, academicYear) => {
      const pupil = byName.get(name);
      const at = CATEGORIES.findIndex(([label]) => label === category);
      const year = academicYear === '2024-25' ? 0 : 1;
      const mean = meanOf(at, year);
      const recorded = year === 1 ? recordingStep : 1;
      const usual = (pupil?.rate ?? 0) * (pupil?.mix[at] ?? 0);
      const own = repeats
        .filter((one) => one.pupil === pupil && one.category === at && year === 1)
        .reduce((sum, { days }) => sum + days / DAYS_OF_YEAR, 0);
      const wobbles = [0, 2, 4].map((half) => {
        const [one = 1, other = 1] = pupil?.wobble.slice(6 * year + half) ?? [];
        return (one + other) / 2;
      });
      const inTerm = usual * Math.max(...wobbles) + own;
      return {
        year: { ratio: (usual + own) / mean, count: (usual * recorded + own) * DAYS_OF_YEAR },
        term: { ratio: inTerm / mean, count: inTerm * recorded * DAYS_OF_TERM },
      };
    },
    trueClassRate: (form, from, to) => {
      const days = calendar.schoolDays.filter((date) => date >= from && date <= to);
      let sum = 0;
      for (const date of days) {
        const year = date < '2025-08-01' ? 0 : 1;
        for (const { pupil, perDay, ...span } of repeats) {
          if (span.from <= date && date <= span.to && formOf(pupil, year) === form) sum += perDay;
        }
        const half = halves.findIndex(({ start, end }) => start <= date && date <= end);
        const step = steps.get(`${year} ${form}`);
        const factor = step !== undefined && date >= step.from ? step.ratio : 1;
        for (const pupil of pupils) {
          if (formOf(pupil, year) !== form || !isThere(stays.get(pupil.name), date)) continue;
          const changed = date >= '2026-04-13' ? (trended.get(pupil.name) ?? 1) : 1;
          sum += pupil.rate * (pupil.wobble[half] ?? 1) * factor * changed;
        }
      }
      return sum / days.length;
    },
    trueTrend: (name) => {
      const pupil = byName.get(name);
      if (pupil === undefined) return 1;
      const { wobble, rate } = pupil;
      const mean = (from: number, to: number): number => {
        const [first, last] = [halves[from]?.start ?? '', halves[to - 1]?.end ?? ''];
        const days = calendar.schoolDays.filter((date) => first <= date && date <= last);
        let own = 0;
        for (const date of days) {
          const year = date < '2025-08-01' ? 0 : 1;
          const half = halves.findIndex(({ start, end }) => start <= date && date <= end);
          const step = steps.get(`${year} ${formOf(pupil, year) ?? ''}`);
          const changed = step !== undefined && date >= step.from ? step.ratio : 1;
          own += (rate * (wobble[half] ?? 1) * changed) / days.length;
        }
        const repeated = repeats
          .filter(({ pupil }) => pupil.name === name)
          .flatMap((one) => days.filter((date) => one.from <= date && date <= one.to).map(() => one.perDay));
        return (
          (from >= 10 ? (trended.get(name) ?? 1) : 1) * own +
          repeated.reduce((sum, one) => sum + one, 0) / days.length
        );
      };
      return mean(10, 12) / mean(4, 10);
    },
  };
}

function rollEntry(name: string, form: string, academicYear: string): RollEntry {
  return {
    name,
    upn: null,
    dateOfBirth: null,
    academicYear,
    yearGroup: `Year ${form.slice(0, 1)}`,
    className: form,
    gender: null,
    sen: null,
    pupilPremium: null,
    ethnicity: null,
    eal: null,
    lookedAfter: null,
    start: null,
    end: null,
  };
}

function pick(random: Random, weights: readonly number[]): number {
  let left = random() * weights.reduce((sum, one) => sum + one, 0);
  for (const [at, weight] of weights.entries()) {
    left -= weight;
    if (left < 0) return at;
  }
  return weights.length - 1;
}

function drawPoisson(random: Random, mean: number): number {
  let [count, product] = [0, random()];
  const limit = Math.exp(-mean);
  while (product > limit) {
    count += 1;
    product *= random();
  }
  return count;
}
