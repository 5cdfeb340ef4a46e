import { formatDayMonthYear } from '../../calendar/iso-date.ts';
import { findingsInPeriod } from '../../detect/findings-in-period.ts';
import type { MarkedFinding } from '../../detect/mark-findings.ts';
import type { Analysis, Change, HeadlineRow, Verdict } from '../../incident/analysis.ts';
import { compareText } from '../../incident/compare-text.ts';
import type { Finding, FindingKind } from '../../incident/finding.ts';
import type { ReportPeriod } from '../../incident/period.ts';
import { readTaxonomy } from '../../policy/taxonomy.ts';
import { countOf } from './count-of.ts';
import { sayRun } from './say-run.ts';
import { type SparkMarks, sparkline } from './sparkline.ts';

const KINDS: Readonly<Record<FindingKind, string>> = {
  serious_repeat: 'Serious incidents, each listed',
  pupil_pattern: 'Pupils: what keeps happening',
  pupil_trend: 'Pupils: what has changed',
  pair: 'Same pupils again',
  class_pattern: 'Classes: what keeps happening',
  class_trend: 'Classes: what has changed',
  year_trend: 'Year groups: what has changed',
  hotspot: 'Places and times',
  school_trend: 'The whole school',
};
const VERDICTS: Readonly<Record<Verdict, string>> = {
  up: 'up',
  down: 'down',
  no_clear_change: 'no clear change',
  too_few: 'too few to tell',
  no_comparison: 'nothing to compare with',
};

/** The analysis for the pastoral team, on a screen: it names pupils. `over` is what an earlier analysis found. */
export function analysisText(
  analysis: Analysis,
  marks: SparkMarks = null,
  over: readonly Finding[] = [],
): string {
  const { meta, counts } = analysis;
  const line = sparkline(
    analysis.weeks.map(({ incidents }) => incidents),
    marks,
  );
  return `${[
    `${meta.school}: ${sayPeriod(meta.period)}`,
    `${countOf(counts.incidents, 'behaviour incident')}, ${countOf(counts.involvements, 'involvement')} of ${countOf(counts.pupils, 'pupil')} in ${countOf(counts.school_days, 'school day')}`,
    ...(line === '' ? [] : [`  ${line}  incidents, a mark a school week of the whole record`]),
    '',
    'Against last term and the same term last year',
    ...analysis.headline.map(describeRow),
    ...listFindings(analysis),
    ...(over.length === 0
      ? []
      : [
          '',
          'Over: found in the earlier analysis, not in this one',
          ...over.map(({ sentence }) => `  - ${sentence}`),
        ]),
    '',
    'What was looked for',
    ...analysis.detectors.map((run) => `  ${sayRun(run)}`),
  ].join('\n')}\n`;
}

/** Days chosen by hand are the period's name. */
function sayPeriod({ name, from, to }: ReportPeriod): string {
  const days = `${formatDayMonthYear(from)} to ${formatDayMonthYear(to)}`;
  return name === days ? days : `${name}, ${days}`;
}

function describeRow({ title, now, previous, last_year }: HeadlineRow): string {
  return `  ${title.padEnd(46)}${String(now).padStart(6)}  ${describeChange(previous)} · ${describeChange(last_year)}`;
}

function describeChange(change: Change | null): string {
  if (change === null) return VERDICTS.no_comparison;
  return `${change.count} (${VERDICTS[change.verdict]})`;
}

/** What is about the period asked for; the rest is counted, since two years of findings bury a term's. */
function listFindings({ findings, meta: { period } }: Analysis): readonly string[] {
  const current = findingsInPeriod(findings, period);
  const rest = findings.length - current.length;
  const older = findings.every((finding) => current.includes(finding) || finding.to < period.from);
  const which = older ? 'older' : 'other';
  return [
    ...(current.length === 0 ? ['', 'No pattern or change was found that the numbers bear.'] : []),
    ...(Object.keys(KINDS) as FindingKind[]).flatMap((kind) => listKind(kind, current)),
    ...(rest === 0
      ? []
      : ['', rest === 1 ? `1 ${which} finding is in --json.` : `${rest} ${which} findings are in --json.`]),
  ];
}

function listKind(kind: FindingKind, findings: readonly Finding[]): readonly string[] {
  const found = findings.filter((finding) => finding.kind === kind);
  if (found.length === 0) return [];
  const single = found.filter(isSingleRecord);
  const sorted = found
    .filter((finding) => !isSingleRecord(finding))
    .toSorted((one, other) => Number(one.tier !== 'clear') - Number(other.tier !== 'clear'));
  return [
    '',
    KINDS[kind],
    ...sorted.map(
      (finding) => `  ${finding.tier === 'clear' ? '*' : '?'} ${statusOf(finding)}${finding.sentence}`,
    ),
    ...listSingleRecords(single),
  ];
}

/** Whether an earlier analysis had it; nothing when there is none to compare with. */
function statusOf(finding: Finding): string {
  const { status } = finding as Partial<MarkedFinding>;
  return status === undefined ? '' : `${status.toUpperCase()} `;
}

function isSingleRecord({ kind, observed }: Finding): boolean {
  return kind === 'serious_repeat' && observed === 1;
}

/** One line a label: who is named, and when. */
function listSingleRecords(findings: readonly Finding[]): readonly string[] {
  const byCode = new Map<string, Finding[]>();
  for (const finding of findings) {
    const code = finding.category ?? '';
    byCode.set(code, [...(byCode.get(code) ?? []), finding]);
  }
  const titles = new Map(readTaxonomy().labels.map(({ code, title }) => [code, title]));
  return [...byCode].map(([code, found]) => {
    const named = found.toSorted((one, other) => compareText(one.from, other.from));
    const list = named.map(({ subject, from }) => `${subject} (${formatDayMonthYear(from)})`).join(', ');
    return `  - On one day, ${titles.get(code) ?? code}: ${list}`;
  });
}
