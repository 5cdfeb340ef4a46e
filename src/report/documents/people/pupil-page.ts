import { formatDayMonth } from '../../../calendar/iso-date.ts';
import type { Analysis, PupilSummary } from '../../../incident/analysis.ts';
import type { Finding } from '../../../incident/finding.ts';
import type { IsoDate } from '../../../incident/incident.ts';
import type { RecordedCase } from '../../../incident/recorded-case.ts';
import type { ReportBlock, ReportFigure, ReportSection } from '../../report-document.ts';
import { leaveCatchAlls, takeCurrent } from '../pastoral/order-findings.ts';
import { countNoun, formatCount, joinWords } from '../sentences/format-number.ts';
import { callPeriods, spellSpan } from '../sentences/name-period.ts';
import { pickDrawn } from '../sentences/pick-drawn.ts';
import { fillWords } from '../words/fill-words.ts';
import { readPastoralWords } from '../words/read-pastoral-words.ts';
import { readPeopleWords } from '../words/read-people-words.ts';
import { countListed } from './count-listed.ts';
import { incidentTable } from './incident-table.ts';
import { sayFindings } from './say-findings.ts';
import { listTally, sayLeftOut, tallyCases, tallyCategories } from './tally-cases.ts';

/** Under this many incidents a drawing shows patterns that are not there. */
const LEAST = 8;
/** Kinds drawn in the timeline, findings told, and incidents listed beside a timeline and alone: what fits a page. */
const [MOST_KINDS, MOST_FINDINGS, MOST_LISTED, MOST_ALONE] = [4, 3, 3, 12];

/** One pupil on one page: how many, what was found, the year as a timeline, when and where, and the latest records. */
export function pupilSection(
  pupil: string,
  analysis: Analysis,
  cases: readonly RecordedCase[],
  from: IsoDate,
): ReportSection {
  const words = readPeopleWords();
  const { period } = analysis.meta;
  const summary = analysis.pupils.find((each) => each.pupil === pupil);
  const findings = takeCurrent(analysis).filter(({ kind, subject }) =>
    kind === 'pair' ? subject.split(' -> ').includes(pupil) : subject === pupil,
  );
  const place = summary?.class_name ?? summary?.year_group ?? null;
  const { told, kept } = tellFound(leaveCatchAlls(findings));
  const own = cases.filter(({ harmed }) => !harmed.includes(pupil));
  const inPeriod = cases.filter(({ date }) => date >= period.from);
  const numbers = tellNumbers(summary, analysis);
  const bullets = told.length === 0 ? [words.no_findings] : told;
  const pattern =
    own.length < LEAST
      ? [{ type: 'paragraph' as const, text: fillWords(words.few, { least: String(LEAST) }), muted: true }]
      : [drawYear(own, analysis, from), ...tellPattern(own)];
  const listed = inPeriod.length > 0 ? inPeriod : cases;
  const read = (each: RecordedCase): string => partOf(each, pupil);
  const most = own.length < LEAST ? MOST_ALONE : MOST_LISTED;
  return {
    heading: place === null ? pupil : `${pupil}, ${place}`,
    // Pages are handed out one by one, so no pupil may stand on another's.
    newPage: 'always',
    blocks: [
      { type: 'paragraph', text: numbers },
      { type: 'bullets', items: bullets },
      ...pattern,
      incidentTable(listed, countListed(listed, most, [numbers, ...bullets], pattern, read), {
        header: 'Part',
        read,
      }),
      {
        type: 'table',
        caption: 'For the conversation, to be filled in',
        columns: [
          { header: 'About', align: 'left', width: 0.4 },
          { header: 'Notes', align: 'left', width: 0.6 },
        ],
        rows: words.pupil.talk.map((about) => ({ cells: [about, ''] })),
        note: tellReading(kept, told),
      },
    ],
  };
}

/** What was found in the order of the analysis, as far as a page holds it, and where the rest is. */
function tellFound(found: readonly Finding[]): {
  readonly told: string[];
  readonly kept: readonly Finding[];
} {
  const kept = found.length > MOST_FINDINGS ? found.slice(0, MOST_FINDINGS) : found;
  const more = found.length - kept.length;
  const told = sayFindings(kept);
  return {
    kept,
    told:
      more === 0 ? told : [...told, fillWords(readPeopleWords().pupil.more, { count: formatCount(more) })],
  };
}

