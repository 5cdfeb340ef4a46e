import type { TrustAnalysis, TrustOutlier } from '../../incident/trust-analysis.ts';
import { countOf } from './count-of.ts';

/** What a collation found, in a screen or two: for the staff of the trust. */
export function trustText(analysis: TrustAnalysis): string {
  const { meta, totals } = analysis;
  return `${[
    `${countOf(meta.schools, 'school')}, ${countOf(meta.returns, 'return')}: ${meta.terms.join(', ')} (${meta.from} to ${meta.to})`,
    `${countOf(totals.incidents, 'behaviour incident')} in ${countOf(totals.school_days, 'school day')} of all schools together.`,
    '',
    'How far the schools can be compared',
    ...tellComparability(analysis),
    '',
    'Schools that differ by more than chance and ordinary differences explain',
    ...tellOutliers(analysis),
    '',
    'Changes',
    ...tellChanges(analysis),
    '',
    'Groups that stand out over the schools together',
    ...tellGroups(analysis),
  ].join('\n')}\n`;
}

function orNone(lines: readonly string[], none: string): readonly string[] {
  return lines.length > 0 ? lines.map((line) => `- ${line}`) : [`- ${none}`];
}

function times(ratio: number): string {
  return `${ratio.toFixed(ratio < 1 ? 2 : 1)} times`;
}

/** What is true of the sums themselves comes first; what a school's own row says follows, in short. */
function tellComparability({ comparability, warnings }: TrustAnalysis): readonly string[] {
  const told = new Set<string | null>(comparability.map(({ school }) => school));
  const sums = warnings.filter(({ code, school }) => code !== 'comparability' || !told.has(school));
  const rows = comparability
    .filter(({ flags }) => flags.length > 0)
    .map(({ school, flags }) => `${school}: ${flags.map((flag) => flag.replaceAll('_', ' ')).join(', ')}`);
  return orNone([...sums.map(({ message }) => message), ...rows], 'nothing speaks against it');
}

function tellOutliers({ outliers, funnels }: TrustAnalysis): readonly string[] {
  if (funnels.length === 0) return ['- too few schools of one kind with a roll to tell'];
  return orNone(outliers.map(tellOutlier), 'none');
}

function tellOutlier({ school, title, observed, expected, ratio, cautions }: TrustOutlier): string {
  const caution = cautions.length > 0 ? ` (bear in mind: ${cautions.join(', ').replaceAll('_', ' ')})` : '';
  return `${school}, ${title.toLowerCase()}: ${observed}, where ${expected.toFixed(0)} would be usual, ${times(ratio)}${caution}`;
}

function tellChanges({ trends, common }: TrustAnalysis): readonly string[] {
  const shown = { previous: 'the term before', last_year: 'the same term last year' };
  const shared = common.changes.map(
    ({ title, comparison, direction, pooled }) =>
      `All schools, ${title.toLowerCase()}: ${direction} on ${shown[comparison]}, ${times(pooled.ratio)} over ${countOf(pooled.schools, 'school')}`,
  );
  const single = trends.flatMap(({ title, comparison, schools }) =>
    schools
      .filter(({ verdict }) => verdict === 'up' || verdict === 'down')
      .map(
        ({ school, now, before, verdict }) =>
          `${school}, ${title.toLowerCase()}: ${verdict} on ${shown[comparison]} (${before} before, ${now} now)`,
      ),
  );
  return orNone([...shared, ...single], 'none that is more than chance');
}

function tellGroups({ groups }: TrustAnalysis): readonly string[] {
  return orNone(
    groups.flatMap(({ characteristic, group, pooled, stands_out }) =>
      pooled !== null && stands_out
        ? [
            `${characteristic}, ${group}: ${times(pooled.ratio)} the rate of others (between schools ${pooled.spread[0].toFixed(1)} to ${pooled.spread[1].toFixed(1)})`,
          ]
        : [],
    ),
    'none',
  );
}
