import { formatDayMonthYear } from '../../calendar/iso-date.ts';
import type { Analysis, Change, HeadlineRow, Verdict } from '../../incident/analysis.ts';
import type { Finding, FindingKind } from '../../incident/finding.ts';

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

/** The analysis for the pastoral team, on a screen: it names pupils. */
export function analysisText(analysis: Analysis): string {
  const { meta, counts } = analysis;
  return `${[
    `${meta.school}: ${meta.period.name}, ${formatDayMonthYear(meta.period.from)} to ${formatDayMonthYear(meta.period.to)}`,
    `${counts.incidents} behaviour incidents, ${counts.involvements} involvements of ${counts.pupils} pupils in ${counts.school_days} school days`,
    '',
    'Against last term and the same term last year',
    ...analysis.headline.map(describeRow),
    ...listFindings(analysis.findings),
    '',
    'What was looked for',
    ...analysis.detectors.map(
      ({ question, lookedAt, tooFew, clear, possible, note }) =>
        `  ${question} Looked at ${lookedAt} (${tooFew} with too little to tell): ${clear} clear, ${possible} possible.${note === null ? '' : ` ${note}`}`,
    ),
  ].join('\n')}\n`;
}

function describeRow({ title, now, previous, last_year }: HeadlineRow): string {
  return `  ${title.padEnd(46)}${String(now).padStart(6)}  ${describeChange(previous)} · ${describeChange(last_year)}`;
}

function describeChange(change: Change | null): string {
  if (change === null) return VERDICTS.no_comparison;
  return `${change.count} (${VERDICTS[change.verdict]})`;
}

function listFindings(findings: readonly Finding[]): readonly string[] {
  if (findings.length === 0) return ['', 'No pattern or change was found that the numbers bear.'];
  return (Object.keys(KINDS) as FindingKind[]).flatMap((kind) => {
    const found = findings.filter((finding) => finding.kind === kind);
    if (found.length === 0) return [];
    const sorted = [...found].sort(
      (one, other) => Number(one.tier !== 'clear') - Number(other.tier !== 'clear'),
    );
    return [
      '',
      KINDS[kind],
      ...sorted.map(({ tier, sentence }) => `  ${tier === 'clear' ? '*' : '?'} ${sentence}`),
    ];
  });
}
