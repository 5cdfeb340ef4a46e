import type { Analysis, PupilSummary } from '../../../incident/analysis.ts';
import type { Finding } from '../../../incident/finding.ts';
import { saysNoKind } from '../../../policy/says-no-kind.ts';

/** A pupil and everything that was found about them. */
export interface PupilFindings {
  readonly pupil: string;
  readonly summary: PupilSummary | null;
  readonly findings: readonly Finding[];
}

/** Findings that reach into the period; a pattern that ended before it is over. */
export function takeCurrent({ findings, meta }: Pick<Analysis, 'findings' | 'meta'>): Finding[] {
  return findings.filter(({ from, to }) => to >= meta.period.from && from <= meta.period.to);
}

/** A serious incident recorded once: listed, but no pattern of anything. */
export function isSingle({ kind, observed }: Pick<Finding, 'kind' | 'observed'>): boolean {
  return kind === 'serious_repeat' && observed < 2;
}

/**
 * The findings of one pupil without patterns on a name that only sorts records (`Behaviour Incident`), when there is
 * a pattern on a name that says more: they are mostly the same records again. Nothing else stands in for a pattern: a
 * single serious record says nothing of what keeps happening.
 */
export function leaveCatchAlls(findings: readonly Finding[]): Finding[] {
  const isCatchAll = ({ category }: Finding): boolean => category !== null && saysNoKind(category);
  const isPattern = ({ kind }: Finding): boolean => kind === 'pupil_pattern';
  const saysMore = findings.some(
    (finding) => isPattern(finding) && finding.category !== null && !isCatchAll(finding),
  );
  return findings.filter((finding) => !(saysMore && isPattern(finding) && isCatchAll(finding)));
}

const ABOUT_PUPILS: ReadonlySet<Finding['kind']> = new Set([
  'serious_repeat',
  'pupil_trend',
  'pupil_pattern',
]);

/**
 * Pupils with findings, by need: serious repeats, then clear rises, clear patterns, and possible ones; within each
 * the latest incident first, then by name. Never by how many incidents: this is not a league table. Pupils whose
 * only finding is a fall are left to `listFalls`, and who is in no incident of the period has nothing to talk about.
 */
export function orderPupils(analysis: Analysis): PupilFindings[] {
  const found = gatherPupils(analysis).map((each) => ({
    ...each,
    findings: [...each.findings].sort((a, b) => rankFinding(a) - rankFinding(b)),
  }));
  return found
    .filter(
      ({ summary, findings }) => summary !== null && findings.some((finding) => finding.direction !== 'down'),
    )
    .sort((a, b) => rankFirst(a) - rankFirst(b) || compareLatest(a, b));
}

/** Pupils with clearly or possibly fewer incidents than before and nothing else found. */
export function listFalls(analysis: Analysis): PupilFindings[] {
  return gatherPupils(analysis)
    .filter(({ findings }) => findings.every((finding) => finding.direction === 'down'))
    .sort((a, b) => rankFirst(a) - rankFirst(b) || (a.pupil < b.pupil ? -1 : 1));
}

function gatherPupils(analysis: Analysis): PupilFindings[] {
  const summaries = new Map(analysis.pupils.map((summary) => [summary.pupil, summary]));
  const bySubject = new Map<string, Finding[]>();
  for (const finding of takeCurrent(analysis)) {
    if (!ABOUT_PUPILS.has(finding.kind) || isSingle(finding)) continue;
    const list = bySubject.get(finding.subject);
    if (list === undefined) bySubject.set(finding.subject, [finding]);
    else list.push(finding);
  }
  return [...bySubject].map(([pupil, findings]) => ({
    pupil,
    summary: summaries.get(pupil) ?? null,
    findings,
  }));
}

function rankFinding({ kind, tier, direction }: Finding): number {
  const kinds = { serious_repeat: 0, pupil_trend: 1, pupil_pattern: 2 } as const;
  const order = kind in kinds ? kinds[kind as keyof typeof kinds] : 3;
  return (direction === 'down' ? 100 : 0) + (tier === 'clear' ? 0 : 10) + order;
}

function rankFirst({ findings }: PupilFindings): number {
  return Math.min(...findings.map(rankFinding));
}

function compareLatest(a: PupilFindings, b: PupilFindings): number {
  const [x, y] = [a.summary?.last_incident ?? '', b.summary?.last_incident ?? ''];
  if (x !== y) return x > y ? -1 : 1;
  return a.pupil < b.pupil ? -1 : 1;
}
