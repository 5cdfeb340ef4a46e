import type { DutyRule } from '../../src/policy/duty-rule.ts';
import type { PolicyProfile } from '../../src/policy/policy-profile.ts';

const START = '<!-- duties: written by `npm run reference`; do not edit -->';
const END = '<!-- end of duties -->';

const numberOf = (id: string): number => Number(/\d+$/.exec(id)?.[0] ?? 0);

const sayUnseen = ({ unseen }: DutyRule): string => (unseen === undefined ? '' : `. Not seen: ${unseen}`);

/** One policy's duties as a table: what serves each, or the data that no export has. */
function renderPolicy({ title, duties, not_in_exports: missing }: PolicyProfile): string {
  const rows = [
    ...duties.map((rule) => ({
      id: rule.id,
      line: `| ${rule.id} | ${rule.title}${sayUnseen(rule)} | \`${rule.check}\` |`,
    })),
    ...Object.entries(missing).map(([id, why]) => ({ id, line: `| ${id} | not in exports: ${why} | |` })),
  ].sort((a, b) => numberOf(a.id) - numberOf(b.id));
  const head = `${title}: ${duties.length} of ${rows.length} duties checked`;
  return `<details><summary>${head}</summary>\n\n| duty | what the policy asks, in our words | check |\n|---|---|---|\n${rows
    .map(({ line }) => line)
    .join('\n')}\n\n</details>`;
}

/** The table of every duty of the policies, as README.md has it. */
export function renderDuties(profiles: readonly PolicyProfile[]): string {
  return `${START}\n\n${profiles.map(renderPolicy).join('\n')}\n\n${END}`;
}

/** README.md with other duties between their marks. Throws when the marks are missing. */
export function replaceDuties(readme: string, duties: string): string {
  const start = readme.indexOf(START);
  const end = readme.indexOf(END);
  if (start < 0 || end < start) throw new Error('README.md has no marks for the duties');
  return readme.slice(0, start) + duties + readme.slice(end + END.length);
}

/** The policies whose duties README.md lists. */
export const LISTED_POLICIES = ['alvaston', 'vale', 'pencoedtre', 'infiniti', 'atelier21'] as const;
