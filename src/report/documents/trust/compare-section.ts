import { isShown } from '../../../privacy/count-cell.ts';
import type { TrustEdition } from '../../../privacy/trust-edition.ts';
import { MOST_SCHOOLS } from '../../../privacy/trust-edition.ts';
import type { ReportSection } from '../../report-document.ts';
import { countNoun, formatShare, joinWords } from '../sentences/format-number.ts';
import { numberColumns, printCount, printRate, type TrustContext } from './trust-context.ts';

/** First page: how far the schools' numbers can be set beside each other, and who handed in what. */
export function compareSection(edition: TrustEdition, context: TrustContext): ReportSection {
  const { words, terms } = context;
  const { meta, schools, warnings } = edition;
  const flagged = schools.filter(({ comparability }) => comparability.flags.length > 0);
  const listed = schools.length <= MOST_SCHOOLS ? schools : flagged.slice(0, MOST_SCHOOLS);
  const share = (value: number | null): string => (value === null ? '–' : formatShare(value));
  const rows = listed.map(({ school, phase, comparability: row }) => ({
    cells: [
      school,
      words.name('phases', phase),
      printRate(row.recording_rate),
      share(row.unmapped),
      share(row.late),
      share(row.days_without_entries),
      row.flags.map((flag) => words.name('flags', flag)).join('; ') || '–',
    ],
  }));
  return {
    heading: words.heading('compare'),
    blocks: [
      { type: 'paragraph', text: words.say_('first') },
      {
        type: 'bullets',
        items: [
          words.say_('handed', {
            returns: countNoun(meta.returns, 'return'),
            schools: countNoun(meta.schools, 'school'),
            terms,
          }),
          ...((meta.missing ?? []).length > 0
            ? [words.say_('missing', { schools: joinWords(meta.missing ?? []) })]
            : []),
          ...warnings
            .filter(({ code, school }) => school === null || code === 'missing_term')
            .map(({ message }) => message),
          flagged.length > 0
            ? words.say_('flagged', { schools: String(flagged.length), all: String(schools.length) })
            : words.say_('not_flagged'),
          ...(schools.length > MOST_SCHOOLS
            ? [words.say_('unlisted', { schools: String(schools.length) })]
            : []),
        ],
      },
      ...(rows.length === 0
        ? []
        : [
            {
              type: 'table' as const,
              caption: `How each school records, ${terms}`,
              columns: [
                { header: 'School', align: 'left' as const, width: 0.3 },
                { header: 'Kind', align: 'left' as const, width: 0.1 },
                { header: 'Records per 100', align: 'right' as const, width: 0.1 },
                { header: 'No known meaning', align: 'right' as const, width: 0.1 },
                { header: 'Entered late', align: 'right' as const, width: 0.09 },
                { header: 'Days without', align: 'right' as const, width: 0.09 },
                { header: 'Bear in mind', align: 'left' as const, width: 0.22 },
              ],
              rows,
              note: 'Records per 100: records of every kind, positive ones too, per 100 pupils per school day. Days without: school days without any record. A dash: nothing to say, or too few records.',
            },
          ]),
    ],
  };
}

/** The half-terms of each school on one scale. */
export function halvesBlocks(edition: TrustEdition, { words }: TrustContext, of = edition.schools) {
  const rates = of.flatMap(({ halves }) => halves.filter((rate) => rate !== null));
  if (rates.length === 0 || edition.half_terms.length < 2) return [];
  const name = (day: string | undefined): string => (day ?? '').slice(0, 7);
  return [
    {
      type: 'figure' as const,
      title: words.say_(of.length === 1 ? 'halves_one' : 'halves_title', { schools: String(of.length) }),
      subtitle: words.say_(of.length === 1 ? 'halves_sub_one' : 'halves_sub'),
      source: words.say_('halves_source'),
      alt: words.say_('halves_alt', {
        schools: countNoun(of.length, 'school'),
        from: name(edition.half_terms[0]),
        to: name(edition.half_terms.at(-1)),
        low: printRate(Math.min(...rates)),
        high: printRate(Math.max(...rates)),
      }),
      chart: {
        kind: 'small_multiples' as const,
        yLabel: 'Incidents recorded per 100 pupils per school day',
        xLabels: edition.half_terms.map(name),
        reference: null,
        panels: of.map(({ school, halves }) => ({ label: school, values: halves })),
      },
    },
  ];
}

/** Counts and rates of all measures, schools in order of name. */
export function rateTable(edition: TrustEdition, context: TrustContext, hiddenNote: string) {
  const { words, terms } = context;
  const all = [...edition.schools.map(({ measures }) => measures), edition.totals];
  const anyHidden = all.some((rows) => rows.some(({ code, count }) => code === 'all' && !isShown(count)));
  return {
    type: 'table' as const,
    caption: `All behaviour incidents by school, in order of name, ${terms}`,
    columns: numberColumns('School', ['Roll', 'School days', 'Incidents', 'Rate', '95% interval'], 0.4),
    rows: [
      ...edition.schools.map(({ school, phase, roll, school_days, measures }) => {
        const all = measures.find(({ code }) => code === 'all');
        return {
          cells: [
            `${school} (${words.name('phases', phase)})`,
            roll === null ? '–' : String(Math.round(roll)),
            String(school_days),
            printCount(all?.count, context),
            printRate(all?.rate ?? null),
            all?.interval ? `${printRate(all.interval[0])} to ${printRate(all.interval[1])}` : '–',
          ],
        };
      }),
      { cells: ['All schools', '', '', printCount(edition.totals[0]?.count, context), '', ''], total: true },
    ],
    note: words.say_('rates_note', { hidden: anyHidden ? ` ${hiddenNote}` : '' }),
  };
}