/** How the page is to be read, with what its sentences leave to be said once. */
function tellReading(kept: readonly Finding[], told: readonly string[]): string {
  const { pupil } = readPeopleWords();
  const briefly = kept.some(({ kind, brief }) => kind === 'pupil_pattern' && brief !== undefined);
  return [
    pupil.reading,
    ...(briefly ? [readPastoralWords().usual] : []),
    ...(told.some((text) => text.includes(' compared')) ? [pupil.compared] : []),
  ].join(' ');
}

function tellNumbers(summary: PupilSummary | undefined, { meta }: Analysis): string {
  const calls = callPeriods(meta.period);
  if (summary === undefined) return fillWords(readPeopleWords().none, { who: 'this pupil' });
  const others = [
    ...(summary.previous === null ? [] : [`${formatCount(summary.previous)} ${calls.previous}`]),
    ...(summary.last_year === null ? [] : [`${formatCount(summary.last_year)} in ${calls.last_year}`]),
  ];
  const before = others.length === 0 ? '' : `; ${joinWords(others)}`;
  const harmed = summary.harmed === 0 ? '' : ` Named as harmed in ${formatCount(summary.harmed)} more.`;
  const parents =
    summary.last_parent_contact === null
      ? 'No record of the period says that parents or carers were told.'
      : `Parents or carers last told, by the record, on ${formatDayMonth(summary.last_parent_contact)}.`;
  return `${countNoun(summary.incidents, 'incident')} ${calls.now}${before}.${harmed} ${parents}`;
}

function partOf({ harmed, harming, named }: RecordedCase, pupil: string): string {
  const part = harmed.includes(pupil) ? 'harmed' : harming.includes(pupil) ? 'harming' : 'named';
  const others = [...harmed, ...harming, ...named].filter((each) => each !== pupil);
  return others.length === 0 ? part : `${part}; with ${others.join(', ')}`;
}

/** The year as a strip: a dot an incident, a row a kind. */
function drawYear(cases: readonly RecordedCase[], analysis: Analysis, from: IsoDate): ReportFigure {
  const { period } = analysis.meta;
  const kinds = tallyCategories(cases);
  const { drawn, told } = pickDrawn(kinds, MOST_KINDS);
  const [top] = drawn;
  const tied = kinds.filter(({ count }) => count === top?.count).map(({ name }) => name);
  const most = tied.length > 3 ? `${formatCount(tied.length)} kinds` : joinWords(tied);
  const count = `${formatCount(top?.count ?? 0)} of ${countNoun(cases.length, 'incident')}${tied.length > 1 ? ' each' : ''}`;
  const starts = analysis.weeks.flatMap(({ week, term }, at) =>
    at > 0 && analysis.weeks[at - 1]?.term !== term && week > from ? [week] : [],
  );
  return {
    type: 'figure',
    title: `Recorded most often: ${most}, ${count}`,
    subtitle: `A dot for each incident, ${spellSpan({ from, to: period.to })}${told === '' ? '' : `; ${told}`}${sayLeftOut(cases)}`,
    source:
      'Source: the school’s behaviour records. An incident can be of several kinds. Upright lines: a new term.',
    alt: `Timeline of ${countNoun(cases.length, 'incident')} of one pupil by kind, ${spellSpan({ from, to: period.to })}: ${listTally(drawn)}. The latest of them are listed below.`,
    chart: {
      kind: 'strip',
      from,
      to: period.to,
      rows: drawn.map(({ name }) => ({
        label: name,
        dates: cases.filter(({ categories }) => categories.includes(name)).map(({ date }) => date),
      })),
      termBreaks: starts,
    },
  };
}

/** When, where and what was done, as counts of the same incidents. */
function tellPattern(cases: readonly RecordedCase[]): ReportBlock[] {
  const line = (title: string, told: string): string[] => (told === '' ? [] : [`${title}: ${told}.`]);
  const told = [
    ...line('Times of day', listTally(tallyCases(cases, ({ slot }) => [slot]))),
    ...line('Places', listTally(tallyCases(cases, ({ place }) => (place === null ? [] : [place])))),
    ...line('What staff did', listTally(tallyCases(cases, ({ responses }) => responses))),
  ];
  return told.length === 0 ? [] : [{ type: 'paragraph', text: told.join(' ') }];
}
