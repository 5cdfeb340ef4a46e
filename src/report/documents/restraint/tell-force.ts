import type { ForceCase, ParentsTold } from '../../../incident/force-case.ts';
import type { RichText } from '../../report-document.ts';
import { formatCount, joinWords, uncapitalise } from '../sentences/format-number.ts';
import { type KindWords, sayWords } from '../words/read-kind-words.ts';

/** How many things that are most often missing are named. */
const NAMED = 3;

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
  const late = cases.filter(({ recorded_date, date }) => recorded_date !== null && recorded_date > date);
  const same = cases.filter(({ recorded_date, date }) => recorded_date === date);
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
    sayWords(words, 'same_day', {
      same: formatCount(same.length),
      all,
      late:
        late.length === 0
          ? ''
          : sayWords(words, 'late', { ids: joinWords(late.map(({ incident_id }) => incident_id)) }),
    }).trim(),
    sayWords(words, 'parents', { same: formatCount(count('same_day')), all, rest: rest.join(' ') }).trim(),
    sayWords(words, cases.length === 1 ? 'completeness_one' : 'completeness', {
      things: formatCount(cases[0]?.items.length ?? 0),
      most: formatCount(Math.max(...shown)),
      least: formatCount(Math.min(...shown)),
    }),
    missing.length === 0
      ? sayWords(words, 'whole')
      : sayWords(words, 'missing', {
          items: joinWords(
            missing
              .slice(0, NAMED)
              .map((item) => `${uncapitalise(item.title)} (${formatCount(item.missing)})`),
          ),
        }),
    ...tellNeeds(words, cases),
    ...tellAgain(words, cases),
    ...(review.length === 0
      ? []
      : [sayWords(words, 'review', { ids: joinWords(review.map(({ incident_id }) => incident_id)) })]),
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
