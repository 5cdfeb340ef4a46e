import { formatDayMonth } from '../../../calendar/iso-date.ts';
import type { ExclusionCase, ExclusionList } from '../../../incident/exclusion-list.ts';
import { readExclusionReasons } from '../../../policy/exclusion-reasons.ts';
import type { ReportBlock, RichText } from '../../report-document.ts';
import { countNoun, formatCount, joinWords } from '../sentences/format-number.ts';
import { fillWords } from '../words/fill-words.ts';
import { type ExclusionWords, readExclusionWords } from '../words/read-exclusion-words.ts';

/** Days, reasons by national code, repeats, limits and children sent home, then every exclusion in a row of its own, by name. */
export function exclusionBlocks(list: ExclusionList, nation: string): readonly ReportBlock[] {
  const words = readExclusionWords(nation);
  // Two lists of the same exclusions are not added up: numbers are of the fuller list, as in the return to a trust.
  const counted = list.second_system ? 'second_system' : 'export';
  const out = list.cases.filter(({ kind, source }) => kind !== 'internal' && source === counted);
  const items = [
    ...tellDays(words, out),
    ...tellRepeats(words, list),
    ...(nation === 'england' ? tellReasons(words, out) : []),
    ...tellUnknown(words, out),
    ...(list.unclear.length === 0 ? [] : [fillWords(words.unclear, { list: joinWords(list.unclear) })]),
    // The limits of days, and what governors owe from them on, are England's.
    ...(nation === 'england' ? tellLimits(words, list) : []),
    ...(list.second_system ? [words.second] : []),
    ...(list.sent_home.length === 0 ? [] : [fillWords(words.sent_home, { ids: joinWords(list.sent_home) })]),
  ];
  return [
    ...(items.length === 0 ? [] : [{ type: 'bullets' as const, items }]),
    ...(list.cases.length === 0
      ? []
      : [
          {
            type: 'table' as const,
            caption: words.caption,
            columns: [
              { header: 'Reference', align: 'left' as const, width: 0.13 },
              { header: 'Day', align: 'left' as const, width: 0.15 },
              { header: 'Kind', align: 'left' as const, width: 0.19 },
              { header: 'Pupils', align: 'left' as const, width: 0.24 },
              { header: 'Days', align: 'right' as const, width: 0.08 },
              { header: 'Reasons', align: 'left' as const, width: 0.11 },
              { header: 'Before', align: 'right' as const, width: 0.1 },
            ],
            rows: list.cases.map(
              ({ reference, date, kind, pupils, days, reasons, unknown_reasons, before }) => ({
                cells: [
                  reference,
                  formatDayMonth(date),
                  words.kinds[kind],
                  pupils.join(', ') || '–',
                  days === null ? '–' : String(days),
                  [...reasons, ...unknown_reasons.map((code) => `${code} (?)`)].join(', ') || '–',
                  formatCount(before),
                ],
              }),
            ),
            note: words.note,
          },
        ]),
  ];
}

function tellDays(words: ExclusionWords, out: readonly ExclusionCase[]): RichText[] {
  const suspended = out.filter(({ kind }) => kind === 'suspension');
  const known = suspended.filter(({ days }) => days !== null);
  if (suspended.length === 0) return [];
  const days = known.reduce((sum, each) => sum + (each.days ?? 0), 0);
  return [
    fillWords(words.days, {
      days: String(days),
      known: formatCount(known.length),
      all: countNoun(suspended.length, 'record'),
      silent: known.length < suspended.length ? words.silent : '',
    }).trim(),
  ];
}

function tellRepeats(words: ExclusionWords, { again }: ExclusionList): RichText[] {
  return again.length === 0 ? [] : [fillWords(words.repeats, { pupils: joinWords(again) })];
}

function tellReasons(words: ExclusionWords, out: readonly ExclusionCase[]): RichText[] {
  if (out.length === 0) return [];
  const counted = readExclusionReasons()
    .map(({ code, name }) => ({
      code,
      name,
      count: out.filter(({ reasons }) => reasons.includes(code)).length,
    }))
    .filter(({ count }) => count > 0);
  if (counted.length === 0) return [words.no_reasons];
  const list = counted.map(
    ({ code, name, count }) => `${code} (${name.toLowerCase()}) ${formatCount(count)}`,
  );
  return [fillWords(words.reasons, { list: list.join('; ') })];
}

function tellUnknown(words: ExclusionWords, out: readonly ExclusionCase[]): RichText[] {
  const found = out.flatMap(({ reference, unknown_reasons }) =>
    unknown_reasons.map((code) => `${code} (${reference})`),
  );
  return found.length === 0 ? [] : [fillWords(words.unknown, { list: joinWords(found) })];
}

function tellLimits(words: ExclusionWords, { limits }: ExclusionList): RichText[] {
  if (limits.length === 0) return [];
  const list = limits.map(
    ({ pupil, limit, days }) => `${pupil}, ${words.limit_names[limit] ?? limit} (${String(days)})`,
  );
  return [`${fillWords(words.limits, { list: list.join('; ') })} ${words.limits_note}`];
}
