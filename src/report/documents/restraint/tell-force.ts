import type { ForceCase, ParentsTold } from '../../../incident/force-case.ts';
import type { RichText } from '../../report-document.ts';
import { formatCount, joinWords, uncapitalise } from '../sentences/format-number.ts';
import { type KindWords, sayWords } from '../words/read-kind-words.ts';

/** How many things that are most often missing are named, and how many where more tie at the last of them. */
const [NAMED, MOST_NAMED] = [3, 6];

/** How many records do not show each thing asked, most first and then in the order of the list. */
export function countMissing(
  cases: readonly ForceCase[],
): readonly { readonly title: string; readonly missing: number; readonly shown: number }[] {
  return (cases[0]?.items ?? []).map(({ id, title }) => {
    const shown = cases.filter(({ items }) => items.some((item) => item.id === id && item.shown)).length;
    return { title, shown, missing: cases.length - shown };
  });
}

/** What the records of force show as a whole, each sentence with its numbers. */
export function tellForce(words: KindWords, cases: readonly ForceCase[]): RichText[] {
  const all = formatCount(cases.length);
  const count = (told: ParentsTold): number => cases.filter(({ parents }) => parents === told).length;
  const rest = (
    [
      ['told_later', count('later')],
      ['told_undated', count('undated')],
      ['told_silent', count('not_shown')],
    ] as const
  )
    .filter(([, number]) => number > 0)
    .map(([name, number]) => sayWords(words, name, { count: formatCount(number) }));
  const shown = cases.map(({ items }) => items.filter((item) => item.shown).length);
  const missing = [...countMissing(cases)]
    .sort((a, b) => b.missing - a.missing)
    .filter((item) => item.missing > 0);
  const review = cases.filter(({ to_review }) => to_review);
  return [
    tellEntry(words, cases),
    sayWords(words, 'parents', { same: formatCount(count('same_day')), all, rest: rest.join(' ') }).trim(),
    tellCompleteness(words, shown, cases[0]?.items.length ?? 0),
    missing.length === 0
      ? sayWords(words, 'whole')
      : sayWords(words, 'missing', {
          items: joinWords(nameMissing(words, missing)),
        }),
    ...tellNeeds(words, cases),
    ...tellAgain(words, cases),
    ...(review.length === 0
      ? []
      : [sayWords(words, 'review', { ids: joinWords(review.map(({ incident_id }) => incident_id)) })]),
  ];
}

/** How many of the things asked the fullest and the thinnest record show. */
function tellCompleteness(words: KindWords, shown: readonly number[], things: number): RichText {
  const [most, least] = [Math.max(...shown), Math.min(...shown)];
  const name =
    shown.length === 1 ? 'completeness_one' : most === least ? 'completeness_same' : 'completeness';
  return sayWords(words, name, {
    things: formatCount(things),
    most: formatCount(most),
    ...(name === 'completeness' ? { least: formatCount(least) } : {}),
  });
}

/** How many were recorded on the day; that it cannot be told where no record gives its day of entry. */
function tellEntry(words: KindWords, cases: readonly ForceCase[]): RichText {
  const late = cases.filter(({ recorded_date, date }) => recorded_date !== null && recorded_date > date);
  const same = cases.filter(({ recorded_date, date }) => recorded_date === date).length;
  const untold = cases.length - late.length - same;
  if (untold === cases.length) return sayWords(words, 'no_entry_days');
  const rest = [
    ...(late.length === 0
      ? []
      : [sayWords(words, 'late', { ids: joinWords(late.map(({ incident_id }) => incident_id)) })]),
    ...(untold === 0 ? [] : [sayWords(words, 'entry_untold', { count: formatCount(untold) })]),
  ].join(' ');
  return sayWords(words, 'same_day', {
    same: formatCount(same),
    all: formatCount(cases.length),
    rest,
  }).trim();
}

/** The things most often missing: no tie is cut, and where too many tie their number stands. */
function nameMissing(words: KindWords, missing: ReturnType<typeof countMissing>): string[] {
  const least = missing[Math.min(NAMED, missing.length) - 1]?.missing ?? 0;
  const own = missing.filter((item) => item.missing >= least);
  const isFolded = own.length > MOST_NAMED;
  const tied = own.filter((item) => item.missing === least).length;
  return [
    ...own
      .filter((item) => !isFolded || item.missing > least)
      .map((item) => `${uncapitalise(item.title)} (${formatCount(item.missing)})`),
    ...(isFolded
      ? [sayWords(words, 'missing_tied', { things: formatCount(tied), count: formatCount(least) })]
      : []),
  ];
}

function tellNeeds(words: KindWords, cases: readonly ForceCase[]): RichText[] {
  const known = cases.filter(({ sen }) => sen !== null);
  if (known.length === 0) return [];
  const needs = known.filter(({ sen }) => sen === true);
  return [sayWords(words, 'needs', { needs: formatCount(needs.length), known: formatCount(known.length) })];
}

function tellAgain(words: KindWords, cases: readonly ForceCase[]): RichText[] {
  const counted = new Map<string, number>();
  for (const { pupils } of cases)
    for (const pupil of new Set(pupils)) counted.set(pupil, (counted.get(pupil) ?? 0) + 1);
  const again = [...counted]
    .filter(([, number]) => number > 1)
    .map(([pupil, number]) => `${pupil} (${formatCount(number)})`)
    .sort();
  return again.length === 0 ? [] : [sayWords(words, 'again', { pupils: joinWords(again) })];
}
