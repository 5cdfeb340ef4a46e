import type { CommitteeEdition } from '../../privacy/make-committee-edition.ts';
import { type EditionSchool, MOST_SCHOOLS, type TrustEdition } from '../../privacy/trust-edition.ts';
import type { ReportDocument, ReportSection } from '../report-document.ts';
import { countNoun, joinWords } from './sentences/format-number.ts';
import { compareSection, halvesBlocks, rateTable } from './trust/compare-section.ts';
import {
  funnelFigures,
  groupTable,
  tellChanges,
  tellCommon,
  tellGroups,
  tellOutlier,
  tellQuietFunnels,
  tellShared,
} from './trust/found-section.ts';
import { dutySection, forceSection, moderationSection } from './trust/moderation-section.ts';
import { numberColumns, printCount, printRate, type TrustContext } from './trust/trust-context.ts';
import { fillWords } from './words/fill-words.ts';
import { readTrustWords } from './words/read-trust-words.ts';

/** What a trust's report is asked for beside its edition. */
export interface TrustChoices {
  /** One school's page alone, by its name; null for the whole report. */
  readonly only: EditionSchool | null;
}

/** The working group's report: schools by name, in order of name, comparability first, and a page a school. */
export function composeTrust(edition: TrustEdition, { only }: TrustChoices): ReportDocument {
  const context = openContext(
    edition,
    edition.schools.map(({ nation }) => nation),
  );
  const { words } = context;
  const note = edition.exact ? words.say_('exact') : words.say_('hidden', { symbol: edition.rules.symbol });
  const pages = edition.schools.length <= MOST_SCHOOLS ? edition.schools : [];
  const found = [
    ...edition.outliers.map((outlier) => tellOutlier(outlier, context)),
    ...(edition.outliers.length === 0 ? [words.say_('no_outlier')] : []),
    ...(edition.outliers_untold > 0
      ? [words.say_('untold', { count: String(edition.outliers_untold) })]
      : []),
  ];
  const bullets = (items: readonly string[]) => ({ type: 'bullets' as const, items });
  const sections: ReportSection[] =
    only !== null
      ? [schoolSection(only, edition, context, note)]
      : [
          compareSection(edition, context),
          {
            heading: words.heading('found'),
            blocks: [
              bullets(found.slice(0, MOST_SCHOOLS)),
              bullets([
                ...tellShared(edition.shared, context),
                ...tellChanges(edition.changes, context).slice(0, MOST_SCHOOLS),
              ]),
            ],
          },
          {
            heading: words.heading('rates'),
            blocks: [
              pages.length > 0
                ? rateTable(edition, context, note)
                : totalTable(edition.totals, context, note),
            ],
          },
          ...(pages.length > 0 ? [measureSection(edition, context, note)] : []),
          {
            heading: words.heading('funnels'),
            blocks: [
              bullets([words.say_('common_rate'), ...tellQuietFunnels(edition, context)]),
              ...funnelFigures(edition, context),
            ],
          },
          ...(pages.length > 0
            ? [{ heading: words.heading('change'), blocks: halvesBlocks(edition, context) }]
            : []),
          {
            heading: words.heading('groups'),
            blocks: [bullets(tellGroups(edition.groups, context)), groupTable(edition.groups, context)],
          },
          { heading: words.heading('common'), blocks: [bullets(tellCommon(edition, context))] },
          moderationSection(edition.exclusions, edition.schools, context, note),
          forceSection(edition.force, edition.schools, context, note),
          dutySection(edition.duties, context, note),
          { heading: words.heading('ask'), blocks: [bullets(words.questions as readonly string[])] },
          ...pages.map((school) => schoolSection(school, edition, context, note)),
        ];
  return frame(edition, context, only, [...sections, methodSection(edition, context)]);
}

/** The committee's summary: sums, and how many schools, never which. */
export function composeTrustSummary(edition: CommitteeEdition): ReportDocument {
  const context = openContext(edition, edition.nations);
  const { words, terms } = context;
  const note = words.say_('hidden', { symbol: edition.rules.symbol });
  const { meta, flags, flagged, standing_out } = edition;
  const bullets = (items: readonly string[]) => ({ type: 'bullets' as const, items });
  const told = standing_out.map(
    ({ direction, schools, cautioned, ...measure }) =>
      `${words.measure(measure)}: ${countNoun(schools, 'school')} clearly ${words.name('directions', direction)} than others of the same kind${cautioned > 0 ? `, ${String(cautioned)} of them to be read with care` : ''}.`,
  );
  const sections: ReportSection[] = [
    {
      heading: words.heading('compare'),
      blocks: [
        { type: 'paragraph', text: words.say_('first') },
        bullets([
          words.say_('handed', {
            returns: countNoun(meta.returns, 'return'),
            schools: countNoun(meta.schools, 'school'),
            terms,
          }),
          ...(meta.missing === null || meta.missing === 0
            ? []
            : [words.say_('missing', { schools: countNoun(meta.missing, 'school') })]),
          ...(flagged > 0
            ? [
                `${countNoun(flagged, 'school')} to be read with care: ${joinWords(Object.entries(flags).map(([flag, count]) => `${words.name('flags', flag)} (${String(count)})`))}.`,
              ]
            : [words.say_('not_flagged')]),
        ]),
      ],
    },
    {
      heading: words.heading('found'),
      blocks: [
        bullets([
          ...(told.length > 0 ? told : [words.say_('no_outlier')]),
          ...tellShared(edition.shared, context),
          ...tellGroups(edition.groups, context),
        ]),
        totalTable(edition.totals, context, note),
      ],
    },
    moderationSection(edition.exclusions, [], context, note),
    forceSection(edition.force, [], context, note),
    dutySection(edition.duties, context, note),
    { heading: words.heading('ask'), blocks: [bullets(words.questions as readonly string[])] },
  ];
  const document = frame({ ...edition, exact: false }, context, null, [
    ...sections,
    methodSection(edition, context),
  ]);
  return { ...document, title: words.governor_title, subject: words.governor_subject };
}

