import { formatDayMonth } from '../../../calendar/iso-date.ts';
import type { Analysis } from '../../../incident/analysis.ts';
import { compareText } from '../../../incident/compare-text.ts';
import type { Finding } from '../../../incident/finding.ts';
import { readTaxonomy } from '../../../policy/taxonomy.ts';
import type { ReportBlock, ReportSection, ReportTable, RichText } from '../../report-document.ts';
import { formatCount } from '../sentences/format-number.ts';
import type { PastoralWords } from '../words/read-pastoral-words.ts';
import { listFound, tellRest } from './list-found.ts';
import {
  isSingle,
  leaveCatchAlls,
  listFalls,
  orderPupils,
  type PupilFindings,
  takeCurrent,
} from './order-findings.ts';

/** Pupils with findings: a table to scan, then each finding in a sentence. */
export function pupilSection(analysis: Analysis, words: PastoralWords): ReportSection {
  const pupils = orderPupils(analysis);
  const falls = listFalls(analysis);
  const blocks: ReportBlock[] =
    pupils.length === 0
      ? [{ type: 'paragraph', text: words.none_pupils }]
      : [
          pupilTable(
            'Pupils with a pattern or a rise',
            pupils,
            analysis,
            `${words.contact_note} ${words.order}`,
          ),
          { type: 'paragraph', text: tellReading(pupils, words), muted: true },
          {
            type: 'bullets',
            items: pupils.flatMap(({ pupil, findings }) =>
              sayPupil(
                pupil,
                findings.filter(({ kind }) => kind !== 'serious_repeat'),
                words,
              ),
            ),
          },
        ];
  if (falls.length > 0) {
    blocks.push(
      { type: 'subheading', text: words.falls },
      { type: 'bullets', items: falls.flatMap(({ pupil, findings }) => sayPupil(pupil, findings, words)) },
    );
  }
  return { heading: words.headings.pupils, blocks };
}

/** How the list is to be read: what would else stand in each of its sentences. */
function tellReading(pupils: readonly PupilFindings[], words: PastoralWords): string {
  const briefly = pupils.some(({ findings }) =>
    findings.some(({ kind, brief }) => kind === 'pupil_pattern' && brief !== undefined),
  );
  return [...(briefly ? [words.usual] : []), words.said_once].join(' ');
}

/** One bullet for a pupil with everything that was found, so that the name stands once; none for no finding. */
function sayPupil(pupil: string, findings: readonly Finding[], { said_once }: PastoralWords): RichText[] {
  const said = leaveCatchAlls(findings).map((finding, at) => {
    const rest = tellRest(finding).replace(` ${said_once}`, '');
    return at === 0 ? rest : ` Also ${rest.replace(/^[:\s]+/, '')}`;
  });
  return said.length === 0 ? [] : [[{ text: pupil, bold: true }, { text: said.join('') }]];
}

function pupilTable(
  caption: string,
  pupils: readonly PupilFindings[],
  { meta }: Analysis,
  note: string,
): ReportTable {
  const count = (value: number | null | undefined): string => (value == null ? '–' : formatCount(value));
  return {
    type: 'table',
    caption: `${caption}, ${meta.period.name}`,
    columns: [
      { header: 'Pupil', align: 'left', width: 0.21 },
      { header: 'Class', align: 'left', width: 0.1 },
      { header: 'Now', align: 'right', width: 0.07 },
      { header: 'Before', align: 'right', width: 0.09 },
      { header: 'Latest', align: 'left', width: 0.11 },
      { header: 'Parents told', align: 'left', width: 0.11 },
      { header: 'Found', align: 'left', width: 0.15 },
      { header: 'Next step, who', align: 'left', width: 0.16 },
    ],
    rows: pupils.map(({ pupil, summary, findings }) => ({
      cells: [
        pupil,
        summary?.class_name ?? summary?.year_group ?? '–',
        count(summary?.incidents),
        count(summary?.previous),
        shortDay(summary?.last_incident),
        shortDay(summary?.last_parent_contact),
        nameFound(findings),
        '',
      ],
    })),
    note: `Now: incidents in the period, parts as harmed or witness left out. Before: the same in the term before. ${note}`,
  };
}

