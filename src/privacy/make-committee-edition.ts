import type { TrustAnalysis } from '../incident/trust-analysis.ts';
import { checkRules } from './check-rules.ts';
import type { HiddenCells } from './decide-hiding.ts';
import { decideTrustHiding } from './decide-trust-hiding.ts';
import { DUTY_PARTS, dutyCell } from './duty-cells.ts';
import { DEFAULT_HIDING_RULES, type HidingRules } from './hiding-rules.ts';
import { editTrust } from './make-trust-edition.ts';
import { FORCE_MARKS, PARTS, valuesOf } from './trust-cells.ts';
import type { TrustEdition } from './trust-edition.ts';

/** A committee's threshold over that of the working group: its papers go furthest. */
const HARDER = 2;

/** What a committee may read of a trust: sums, and how many schools, never which. */
export interface CommitteeEdition
  extends Pick<TrustEdition, 'rules' | 'totals' | 'shared' | 'groups' | 'exclusions' | 'force' | 'duties'> {
  readonly edition: 'committee';
  readonly meta: Omit<TrustEdition['meta'], 'missing'> & { readonly missing: number | null };
  readonly nations: readonly string[];
  /** Schools of each kind. */
  readonly phases: Readonly<Record<string, number>>;
  /** Schools with a reason to read their numbers with care, by reason. */
  readonly flags: Readonly<Record<string, number>>;
  readonly flagged: number;
  /** Differences that rest on hidden numbers: how many. */
  readonly outliers_untold: number;
  /** Schools that stand out in a measure, and how many of them are among those to read with care. */
  readonly standing_out: readonly {
    readonly code: string;
    readonly title: string;
    readonly direction: 'higher' | 'lower';
    readonly schools: number;
    readonly cautioned: number;
  }[];
}

/**
 * Made from the working group's own decision with more hidden: a committee's paper shows no number that the working
 * group's does not, so that the two together tell nothing that the second does not tell alone.
 */
export function makeCommitteeEdition(
  trust: TrustAnalysis,
  rules: HidingRules = DEFAULT_HIDING_RULES,
): CommitteeEdition {
  checkRules(rules);
  const { system, hidden } = decideCommitteeHiding(trust, rules);
  const harder = { ...rules, threshold: rules.threshold * HARDER };
  const edition = editTrust(trust, harder, false, system, hidden);
  const { missing, ...meta } = edition.meta;
  return {
    edition: 'committee',
    rules: harder,
    meta: { ...meta, missing: missing?.length ?? null },
    nations: [...new Set(edition.schools.map(({ nation }) => nation))].sort(),
    phases: tally(edition.schools.map(({ phase }) => phase)),
    flags: tally(trust.comparability.flatMap(({ flags }) => flags)),
    flagged: trust.comparability.filter(({ flags }) => flags.length > 0).length,
    standing_out: countOutliers(edition),
    outliers_untold: edition.outliers_untold,
    totals: edition.totals,
    shared: edition.shared,
    groups: edition.groups,
    exclusions: edition.exclusions,
    force: edition.force,
    duties: edition.duties,
  };
}

/**
 * The working group's hidden cells, and every sum under the committee's own threshold. Of a table with a hidden part
 * all is hidden that its total does not say by itself.
 */
export function decideCommitteeHiding(trust: TrustAnalysis, rules: HidingRules): HiddenCells {
  const { system, hidden } = decideTrustHiding(trust, rules);
  const harder = new Set(hidden);
  const least = rules.threshold * HARDER;
  for (const [id, { value }] of system.cells) if (value > 0 && value < least) harder.add(id);
  const tables = [
    ...PARTS.map((part) => valuesOf(part, trust.exclusions).map((value) => `excluded.${part}.${value}`)),
    ...FORCE_MARKS.map((mark) => [`force.${mark}`, `force.not_${mark}`]),
    ...trust.duties.map(({ duty }) => DUTY_PARTS.map((part) => dutyCell(duty, part))),
  ];
  for (const ids of tables) if (ids.some((id) => harder.has(id))) for (const id of ids) harder.add(id);
  return { system, hidden: harder };
}

function tally(words: readonly string[]): Record<string, number> {
  const counts: Record<string, number> = {};
  for (const word of [...words].sort()) counts[word] = (counts[word] ?? 0) + 1;
  return counts;
}

function countOutliers({ outliers }: TrustEdition): CommitteeEdition['standing_out'] {
  const rows = new Map<string, CommitteeEdition['standing_out'][number]>();
  for (const { code, title, direction, cautions } of outliers) {
    const key = `${code}|${direction}`;
    const row = rows.get(key) ?? { code, title, direction, schools: 0, cautioned: 0 };
    rows.set(key, {
      ...row,
      schools: row.schools + 1,
      cautioned: row.cautioned + (cautions.length > 0 ? 1 : 0),
    });
  }
  return [...rows.values()].sort((a, b) => (a.code < b.code ? -1 : a.code > b.code ? 1 : 0));
}
