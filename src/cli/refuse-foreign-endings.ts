import type { Command } from 'commander';
import { TermwiseError } from '../errors.ts';

/** Kinds of document that Termwise never writes: under such a name no program would open what it does write. */
const FOREIGN = /\.(?:docx?|xlsx?|xlsm|pptx?|odt|ods|odp|rtf)$/i;

/** Kinds of document that some command writes: under such a name no program would open what another one does. */
const OWN = /\.(pdf|html?|csv|json|parquet|png)$/i;

/** What commands that give no choice write with `--out`. */
const FIXED: Readonly<Record<string, readonly string[]>> = { review: ['csv'], return: ['json'] };

type Action = Pick<Command, 'name' | 'options' | 'opts'>;

/**
 * Throws a TermwiseError when a file to be written is named as a document that this command does not write: of an office
 * program, or of a kind that only another command has.
 */
export function refuseForeignEndings(action: Action): void {
  const given = action.opts<Readonly<Record<string, unknown>>>();
  const kinds = { out: kindsOf(action), rejects: ['csv'], into: ['csv'] };
  for (const [name, written] of Object.entries(kinds)) {
    const value = given[name];
    if (typeof value !== 'string') continue;
    refuseOffice(`--${name} ${value}`, value);
    if (written !== null) refuseOther(`--${name} ${value}`, value, written);
  }
}

/** Null where any kind may be written, or a folder. */
function kindsOf(action: Action): readonly string[] | null {
  const choices = action.options.find(({ long }) => long === '--format')?.argChoices;
  return choices ?? FIXED[action.name()] ?? null;
}

function refuseOffice(named: string, value: string): void {
  const [ending] = FOREIGN.exec(value) ?? [];
  if (ending === undefined) return;
  throw new TermwiseError(
    'usage',
    `${named}: Termwise writes no ${ending} file, and no program would open one of another kind under that name`,
    'Name it .csv for a spreadsheet; a report may be .pdf or .html.',
  );
}

function refuseOther(named: string, value: string, written: readonly string[]): void {
  const ending = OWN.exec(value)?.[1]?.toLowerCase();
  if (ending === undefined || written.includes(ending)) return;
  throw new TermwiseError(
    'usage',
    `${named}: what is written here is ${written.join(' or ')}, and no program would open that under this name`,
    `Name it ${written.map((kind) => (kind === 'text' ? '.txt' : `.${kind}`)).join(' or ')}; reports are printed by \`termwise report\`.`,
  );
}