function shortDay(date: string | null | undefined): string {
  return date == null ? '–' : formatDayMonth(date);
}

/**
 * What was found of a pupil in a cell: `rise, pattern`; `rise; possible pattern`; `possible: rise, pattern`. One kind found
 * clearly and possibly is told once; the list beneath says which is which.
 */
function nameFound(findings: readonly Finding[]): string {
  const named = (tier: Finding['tier']): string[] => [
    ...new Set(findings.filter((finding) => finding.tier === tier).map(nameFinding)),
  ];
  const clear = named('clear');
  const possible = named('possible').filter((name) => !clear.includes(name));
  return [
    clear.join(', '),
    ...(possible.length === 0 ? [] : [`possible${possible.length > 1 ? ':' : ''} ${possible.join(', ')}`]),
  ]
    .filter((part) => part !== '')
    .join('; ');
}

function nameFinding({ kind, direction }: Finding): string {
  if (kind === 'serious_repeat') return 'serious repeat';
  if (kind === 'pupil_pattern') return 'pattern';
  return direction === 'down' ? 'fall' : 'rise';
}

/** Serious kinds of incident: those repeated by their sentences, then those of a single day in a line of a table. */
export function seriousSection(analysis: Analysis, words: PastoralWords): ReportSection {
  const found = takeCurrent(analysis).filter(({ kind }) => kind === 'serious_repeat');
  const byName = (a: Finding, b: Finding): number => compareText(a.subject, b.subject);
  const repeated = found.filter((finding) => !isSingle(finding)).sort(byName);
  const single = found.filter(isSingle).sort(byName);
  const blocks: ReportBlock[] = [
    ...(repeated.length === 0
      ? [{ type: 'paragraph' as const, text: words.none_serious }]
      : listFound(repeated, words)),
  ];
  if (single.length > 0) {
    blocks.push(singleTable(single, analysis));
  }
  return { heading: words.headings.serious, blocks };
}

/** Serious incidents of one day, a row a kind, with each pupil and incident. */
function singleTable(single: readonly Finding[], { meta }: Analysis): ReportTable {
  const kinds = [...new Set(single.map(({ category }) => nameLabel(category)))].sort();
  return {
    type: 'table',
    caption: `Recorded on one day, ${meta.period.name}: pupil and incident`,
    columns: [
      { header: 'Kind', align: 'left', width: 0.4 },
      { header: 'Pupils (incident)', align: 'left', width: 0.6 },
    ],
    rows: kinds.map((kind) => ({
      cells: [
        kind,
        single
          .filter(({ category }) => nameLabel(category) === kind)
          .map(({ subject, evidence }) => `${subject} (${evidence.join(', ')})`)
          .join('; '),
      ],
    })),
  };
}

/** The title of a label code; a recorded category is its own title. */
function nameLabel(category: string | null): string {
  if (category === null) return '–';
  return readTaxonomy().labels.find(({ code }) => code === category)?.title ?? category;
}

/** Sentences of the findings of some kinds, clear ones first; fixed words when there are none. */
export function findingSection(
  analysis: Analysis,
  heading: string,
  kinds: readonly Finding['kind'][],
  none: string,
  words: PastoralWords,
): ReportSection {
  const found = takeCurrent(analysis)
    .filter(({ kind }) => kinds.includes(kind))
    .sort(
      (a, b) =>
        kinds.indexOf(a.kind) - kinds.indexOf(b.kind) ||
        (a.tier === b.tier ? 0 : a.tier === 'clear' ? -1 : 1) ||
        compareText(a.subject, b.subject),
    );
  return {
    heading,
    blocks: found.length === 0 ? [{ type: 'paragraph', text: none }] : listFound(found, words),
  };
}
