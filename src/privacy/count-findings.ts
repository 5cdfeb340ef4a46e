import type { Analysis } from '../incident/analysis.ts';
import type { Finding } from '../incident/finding.ts';
import type { FindingCounts } from './governor-edition.ts';

/** Findings that reach into the period reported on; patterns that ended before it are another report's. */
export function listRecent({ findings, meta }: Pick<Analysis, 'findings' | 'meta'>): Finding[] {
  return findings.filter(({ from, to }) => to >= meta.period.from && from <= meta.period.to);
}

/** What clear findings are about, each subject once however many findings it has. */
export function countFindings(analysis: Analysis): Record<keyof FindingCounts, number> {
  const subjects = (holds: (finding: Finding) => boolean): number =>
    new Set(
      listRecent(analysis)
        .filter((finding) => finding.tier === 'clear' && holds(finding))
        .map(({ subject }) => subject),
    ).size;
  const of = (kind: Finding['kind'], direction?: 'up' | 'down'): number =>
    subjects(
      (finding) => finding.kind === kind && (direction === undefined || finding.direction === direction),
    );
  return {
    pupils_with_pattern: of('pupil_pattern'),
    pupils_rising: of('pupil_trend', 'up'),
    pupils_falling: of('pupil_trend', 'down'),
    pairs: of('pair'),
    classes_rising: of('class_trend', 'up'),
    classes_falling: of('class_trend', 'down'),
    classes_with_pattern: of('class_pattern'),
    serious_repeats: subjects(({ kind, observed }) => kind === 'serious_repeat' && observed >= 2),
  };
}