type Framed = Pick<TrustEdition, 'exact' | 'rules'> & {
  readonly meta: Omit<TrustEdition['meta'], 'missing'>;
};

function openContext(
  { rules, meta }: Pick<Framed, 'rules' | 'meta'>,
  nations: readonly string[],
): TrustContext {
  const { terms } = meta;
  const [first, last] = [terms[0] ?? '', terms.at(-1) ?? ''];
  return {
    words: readTrustWords([...new Set(nations)].sort()),
    rules,
    terms: first === last ? first : `${first} to ${last}`,
  };
}

function frame(
  { meta, exact }: Framed,
  { words, terms }: TrustContext,
  only: EditionSchool | null,
  sections: readonly ReportSection[],
): ReportDocument {
  return {
    kind: 'trust',
    title: words.title,
    subtitle: `${only === null ? countNoun(meta.schools, 'school') : only.school} · ${terms}`,
    author: 'Trust',
    subject: words.subject,
    edition: exact ? 'restricted' : 'governor',
    handling: exact ? words.handling : null,
    date: meta.as_at,
    fingerprint: meta.fingerprint,
    sections,
  };
}

function totalTable(totals: TrustEdition['totals'], context: TrustContext, note: string) {
  return {
    type: 'table' as const,
    caption: `All schools together, ${context.terms}`,
    columns: numberColumns('Measure', ['Number'], 0.75),
    rows: totals.map((row) => ({ cells: [context.words.measure(row), printCount(row.count, context)] })),
    note,
  };
}

/** Columns of many measures stand on a page turned sideways. */
function measureSection(edition: TrustEdition, context: TrustContext, note: string): ReportSection {
  const { words, terms } = context;
  const titles = edition.totals.filter(({ code }) => code !== 'all');
  return {
    heading: 'Numbers of each measure by school',
    landscape: true,
    blocks: [
      {
        type: 'table',
        caption: `Records of each measure by school, in order of name, ${terms}`,
        columns: numberColumns(
          'School',
          titles.map((row) => words.measure(row)),
          0.2,
        ),
        rows: [
          ...edition.schools.map(({ school, measures }) => ({
            cells: [
              school,
              ...measures.filter(({ code }) => code !== 'all').map(({ count }) => printCount(count, context)),
            ],
          })),
          { cells: ['All schools', ...titles.map(({ count }) => printCount(count, context))], total: true },
        ],
        note,
      },
    ],
  };
}

function schoolSection(
  school: EditionSchool,
  edition: TrustEdition,
  context: TrustContext,
  note: string,
): ReportSection {
  const own = { ...context, words: readTrustWords([school.nation]) };
  const { words } = own;
  const told = [
    ...edition.outliers
      .filter((outlier) => outlier.school === school.school)
      .map((outlier) => tellOutlier(outlier, own)),
    ...tellChanges(
      edition.changes.filter((change) => change.school === school.school),
      own,
    ),
    ...school.comparability.flags.map((flag) => `Bear in mind: ${words.name('flags', flag)}.`),
  ];
  return {
    heading: school.school,
    newPage: 'always',
    blocks: [
      {
        type: 'bullets',
        items: told.length > 0 ? told : ['Nothing stands out beside other schools of its kind.'],
      },
      {
        type: 'table',
        caption: `Numbers and rates, ${context.terms}`,
        columns: numberColumns('Measure', ['Number', 'Rate', '95% interval'], 0.46),
        rows: school.measures.map((row) => ({
          cells: [
            words.measure(row),
            printCount(row.count, own),
            printRate(row.rate),
            row.interval === null ? '–' : `${printRate(row.interval[0])} to ${printRate(row.interval[1])}`,
          ],
        })),
        note: `Rate: per 100 pupils per school day. ${note}`,
      },
      ...halvesBlocks(edition, own, [school]),
    ],
  };
}

function methodSection(
  { meta, rules }: Pick<Framed, 'meta' | 'rules'>,
  { words }: TrustContext,
): ReportSection {
  return {
    heading: words.heading('method'),
    annex: true,
    blocks: [
      {
        type: 'bullets',
        items: words.limits.map((line) => fillWords(line, { top: String(Math.max(0, rules.threshold - 1)) })),
      },
      {
        type: 'paragraph',
        muted: true,
        text: `Made by Termwise ${meta.termwise}, taxonomy ${meta.taxonomy_version}, from ${countNoun(meta.returns, 'return')}. Input fingerprint ${meta.fingerprint}.`,
      },
    ],
  };
}
