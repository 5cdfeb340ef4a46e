import type { CountCell } from '../../privacy/count-cell.ts';
import type { CommitteeEdition } from '../../privacy/make-committee-edition.ts';
import { type EditionSchool, MOST_SCHOOLS, type TrustEdition } from '../../privacy/trust-edition.ts';
import type { ReportDocument, ReportSection } from '../report-document.ts';
import { countNoun, joinWords } from './sentences/format-number.ts';
import { compareSection, halvesBlocks, rateTable } from './trust/compare-section.ts';
import { dutySection } from './trust/duty-section.ts';
import { forceSection } from './trust/force-section.ts';
import {
  funnelFigures,
  tellChanges,
  tellCommon,
  tellGroups,
  tellOutliers,
  tellQuietFunnels,
  tellShared,
  tellUntold,
} from './trust/found-section.ts';
import { groupBlocks } from './trust/group-blocks.ts';
import { moderationSection } from './trust/moderation-section.ts';
import { numberColumns, printCount, printRate, splitHead, type TrustContext } from './trust/trust-context.ts';
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
    ...tellOutliers(edition.outliers, context),
    ...tellUntold(edition.outliers.length, edition.outliers_untold, context),
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
          { heading: words.heading('common'), blocks: [bullets(tellCommon(edition, context))] },
          {
            heading: words.heading('rates'),
            blocks: [
              ...(pages.length > 0
                ? [rateTable(edition, context, note), ...measureTables(edition, context, note)]
                : [totalTable(edition.totals, context, note)]),
            ],
          },
          {
            heading: words.heading('funnels'),
            blocks: [
              ...funnelFigures(edition, context),
              {
                type: 'paragraph',
                text: [words.say_('common_rate'), ...tellQuietFunnels(edition, context)].join(' '),
                muted: true,
              },
            ],
          },
          {
            heading: words.heading('groups'),
            blocks: [bullets(tellGroups(edition.groups, context)), ...groupBlocks(edition.groups, context)],
          },
          ...(pages.length > 0
            ? [{ heading: words.heading('change'), blocks: halvesBlocks(edition, context) }]
            : []),
          forceSection(edition.force, edition.schools, context, note),
          moderationSection(edition.exclusions, edition.schools, context, note),
          dutySection(edition.duties, context, note),
          { heading: words.heading('ask'), blocks: [bullets(words.questions as readonly string[])] },
        ];
  // Schools' pages stand last, each on its own: the method before them does not turn one more.
  return frame(edition, context, only, [
    ...sections,
    methodSection(edition, context, pages.length === 0 || only !== null),
    ...(only === null ? pages.map((school) => schoolSection(school, edition, context, note)) : []),
  ]);
}

/** The committee's summary: sums, and how many schools, never which. */
export function composeTrustSummary(edition: CommitteeEdition): ReportDocument {
  const context = openContext(edition, edition.nations, 'committee');
  const { words, terms } = context;
  const note = words.say_('hidden', { symbol: edition.rules.symbol });
  const { meta, flags, flagged, standing_out } = edition;
  const bullets = (items: readonly string[]) => ({ type: 'bullets' as const, items });
  const told = standing_out.map(({ direction, schools, cautioned, ...measure }) =>
    words.say_('outlier_count', {
      measure: words.measure(measure),
      schools: countNoun(schools, 'school'),
      direction: words.name('directions', direction),
      cautioned:
        cautioned === 0
          ? ''
          : words.say_(schools === 1 ? 'cautioned_one' : 'cautioned', { count: String(cautioned) }),
    }),
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
          ...told,
          ...tellUntold(told.length, edition.outliers_untold, context),
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
    methodSection(edition, context, true),
  ]);
  return { ...document, title: words.governor_title, subject: words.governor_subject };
}

type Framed = Pick<TrustEdition, 'exact' | 'rules'> & {
  readonly meta: Omit<TrustEdition['meta'], 'missing'>;
};

function openContext(
  { rules, meta }: Pick<Framed, 'rules' | 'meta'>,
  nations: readonly string[],
  audience: 'working_group' | 'committee' = 'working_group',
): TrustContext {
  const { terms } = meta;
  const [first, last] = [terms[0] ?? '', terms.at(-1) ?? ''];
  return {
    words: readTrustWords([...new Set(nations)].sort(), audience),
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
    sections: sections.map((section) => ({
      ...section,
      blocks: section.blocks.map((block) => (block.type === 'table' ? { ...block, close: true } : block)),
    })),
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

/** As many measures a table as a page holds beside the schools' names. */
const MEASURES_ACROSS = 5;

function measureTables(edition: TrustEdition, { words, terms, ...context }: TrustContext, note: string) {
  const measures = edition.totals.filter(({ code }) => code !== 'all');
  const parts = Array.from({ length: Math.ceil(measures.length / MEASURES_ACROSS) }, (_, at) =>
    measures.slice(at * MEASURES_ACROSS, (at + 1) * MEASURES_ACROSS),
  );
  const heads = measures.map((row) => splitHead(words.measure(row)));
  const explained = heads.flatMap((head) => head.explained);
  return parts.map((part, at) => {
    const cells = (own: readonly { readonly code: string; readonly count: CountCell }[]) =>
      part.map(({ code }) => printCount(own.find((each) => each.code === code)?.count, context));
    return {
      type: 'table' as const,
      caption: `Records of each measure by school${at === 0 ? '' : ', continued'}, ${terms}`,
      columns: numberColumns(
        'School',
        part.map((row) => splitHead(words.measure(row)).head),
        0.37,
      ),
      rows: [
        ...edition.schools.map(({ school, measures: own }) => ({ cells: [school, ...cells(own)] })),
        { cells: ['All schools', ...cells(part)], total: true },
      ],
      ...(at === parts.length - 1 ? { note: [...explained, note].join(' ') } : {}),
    };
  });
}

function schoolSection(
  school: EditionSchool,
  edition: TrustEdition,
  context: TrustContext,
  note: string,
): ReportSection {
  const own = { ...context, words: readTrustWords([school.nation]) };
  const { words } = own;
  const { flags } = school.comparability;
  const told = [
    ...tellOutliers(
      edition.outliers.filter((outlier) => outlier.school === school.school),
      own,
      true,
    ),
    ...tellChanges(
      edition.changes.filter((change) => change.school === school.school),
      own,
      true,
    ),
    ...(flags.length > 0
      ? [words.say_('bear_in_mind', { flags: joinWords(flags.map((flag) => words.name('flags', flag))) })]
      : []),
  ];
  return {
    heading: school.school,
    newPage: 'always',
    blocks: [
      {
        type: 'bullets',
        items: told.length > 0 ? told : [words.say_('nothing_own')],
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
  annex: boolean,
): ReportSection {
  return {
    heading: words.heading('method'),
    annex,
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
